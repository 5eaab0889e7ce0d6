package dev.storebridge.sandbox.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.tiktok.Buyers.How;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersTest {

  private static final String DETAIL = "/order/202507/orders";
  private static final String SEARCH = "/order/202309/orders/search";

  private final Stage stage = new Stage();
  private final Buyers buyers = stage.sandbox.buyers();
  private final List<String> heard = new ArrayList<>();
  private String sku;

  @BeforeEach
  void sevenMugsAreOnSale() {
    String product = stage.live(stage.mug());
    sku = stage.product(product).path("skus").get(0).path("id").asText();
    buyers.listen(news -> heard.add(news.status()));
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private String buy(int units) {
    return buyers.buy(stage.shop.id(), Map.of(sku, units), How.PAID);
  }

  private JsonNode read(String order) {
    return stage.client().with("ids", order).get(DETAIL).data().path("orders").get(0);
  }

  private ShopClient.Reply search(String sort, ObjectNode filter) {
    return stage
        .client()
        .with("page_size", 2)
        .with("sort_field", "update_time")
        .with("sort_order", sort)
        .post(SEARCH, filter);
  }

  /** Available and committed units. */
  private String stock() {
    JsonNode found =
        stage
            .client()
            .post("/product/202309/inventory/search", "{\"sku_ids\":[\"" + sku + "\"]}")
            .data()
            .path("inventory")
            .get(0)
            .path("skus")
            .get(0);
    return found.path("total_available_quantity").asInt()
        + "/"
        + found.path("total_committed_quantity").asInt();
  }

  @Test
  void anOrderHasOneLineAUnitAndTakesItsStockUnpaid() {
    String id = buyers.buy(stage.shop.id(), Map.of(sku, 2), How.UNPAID);
    JsonNode order = read(id);
    assertThat(order.path("status").asText()).isEqualTo("UNPAID");
    assertThat(order.path("line_items")).hasSize(2);
    assertThat(order.path("line_items").get(0).has("quantity")).isFalse();
    assertThat(order.path("recipient_address").path("name").asText()).isEmpty();
    assertThat(stock()).isEqualTo("5/2");
  }

  @Test
  void aCancelledOrderGivesItsStockBackAndAShippedOneDoesNot() {
    String first = buy(2);
    String second = buy(3);
    buyers.cancel(stage.shop.id(), first, List.of());
    assertThat(read(first).path("cancel_time").asLong()).isEqualTo(stage.now());
    assertThat(stock()).isEqualTo("4/3");
    buyers.release(stage.shop.id(), second);
    buyers.ship(stage.shop.id(), second, List.of());
    assertThat(stock()).isEqualTo("4/0");
    assertThat(heard)
        .containsExactly(
            "ON_HOLD", "ON_HOLD", "CANCELLED", "AWAITING_SHIPMENT", "AWAITING_COLLECTION");
  }

  @Test
  void oneUnitOfTwoCanBeCalledOff() {
    String id = buy(2);
    String line = read(id).path("line_items").get(0).path("id").asText();
    buyers.cancel(stage.shop.id(), id, List.of(line));
    JsonNode order = read(id);
    assertThat(order.path("status").asText()).isEqualTo("ON_HOLD");
    assertThat(order.path("line_items"))
        .extracting(each -> each.path("display_status").asText())
        .containsExactly("CANCELLED", "AWAITING_SHIPMENT");
    assertThat(stock()).isEqualTo("6/1");
  }

  @Test
  void nothingIsSoldThatIsNotThere() {
    assertThatThrownBy(() -> buy(8)).hasMessageContaining("No warehouse");
    buy(7);
    assertThatThrownBy(() -> buy(1)).hasMessageContaining("No warehouse");
    assertThat(stock()).isEqualTo("0/7");
  }

  @Test
  void theBuyersHourEndsByItself() {
    String id = buy(1);
    stage.clock.step(Duration.ofMinutes(59));
    assertThat(stage.sandbox.buyers().orders(stage.shop.id())).containsExactly(id);
    stage.clock.step(Duration.ofMinutes(1));
    assertThat(read(id).path("status").asText()).isEqualTo("AWAITING_SHIPMENT");
    assertThat(heard).containsExactly("ON_HOLD", "AWAITING_SHIPMENT");
  }

  @Test
  void ordersAreFoundByTheirChangesPageByPage() {
    String first = buy(1);
    stage.clock.step(Duration.ofSeconds(10));
    String second = buy(1);
    stage.clock.step(Duration.ofSeconds(10));
    String third = buy(1);
    buyers.release(stage.shop.id(), first);
    long middle = stage.now() - 10;
    ShopClient.Reply page = search("ASC", Json.object());
    assertThat(ids(page)).containsExactly(second, first);
    String token = page.data().path("next_page_token").asText();
    assertThat(token).isNotEmpty();
    assertThat(
            ids(
                stage
                    .client()
                    .with("page_size", 2)
                    .with("sort_field", "update_time")
                    .with("sort_order", "ASC")
                    .with("page_token", token)
                    .post(SEARCH, Json.object())))
        .containsExactly(third);
    assertThat(ids(search("DESC", Json.object().put("update_time_lt", middle + 1))))
        .containsExactly(second);
    assertThat(ids(search("ASC", Json.object().put("order_status", "ON_HOLD"))))
        .containsExactly(second, third);
  }

  private static List<String> ids(ShopClient.Reply reply) {
    return Json.stream(reply.data().path("orders")).map(o -> o.path("id").asText()).toList();
  }

  @Test
  void whatTheTableDoesNotKnowIsRefused() {
    assertThat(stage.client().get(DETAIL).code()).isEqualTo(36009004);
    assertThat(search("SIDEWAYS", Json.object()).code()).isEqualTo(98001004);
    assertThat(search("ASC", Json.object().put("update_time_le", 1)).code()).isEqualTo(36009004);
    String many = String.join(",", java.util.Collections.nCopies(51, "1"));
    assertThat(stage.client().with("ids", many).get(DETAIL).code()).isEqualTo(36009004);
    assertThat(stage.client().with("ids", "1").get(DETAIL).data().path("orders")).isEmpty();
  }
}
