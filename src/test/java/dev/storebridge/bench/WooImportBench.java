package dev.storebridge.bench;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Imports of a slow WooCommerce shop, whole, against how many requests it may be sent at a time. An
 * import only reads from the shop, so the latency is that of reads.
 */
class WooImportBench {

  private static final int PRODUCTS = Integer.getInteger("bench.products", 1_000);
  private static final int RUNS = Integer.getInteger("bench.woo-runs", 1);
  private static final Duration LATENCY = Duration.ofMillis(400);
  private static final List<Integer> AT_A_TIME = List.of(1, 2, 4, 8);
  private static final double NANOS = 1e9;

  private final Report report =
      new Report(
          "4-woocommerce-import",
          "Import of %,d products (%,d variations) from a WooCommerce shop that answers in %d ms"
              .formatted(PRODUCTS, 2 * PRODUCTS, LATENCY.toMillis()));

  @Test
  void importsASlowShop() {
    for (int atATime : AT_A_TIME) {
      for (int run = 0; run < RUNS; run++) {
        try (Rig rig = Rig.woocommerce(PRODUCTS, LATENCY, atATime)) {
          measure(rig, atATime);
        }
      }
    }
    report.publish();
  }

  private void measure(Rig rig, int atATime) {
    int before = requests(rig);
    long began = System.nanoTime();
    rig.startImport();
    rig.await(standing -> standing.total().isPresent());
    double read = (System.nanoTime() - began) / NANOS;
    int requests = requests(rig) - before;
    rig.await(DatabaseGauge.Standing::finished);
    double done = (System.nanoTime() - began) / NANOS;
    int more = requests(rig) - before - requests;
    System.out.println("  " + atATime + " at a time: " + rig.woocommerceCalls());

    String name = atATime + " at a time: ";
    report.measured(name + "until the catalogue is read", "s", "", read);
    report.measured(name + "until all are accepted", "s", "", done);
    report.measured(
        name + "requests per product", "", "<= 0.6", (requests + more) / (double) PRODUCTS);
    report.measured(name + "requests after the reading", "", "", more);
  }

  private static int requests(Rig rig) {
    return rig.woocommerceCalls().values().stream().mapToInt(Integer::intValue).sum();
  }
}
