package dev.storebridge.sync.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.mapping.AppliedListing.Pushed;
import dev.storebridge.mapping.StockHold;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.tenant.InventoryRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One shop of the simulated channel: what it shows, and what we believe that it shows. */
final class SimulatedShop {

  static final String VARIANT = "v";

  final ShopAccount account;
  final InventoryRules rules;
  final boolean imports;
  final Map<String, Integer> available = new LinkedHashMap<>();
  AppliedListing applied;

  SimulatedShop(String id, InventoryRules rules, boolean imports) {
    this.account = new ShopAccount(id, "t", "s", id, "GB", Limits.CHOSEN_BY_US);
    this.rules = rules;
    this.imports = imports;
    warehouses().forEach(warehouse -> available.put(warehouse, 0));
    applied = applied(Map.copyOf(available), Optional.empty());
  }

  String offer() {
    return "offer-" + account.id();
  }

  List<String> warehouses() {
    return rules.locations().isEmpty()
        ? List.of(main())
        : rules.locations().values().stream().distinct().sorted().toList();
  }

  String main() {
    return "main-" + account.id();
  }

  /** Where the units of a warehouse lie in the store. */
  List<String> locations(String warehouse) {
    return rules.locations().isEmpty()
        ? List.of("L1", "L2")
        : rules.locations().entrySet().stream()
            .filter(entry -> entry.getValue().equals(warehouse))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
  }

  private AppliedListing applied(Map<String, Integer> stock, Optional<Pushed> pushed) {
    return new AppliedListing(
        Optional.empty(),
        Map.of(
            VARIANT,
            new AppliedOffer(offer(), "sku", Optional.empty(), Optional.empty(), stock, pushed)));
  }

  AppliedOffer believed() {
    return applied.offers().get(VARIANT);
  }

  /** The channel takes the figures over; whether we hear of it is another matter. */
  void set(Map<String, Integer> units) {
    available.putAll(units);
  }

  void remember(Map<String, Integer> units, Pushed pushed) {
    applied = applied(units, Optional.of(pushed));
  }

  /**
   * The rule over what lies there less everything sold of it that we have been told of.
   *
   * @param wanted what is to be shown, by warehouse
   * @param told neither called off nor put back by the store itself
   */
  void assertNotMoreThanIsLeft(
      Map<String, Integer> wanted, Map<String, Long> there, List<StockHold> told) {
    wanted.forEach(
        (warehouse, units) -> {
          List<String> places = locations(warehouse);
          long sold =
              told.stream()
                  .filter(hold -> places.size() == 2 || surelyFrom(hold, places.getFirst()))
                  .mapToLong(StockHold::units)
                  .sum();
          long lying = places.stream().mapToLong(there::get).sum();
          assertThat(units)
              .as("%s in %s", account.id(), warehouse)
              .isLessThanOrEqualTo(new StockFormula(rules).units(lying, sold));
        });
  }

  private static boolean surelyFrom(StockHold hold, String location) {
    return Map.of("B1", "L1", "B2", "L2", "C1", "L1")
        .getOrDefault(hold.warehouseId(), "")
        .equals(location);
  }
}
