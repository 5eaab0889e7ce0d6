package dev.storebridge.sync.listing.compose;

import dev.storebridge.platform.Warehouse;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Checks the warehouses that stock goes to. */
final class Warehouses {

  private final Subject subject;

  Warehouses(Subject subject) {
    this.subject = subject;
  }

  /**
   * The warehouse that takes everything when the rules name no location; empty, with problems, when
   * stock cannot be placed. When the rules name locations, any answer means that they are in order.
   */
  Optional<String> main() {
    return subject.rules().inventory().locations().isEmpty() ? onlyOrDefault() : mapped();
  }

  private Optional<String> onlyOrDefault() {
    List<Warehouse> usable =
        subject.shop().warehouses().stream().filter(Warehouses::takesStock).toList();
    Optional<String> main =
        usable.stream()
            .filter(warehouse -> warehouse.main() || usable.size() == 1)
            .map(Warehouse::id)
            .findFirst();
    if (main.isEmpty()) {
      subject
          .problems()
          .terms(
              "no-warehouse",
              usable.isEmpty()
                  ? "The shop has no sales warehouse that is enabled."
                  : "The shop has several sales warehouses and none is the default.",
              subject.rule("inventory.locations"),
              "Choose a default warehouse in Seller Center, or map the store's locations.");
    }
    return main;
  }

  private Optional<String> mapped() {
    Optional<String> some = Optional.empty();
    for (var entry : new TreeMap<>(subject.rules().inventory().locations()).entrySet()) {
      Optional<Warehouse> found =
          subject.shop().warehouses().stream()
              .filter(warehouse -> warehouse.id().equals(entry.getValue()))
              .findFirst();
      if (found.filter(Warehouses::takesStock).isEmpty()) {
        report(entry.getKey(), entry.getValue(), found.isPresent());
        return Optional.empty();
      }
      some = Optional.of(entry.getValue());
    }
    return some;
  }

  private void report(String location, String warehouse, boolean known) {
    subject
        .problems()
        .terms(
            known ? "warehouse-unusable" : "warehouse-unknown",
            known
                ? "Warehouse " + warehouse + " is disabled, restricted or only takes returns."
                : "The shop has no warehouse " + warehouse + ".",
            subject.rule("inventory.locations." + location),
            "Name an enabled sales warehouse of the shop.");
  }

  private static boolean takesStock(Warehouse warehouse) {
    return warehouse.sales() && warehouse.usable();
  }
}
