package dev.storebridge.sync.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.mapping.AppliedListing.Pushed;
import dev.storebridge.mapping.StockHold;
import dev.storebridge.mapping.StockHold.Key;
import dev.storebridge.mapping.StockHold.State;
import dev.storebridge.tenant.InventoryRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PoolTest {

  private static final Instant PUSHED = Instant.parse("2026-11-26T10:00:00Z");
  private static final InventoryRules ALL = new InventoryRules(Map.of(), 0, 100, 999, 100);
  private static final InventoryRules APART =
      new InventoryRules(Map.of("L1", "W1", "L2", "W2"), 0, 100, 999, 100);
  private static final AppliedListing TEN =
      new AppliedListing(
          Optional.empty(),
          Map.of(
              "v",
              new AppliedOffer(
                  "offer",
                  "sku",
                  Optional.empty(),
                  Optional.empty(),
                  Map.of("W1", 10),
                  Optional.of(new Pushed(5, PUSHED)))));

  private static StockHold sold(int units, String warehouse, Instant at, long seq) {
    Key key = new Key("s", "shop", "order", "line", "offer");
    return new StockHold(
        key,
        "c",
        "p",
        "v",
        warehouse,
        units,
        State.HELD,
        at,
        seq,
        Optional.empty(),
        seq,
        Optional.empty());
  }

  private static Pool pool(StockHold... holds) {
    return new Pool(List.of(holds), Map.of("c", APART), PUSHED.plusSeconds(100));
  }

  private static Map<String, Integer> expected(String shop, StockHold... holds) {
    return pool(holds).expected(shop, TEN, false).offers().get("v").stock();
  }

  @Test
  void aShopHasTakenOutItsOwnSaleByItself() {
    StockHold hold = sold(3, "W1", PUSHED.plusSeconds(10), 6);
    assertThat(expected("shop", hold)).isEqualTo(Map.of("W1", 7));
    assertThat(expected("other", hold)).isEqualTo(Map.of("W1", 10));
  }

  @Test
  void aSaleThatTheCallKnewOfIsInItsFigure() {
    assertThat(expected("shop", sold(3, "W1", PUSHED.minusSeconds(10), 5)))
        .isEqualTo(Map.of("W1", 10));
  }

  @Test
  void aSaleThatMayHaveBeenOverwrittenMakesTheFigureUnknown() {
    assertThat(expected("shop", sold(3, "W1", PUSHED.minusSeconds(10), 6)))
        .isEqualTo(Map.of("W1", AppliedOffer.UNKNOWN));
    assertThat(expected("shop", sold(3, "W1", PUSHED.plusSeconds(1), 6)))
        .isEqualTo(Map.of("W1", AppliedOffer.UNKNOWN));
  }

  @Test
  void whatIsCalledOffComesBackByItself() {
    Instant back = PUSHED.plusSeconds(20);
    StockHold known =
        sold(3, "W1", PUSHED.minusSeconds(10), 4)
            .become(State.RELEASED, Optional.of(back), Optional.empty(), 7);
    StockHold fresh =
        sold(3, "W1", PUSHED.plusSeconds(10), 6)
            .become(State.RELEASED, Optional.of(back), Optional.empty(), 7);
    assertThat(expected("shop", known)).isEqualTo(Map.of("W1", 13));
    assertThat(expected("shop", fresh)).isEqualTo(Map.of("W1", 10));
  }

  @Test
  void aCallWithoutAnAnswerMakesEveryFigureUnknown() {
    assertThat(pool().expected("shop", TEN, true).offers().get("v").stock())
        .isEqualTo(Map.of("W1", AppliedOffer.UNKNOWN));
  }

  @Test
  void unitsAreHeldWhereTheyLie() {
    assertThat(pool(sold(3, "W1", PUSHED, 6)).held("v", APART)).isEqualTo(Map.of("W1", 3L));
    assertThat(pool(sold(3, "W1", PUSHED, 6)).held("v", ALL)).isEqualTo(Map.of("", 3L));
    assertThat(pool(sold(3, "W1", PUSHED, 6)).held("another", ALL)).isEmpty();
  }

  @Test
  void unitsThatMayLieAnywhereAreHeldEverywhere() {
    assertThat(pool(sold(3, "?", PUSHED, 6)).held("v", APART))
        .isEqualTo(Map.of("W1", 3L, "W2", 3L));
  }

  @Test
  void unitsThatTheStoreTookOutAreHeldForReadingsThatMayNotTellOfIt() {
    Instant readAt = PUSHED.plusSeconds(100);
    StockHold hold = sold(3, "W1", PUSHED, 6);
    assertThat(pool(known(hold, readAt.minusMillis(1))).held("v", ALL)).isEmpty();
    assertThat(pool(known(hold, readAt)).held("v", ALL)).isEqualTo(Map.of("", 3L));
  }

  private static StockHold known(StockHold hold, Instant at) {
    return hold.become(State.KNOWN, Optional.empty(), Optional.of(at), 7);
  }
}
