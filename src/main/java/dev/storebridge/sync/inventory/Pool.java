package dev.storebridge.sync.inventory;

import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.mapping.AppliedListing.Pushed;
import dev.storebridge.mapping.StockHold;
import dev.storebridge.mapping.StockHold.State;
import dev.storebridge.tenant.InventoryRules;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One product's stock as all shops of its store draw from it: what they sold that the store does
 * not know, and what that leaves in each of them. Pure.
 */
public final class Pool {

  /** The channel's times are whole seconds of a clock that may be this much off ours. */
  static final Duration DOUBT = Duration.ofSeconds(3);

  private final List<StockHold> holds;
  private final Map<String, InventoryRules> rules;
  private final Instant readAt;

  /**
   * @param holds of the product: all that are held, and whatever changed since stock was set last
   * @param rules of the store's connections, by connection id
   * @param readAt when the reading of the store began that its levels come from
   */
  public Pool(List<StockHold> holds, Map<String, InventoryRules> rules, Instant readAt) {
    this.holds = List.copyOf(holds);
    this.rules = Map.copyOf(rules);
    this.readAt = readAt;
  }

  /** When the reading of the store began. */
  public Instant readAt() {
    return readAt;
  }

  /** Nothing is sold anywhere. */
  public static Pool empty() {
    return new Pool(List.of(), Map.of(), Instant.EPOCH);
  }

  /**
   * Units of a variant that shops sold and that are still in the store's levels, by the warehouses
   * of these rules; under one name where they name no location. Units that may come from several
   * places are held in each.
   */
  public Map<String, Long> held(String variantId, InventoryRules mine) {
    Map<String, Long> byWarehouse = new HashMap<>();
    for (StockHold hold : holds) {
      if (hold.variantId().equals(variantId) && counts(hold)) {
        places(hold, mine)
            .forEach(place -> byWarehouse.merge(place, (long) hold.units(), Long::sum));
      }
    }
    return byWarehouse;
  }

  /** A store that was asked before it had taken the units out may not have told of it. */
  private boolean counts(StockHold hold) {
    return switch (hold.state()) {
      case HELD -> true;
      case LEFT, KNOWN -> !hold.knownAt().orElse(Instant.MAX).isBefore(readAt);
      case RELEASED -> false;
    };
  }

  private Set<String> places(StockHold hold, InventoryRules mine) {
    if (mine.locations().isEmpty()) {
      return Set.of("");
    }
    Map<String, String> theirs =
        Optional.ofNullable(rules.get(hold.connectionId()))
            .map(InventoryRules::locations)
            .orElse(Map.of());
    boolean anywhere = !theirs.containsValue(hold.warehouseId());
    return mine.locations().entrySet().stream()
        .filter(here -> anywhere || hold.warehouseId().equals(theirs.get(here.getKey())))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  /**
   * What a shop shows now: what we set last, less what it sold since, plus what was called off
   * since; unknown where it cannot be told whether a sale came before or after our call.
   *
   * @param doubted true when a call may have been made whose end we do not know
   */
  public AppliedListing expected(String shopId, AppliedListing applied, boolean doubted) {
    Map<String, AppliedOffer> offers = new HashMap<>();
    applied
        .offers()
        .forEach(
            (variant, offer) ->
                offers.put(variant, doubted ? unknown(offer) : expected(shopId, offer)));
    return new AppliedListing(applied.content(), offers);
  }

  private AppliedOffer expected(String shopId, AppliedOffer offer) {
    Map<String, Integer> units = new HashMap<>(offer.stock());
    for (StockHold hold : holds) {
      if (hold.key().shopId().equals(shopId) && hold.key().offerId().equals(offer.offerId())) {
        Optional<String> warehouse = warehouse(hold, units);
        Optional<Integer> moved = offer.pushed().flatMap(pushed -> moved(hold, pushed));
        if (warehouse.isEmpty() || moved.isEmpty()) {
          return unknown(offer);
        }
        units.merge(warehouse.get(), moved.get(), Integer::sum);
      }
    }
    units.replaceAll((warehouse, left) -> Math.max(left, AppliedOffer.UNKNOWN));
    return offer.stocked(units, offer.pushed());
  }

  private static AppliedOffer unknown(AppliedOffer offer) {
    Map<String, Integer> units = new HashMap<>(offer.stock());
    units.replaceAll((warehouse, any) -> AppliedOffer.UNKNOWN);
    return offer.stocked(units, offer.pushed());
  }

  private static Optional<String> warehouse(StockHold hold, Map<String, Integer> units) {
    if (units.containsKey(hold.warehouseId())) {
      return Optional.of(hold.warehouseId());
    }
    return units.size() == 1 ? units.keySet().stream().findFirst() : Optional.empty();
  }

  /** By how much the shop's figure has moved since a call; empty when that cannot be told. */
  private static Optional<Integer> moved(StockHold hold, Pushed pushed) {
    int moved = 0;
    if (hold.soldSeq() > pushed.seq()) {
      if (!after(pushed, hold.soldAt())) {
        return Optional.empty();
      }
      moved -= hold.units();
    }
    if (hold.state() == State.RELEASED && hold.changedSeq() > pushed.seq()) {
      if (hold.backAt().filter(back -> after(pushed, back)).isEmpty()) {
        return Optional.empty();
      }
      moved += hold.units();
    }
    return Optional.of(moved);
  }

  private static boolean after(Pushed pushed, Instant event) {
    return event.isAfter(pushed.endedAt().plus(DOUBT));
  }

  /** What was known of the ledger when stock was computed from this pool for an offer. */
  public long seq(Optional<Pushed> before) {
    long earlier = before.map(Pushed::seq).orElse(0L);
    return holds.stream().mapToLong(StockHold::changedSeq).reduce(earlier, Math::max);
  }
}
