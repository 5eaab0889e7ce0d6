package dev.storebridge.bench;

import dev.storebridge.sandbox.tiktok.Pace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An import into a shop that takes ten requests in any second. */
class PacedImportBench {

  private static final int PRODUCTS = Integer.getInteger("bench.paced-products", 500);
  private static final int RATE = 10;
  private static final double SECOND = 1e9;

  private final Report report =
      new Report(
          "3-paced-import",
          "Import of %,d products into a shop that takes %d requests per second"
              .formatted(PRODUCTS, RATE));

  @Test
  void importsUnderALimit() {
    try (Rig rig = Rig.start(PRODUCTS, Pace.perSecond(RATE), RATE)) {
      int before = rig.tiktokCalls().size();
      rig.startImport();
      rig.await(DatabaseGauge.Standing::finished);
      List<Rig.Arrival> all = rig.tiktokCalls();
      List<Rig.Arrival> calls = all.subList(before, all.size());
      System.out.println(new Plan(calls).words());
      measure(calls);
    }
    report.publish();
  }

  private void measure(List<Rig.Arrival> calls) {
    double seconds = (calls.getLast().nanos() - calls.getFirst().nanos()) / SECOND;
    long refused = calls.stream().filter(call -> call.status() == 429).count();
    report.measured("seconds from the first call to the last", "s", "", seconds);
    report.measured(
        "share of the rate used", "%", ">= 97", 100 * (calls.size() - 1) / (seconds * RATE));
    report.measured(
        "share of the rate used for creates and uploads",
        "%",
        "",
        100 * new Plan(calls).writes() / (seconds * RATE));
    report.measured("most calls in any second", "", "<= " + RATE, mostInASecond(calls));
    report.measured("calls refused as too many", "", "0", refused);
  }

  private static int mostInASecond(List<Rig.Arrival> calls) {
    int most = 0;
    int from = 0;
    for (int to = 0; to < calls.size(); to++) {
      while (calls.get(to).nanos() - calls.get(from).nanos() >= SECOND) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }
}
