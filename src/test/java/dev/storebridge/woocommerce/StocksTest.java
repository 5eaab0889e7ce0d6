package dev.storebridge.woocommerce;

import static dev.storebridge.woocommerce.Shapes.simple;
import static dev.storebridge.woocommerce.Shapes.translated;
import static dev.storebridge.woocommerce.Shapes.variable;
import static dev.storebridge.woocommerce.Shapes.variation;
import static dev.storebridge.woocommerce.Shapes.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.StockLevel;
import dev.storebridge.commerce.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many there are, in every way in which a shop says so. */
class StocksTest {

  @ParameterizedTest
  @CsvSource({
    // manage_stock, stock_quantity, stock_status, units, or -1 for without limit
    "true, 14, instock, 14",
    "true, '\"14\"', instock, 14",
    "true, 2.75, instock, 2",
    "true, -3, onbackorder, -3",
    "true, null, instock, 0",
    "true, 0, onbackorder, 0",
    "false, null, instock, -1",
    "false, null, outofstock, 0",
    "false, null, onbackorder, 0",
    "'\"yes\"', 4, instock, 4"
  })
  void readsStock(String manages, String quantity, String status, long units) {
    ObjectNode node = with(with(simple(), "manage_stock", manages), "stock_quantity", quantity);
    Stock stock =
        translated(with(node, "stock_status", "\"" + status + "\"")).variants().getFirst().stock();
    boolean unlimited = units == -1;
    assertThat(stock).isEqualTo(unlimited ? new Stock.Untracked() : counted(units));
  }

  @ParameterizedTest
  @CsvSource({"10, 4, 3, 3", "2, 1, 1, 0", "0, 0, 0, 0", "-4, -4, -4, -4", "9, 3, 3, 3"})
  void sharesTheParentsPoolOutSoThatTheSumIsNeverMore(long pool, long a, long b, long c) {
    ObjectNode parent = with(with(variable(), "manage_stock", "true"), "stock_quantity", "" + pool);
    Product shirt =
        translated(parent, drawing(611, "Navy"), drawing(612, "Sand"), drawing(613, "Sand"));
    assertThat(shirt.variants())
        .extracting(Variant::stock)
        .containsExactly(counted(a), counted(b), counted(c));
  }

  @Test
  void leavesVariationsThatCountForThemselvesOutOfThePool() {
    ObjectNode parent = with(with(variable(), "manage_stock", "true"), "stock_quantity", "6");
    Product shirt =
        translated(parent, drawing(611, "Navy"), variation(612, "Sand"), drawing(613, "Sand"));
    assertThat(shirt.variants())
        .extracting(Variant::stock)
        .containsExactly(counted(3), counted(7), counted(3));
  }

  @Test
  void followsTheStatusOfAParentThatDoesNotCount() {
    assertThat(translated(variable(), drawing(611, "Navy")).variants().getFirst().stock())
        .isEqualTo(new Stock.Untracked());
  }

  private static ObjectNode drawing(int id, String colour) {
    return with(variation(id, colour), "manage_stock", "\"parent\"");
  }

  private static Stock counted(long units) {
    return new Stock.Counted(List.of(new StockLevel("0", units)));
  }
}
