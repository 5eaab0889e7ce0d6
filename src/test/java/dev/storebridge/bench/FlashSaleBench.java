package dev.storebridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.OneShop;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.sandbox.tiktok.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final int[] BUFFERS = {8, 2, 0};
  private static final String LOCATION = "66633";

  private final Report report =
      new Report(
          "9-flash-sale",
          "%d buyers, %d a second, in the store and on TikTok Shop in turn, of %d units"
              .formatted(BUYERS, PER_SECOND, UNITS));

  @Test
  void sellsWhatThereIs() {
    for (int run = 0; run < RUNS; run++) {
      try (Rig rig = Rig.start(BUFFERS.length + 1, Pace.none(), 1_000)) {
        rig.hearOfOrders();
        rig.startImport();
        rig.await(standing -> standing.live() > BUFFERS.length);
        sale(rig, 0, SandboxPlatforms.BUFFER);
        for (int i = 0; i < BUFFERS.length; i++) {
          rules(rig, BUFFERS[i]);
          report(BUFFERS[i], sale(rig, i + 1, BUFFERS[i]));
        }
      }
    }
    report.publish();
  }

  /** A unit that was sold, where and when. */
  private record Sale(String side, Instant at) {}

  /** One product's sale, from its first buyer to its last. */
  private static List<Sale> sale(Rig rig, int number, int buffer) {
    JsonNode product = rig.shopify("GET", "products?limit=250", "").path("items").path(number);
    String id = product.path("id").asText();
    String variant = product.at("/variants/0/id").asText();
    String sku = stocked(rig, id, variant, buffer);
    List<Sale> sold = new ArrayList<>();
    long start = System.nanoTime();
    long apart = Duration.ofSeconds(1).toNanos() / PER_SECOND;
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      LockSupport.parkNanos(start + buyer * apart - System.nanoTime());
      (buyer % 2 == 0 ? inShop(rig, sku) : inStore(rig, id, variant)).ifPresent(sold::add);
    }
    return sold;
  }

  private void report(int buffer, List<Sale> sold) {
    String with = "buffer " + buffer + ": ";
    sold.stream()
        .skip(UNITS)
        .forEach(
            sale -> System.out.println(with + "too many at " + sale.at() + ", " + sale.side()));
    report.measured(with + "sold on TikTok Shop", "", "", count(sold, "TikTok Shop"));
    report.measured(with + "sold in the store", "", "", count(sold, "store"));
    report.measured(
        with + "sold that nobody has",
        "",
        buffer == 0 ? "" : "0",
        Math.max(0, sold.size() - UNITS));
  }

  private static void rules(Rig rig, int buffer) {
    Path file = Path.of(rig.database().get("storebridge.tenants"), "testco.yaml");
    try {
      Files.writeString(
          file, Files.readString(file).replaceFirst("buffer: \\d+", "buffer: " + buffer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
  private static String stocked(Rig rig, String product, String variant, int buffer) {
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
        .until(() -> shown(rig, product, UNITS - buffer), Optional::isPresent)
        .orElseThrow();
  }

  private static Optional<String> shown(Rig rig, String product, int wanted) {
    for (JsonNode listing : rig.shopProducts()) {
      if (listing.path("external_product_id").asText().equals(product)) {
        int units = 0;
        for (JsonNode place : listing.at("/skus/0/inventory")) {
          units += place.path("quantity").asInt();
        }
        return units == wanted ? Optional.of(listing.at("/skus/0/id").asText()) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
