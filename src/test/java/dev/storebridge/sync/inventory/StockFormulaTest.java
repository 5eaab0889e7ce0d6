package dev.storebridge.sync.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.StockLevel;
import dev.storebridge.tenant.InventoryRules;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockFormulaTest {

  private static final Stock COUNTED =
      new Stock.Counted(
          List.of(
              new StockLevel("L1", 5),
              new StockLevel("L2", 10),
              new StockLevel("L3", 3),
              new StockLevel("L9", 1000)));

  private static InventoryRules rules(Map<String, String> locations, int buffer, int share) {
    return new InventoryRules(locations, buffer, share, 99_999, 100);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 0, 2, 100, 999, 8",
    "10, 3, 2, 100, 999, 5",
    "9, 0, 0, 50, 999, 4",
    "-1, 0, 0, 50, 999, 0",
    "1, 0, 2, 100, 999, 0",
    "2000, 0, 0, 100, 999, 999",
    "2000000, 0, 0, 100, 2000000, 99999",
    "10, 0, 0, 0, 999, 0",
    "9223372036854775807, 0, 2147483647, 100, 999, 999",
  })
  void followsTheFormula(long sum, long held, int buffer, int share, int max, int expected) {
    InventoryRules rules = new InventoryRules(Map.of(), buffer, share, max, 100);

    assertThat(new StockFormula(rules).units(sum, held)).isEqualTo(expected);
  }

  @Test
  void takesTheFloorBeforeTheBuffer() {
    InventoryRules rules = rules(Map.of(), -2, 50);

    assertThat(new StockFormula(rules).units(-1, 0)).isEqualTo(1);
  }

  @Test
  void sendsEverythingToTheMainWarehouseWithoutLocations() {
    assertThat(new StockFormula(rules(Map.of(), 2, 100)).of(COUNTED, "W1", Map.of("W1", 6L)))
        .isEqualTo(Map.of("W1", 1010));
  }

  @Test
  void sumsTheLocationsOfEachWarehouseAndIgnoresOthers() {
    InventoryRules rules = rules(Map.of("L1", "W1", "L2", "W1", "L3", "W2", "L4", "W3"), 0, 100);

    assertThat(new StockFormula(rules).of(COUNTED, "unused", Map.of("W2", 1L)))
        .isEqualTo(Map.of("W1", 15, "W2", 2, "W3", 0));
  }

  @Test
  void offersTheUntrackedFigureUpToTheCap() {
    assertThat(new StockFormula(rules(Map.of(), 2, 50)).of(new Stock.Untracked(), "W1", Map.of()))
        .isEqualTo(Map.of("W1", 100));
    InventoryRules capped = new InventoryRules(Map.of("L1", "W2"), 0, 100, 30, 100);
    assertThat(new StockFormula(capped).of(new Stock.Untracked(), "W1", Map.of()))
        .isEqualTo(Map.of("W2", 30));
  }

  @Property
  void neverOffersMoreThanThereIsNorLessThanNothing(
      @ForAll long sum,
      @ForAll @IntRange(min = 0, max = 1000) int held,
      @ForAll @IntRange(min = 0, max = 1_000_000) int buffer,
      @ForAll @IntRange(min = 0, max = 100) int share,
      @ForAll @IntRange(min = 0, max = 200_000) int max) {
    InventoryRules rules = new InventoryRules(Map.of(), buffer, share, max, 0);

    int units = new StockFormula(rules).units(Math.max(sum, Long.MIN_VALUE + 1000), held);

    assertThat(units).isBetween(0, Math.min(max, 99_999));
    assertThat((long) units).isLessThanOrEqualTo(Math.max(0, sum));
  }
}
