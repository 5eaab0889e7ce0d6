package dev.storebridge.bench;

import dev.storebridge.bench.DatabaseGauge.Count;
import dev.storebridge.sandbox.tiktok.Pace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A first and a second import of 1,000 products with 3,000 variants, nothing in the way. */
class ImportBench {

  private static final int PRODUCTS = Integer.getInteger("bench.products", 1_000);
  private static final int PICTURES = 24;
  private static final int RUNS = Integer.getInteger("bench.runs", 3);
  private static final double NANOS = 1e9;

  private final Report first =
      new Report(
          "1-import",
          "Import of %,d products (%,d variants), platforms answer at once and without limits"
              .formatted(PRODUCTS, 3 * PRODUCTS));
  private final Report second =
      new Report(
          "2-second-import",
          "Second import of the %,d products, nothing changed".formatted(PRODUCTS));

  @Test
  void importsACatalogueTwice() {
    for (int run = 0; run < RUNS; run++) {
      try (Rig rig = Rig.start(PRODUCTS, Pace.none(), 1_000)) {
        firstImport(rig);
        secondImport(rig);
      }
    }
    first.publish();
    second.publish();
  }

  private void firstImport(Rig rig) {
    List<Rig.Arrival> before = rig.tiktokCalls();
    Count start = rig.gauge.count();
    long began = System.nanoTime();
    rig.startImport();
    rig.await(DatabaseGauge.Standing::finished);
    double done = (System.nanoTime() - began) / NANOS;
    Count work = rig.gauge.count().since(start);
    rig.await(standing -> standing.live() >= PRODUCTS);
    double live = (System.nanoTime() - began) / NANOS;
    Count all = rig.gauge.count().since(start);
    List<Rig.Arrival> calls = rig.tiktokCalls();
    Plan plan = new Plan(calls.subList(before.size(), calls.size()));
    System.out.println(plan.words() + "\n  " + rig.shopifyCalls());

    first.measured("until all are accepted", "s", "", done);
    first.measured("products per second until all are accepted", "", "", PRODUCTS / done);
    first.measured("products per second until all are live", "", "", PRODUCTS / live);
    first.measured(
        "database statements per product until accepted",
        "",
        "<= 12",
        work.statements() / (double) PRODUCTS);
    first.measured(
        "database statements per product until live",
        "",
        "<= 12",
        all.statements() / (double) PRODUCTS);
    first.measured("commits per product", "", "", all.commits() / (double) PRODUCTS);
    first.measured(
        "TikTok calls beyond the plan", "", "0", (double) plan.beyond(PRODUCTS, PICTURES));
    first.measured("TikTok calls in all", "", "", calls.size() - before.size());
    first.measured("TikTok calls that look how reviews ended", "", "", (double) plan.reviewReads());
    first.measured(
        "Shopify calls",
        "",
        "",
        rig.shopifyCalls().values().stream().mapToInt(Integer::intValue).sum());
    first.measured("peak memory of the service", "MB", "", rig.peakMemory());
  }

  private void secondImport(Rig rig) {
    int before = rig.tiktokCalls().size();
    Count start = rig.gauge.count();
    long began = System.nanoTime();
    rig.startImport();
    rig.await(DatabaseGauge.Standing::finished);
    double done = (System.nanoTime() - began) / NANOS;
    Count work = rig.gauge.count().since(start);
    List<Rig.Arrival> calls = rig.tiktokCalls();
    Plan plan = new Plan(calls.subList(before, calls.size()));
    System.out.println(plan.words());

    second.measured("until all are seen to be in line", "s", "", done);
    second.measured("products per second", "", "", PRODUCTS / done);
    second.measured("TikTok writes", "", "0", (double) plan.writes());
    second.measured("TikTok calls in all", "", "", calls.size() - before);
    second.measured(
        "database statements per product", "", "", work.statements() / (double) PRODUCTS);
  }
}
