package dev.storebridge.connect;

import dev.storebridge.platform.Authoriser.GrantedShop;
import dev.storebridge.tenant.ConnectionRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which of the shops that a consent covers is the connection's. */
final class ShopChoice {
  private ShopChoice() {}

  /**
   * The one that the tenant file names; else the one that the connection has already; else the only
   * one of its region.
   *
   * @throws ConnectRefusal with words that say what to change in the tenant file
   */
  static GrantedShop of(
      ConnectionRules.Shop rules, Optional<String> linked, List<GrantedShop> granted) {
    if (rules.id().isPresent()) {
      return named(rules.id().get(), rules.region(), granted);
    }
    List<GrantedShop> fitting =
        granted.stream().filter(shop -> shop.region().equalsIgnoreCase(rules.region())).toList();
    Optional<GrantedShop> present =
        fitting.stream().filter(shop -> linked.filter(shop.id()::equals).isPresent()).findFirst();
    if (present.isPresent()) {
      return present.get();
    }
    if (fitting.size() > 1) {
      throw ConnectRefusal.conflict(
          "several-shops",
          "The consent covers several shops of the region %s: %s."
              .formatted(rules.region(), listed(fitting)),
          "Name the one to connect in the tenant file as shop.id, then open a new connect link.");
    }
    return fitting.stream()
        .findFirst()
        .orElseThrow(
            () ->
                ConnectRefusal.conflict(
                    "no-shop-of-region",
                    "The consent covers no shop of the region %s; it covers %s."
                        .formatted(rules.region(), listed(granted)),
                    "Consent with the seller account of that region, or correct shop.region in the tenant file."));
  }

  private static GrantedShop named(String id, String region, List<GrantedShop> granted) {
    GrantedShop shop =
        granted.stream()
            .filter(candidate -> candidate.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    ConnectRefusal.conflict(
                        "shop-not-granted",
                        "The tenant file names the shop %s, and the consent covers %s."
                            .formatted(id, listed(granted)),
                        "Consent with the seller account of that shop, or correct shop.id in the tenant file."));
    if (!shop.region().equalsIgnoreCase(region)) {
      throw ConnectRefusal.conflict(
          "region-differs",
          "The shop %s is in the region %s, and the tenant file says %s."
              .formatted(id, shop.region(), region),
          "Correct shop.region in the tenant file, then open a new connect link.");
    }
    return shop;
  }

  private static String listed(List<GrantedShop> shops) {
    return shops.isEmpty()
        ? "no shop"
        : shops.stream()
            .map(shop -> "%s (%s, %s)".formatted(shop.id(), shop.name(), shop.region()))
            .collect(Collectors.joining(", "));
  }
}
