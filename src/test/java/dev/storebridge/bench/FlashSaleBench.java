package dev.storebridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.OneShop;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.sandbox.tiktok.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Few units, many buyers on both sides at once: how many units are sold that nobody has. Each unit
 * too many is printed with the time at which it was sold and where.
 */
class FlashSaleBench {

  private static final int RUNS = Integer.getInteger("bench.runs", 3);
  private static final int UNITS = 50;
  private static final int BUYERS = 200;
  private static final int PER_SECOND = Integer.getInteger("bench.buyers-per-second", 20);
  private static final String LOCATION = "66633";

  private final Report report =
      new Report(
          "9-flash-sale",
          "%d buyers, %d a second, in the store and on TikTok Shop in turn; %d units, buffer %d"
              .formatted(BUYERS, PER_SECOND, UNITS, SandboxPlatforms.BUFFER));

  @Test
  void sellsWhatThereIs() {
    for (int run = 0; run < RUNS; run++) {
      try (Rig rig = Rig.start(3, Pace.none(), 1_000)) {
        rig.hearOfOrders();
        rig.startImport();
        rig.await(standing -> standing.live() >= 3);
        measure(rig);
      }
    }
    report.publish();
  }

  /** A unit that was sold, where and when. */
  private record Sale(String side, Instant at) {}

  private void measure(Rig rig) {
    JsonNode product = rig.shopify("GET", "products?limit=1", "").path("items").path(0);
    String variant = product.at("/variants/0/id").asText();
    String sku = stocked(rig, product.path("id").asText(), variant);
    List<Sale> sold = new ArrayList<>();
    long start = System.nanoTime();
    long apart = Duration.ofSeconds(1).toNanos() / PER_SECOND;
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      LockSupport.parkNanos(start + buyer * apart - System.nanoTime());
      (buyer % 2 == 0 ? inShop(rig, sku) : inStore(rig, product.path("id").asText(), variant))
          .ifPresent(sold::add);
    }
    sold.stream()
        .skip(UNITS)
        .forEach(sale -> System.out.println("Oversold: " + sale.side() + " at " + sale.at()));
    report.measured("sold on TikTok Shop", "", "", count(sold, "TikTok Shop"));
    report.measured("sold in the store", "", "", count(sold, "store"));
    report.measured("sold that nobody has", "", "0", Math.max(0, sold.size() - UNITS));
    report.measured("left unsold", "", "", Math.max(0, UNITS - sold.size()));
  }

  private static double count(List<Sale> sold, String side) {
    return (double) sold.stream().filter(sale -> sale.side().equals(side)).count();
  }

  /** A buyer whose hour begins; empty when the shop shows none any more. */
  private static Optional<Sale> inShop(Rig rig, String sku) {
    try {
      rig.buy(OneShop.SHOP, sku, "paid");
      return Optional.of(new Sale("TikTok Shop", Instant.now()));
    } catch (IllegalStateException soldOut) {
      return Optional.empty();
    }
  }

  /** The store's front sells what is available. */
  private static Optional<Sale> inStore(Rig rig, String product, String variant) {
    if (available(rig, product) <= 0) {
      return Optional.empty();
    }
    rig.shopify(
        "POST", "orders", "{\"act\":\"buy\",\"variantId\":\"%s\",\"units\":1}".formatted(variant));
    return Optional.of(new Sale("store", Instant.now()));
  }

  private static int available(Rig rig, String product) {
    return rig.shopify("GET", "products/" + product, "")
        .at("/variants/0/stock/" + LOCATION)
        .asInt();
  }

  /** Leaves the units at one place, and waits until the shop shows them. */
  private static String stocked(Rig rig, String product, String variant) {
    rig.shopify("GET", "products/" + product, "")
        .at("/variants/0/stock")
        .fieldNames()
        .forEachRemaining(
            at ->
                rig.shopify(
                    "POST",
                    "stock",
                    "{\"variantId\":\"%s\",\"locationId\":\"%s\",\"available\":%d}"
                        .formatted(variant, at, at.equals(LOCATION) ? UNITS : 0)));
    return Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> shown(rig, product), Optional::isPresent)
        .orElseThrow();
  }

  private static Optional<String> shown(Rig rig, String product) {
    for (JsonNode listing : rig.shopProducts()) {
      if (listing.path("external_product_id").asText().equals(product)) {
        int units = 0;
        for (JsonNode place : listing.at("/skus/0/inventory")) {
          units += place.path("quantity").asInt();
        }
        return units == UNITS - SandboxPlatforms.BUFFER
            ? Optional.of(listing.at("/skus/0/id").asText())
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
