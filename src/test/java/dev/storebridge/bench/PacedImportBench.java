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
    List<Rig.Arrival> work = whileThereIsWork(calls);
    long refused = calls.stream().filter(call -> call.status() == 429).count();
    report.measured("seconds from the first call to the last", "s", "", seconds(calls));
    report.measured("seconds until the first product was read", "s", "", untilWork(calls, work));
    report.measured("share of the rate used while there is work", "%", ">= 97", share(work));
    report.measured("share of the rate used over all", "%", "", share(calls));
    report.measured(
        "share of the rate used for creates and uploads",
        "%",
        "",
        100 * new Plan(work).writes() / (seconds(work) * RATE));
    report.measured("most calls in any second", "", "<= " + RATE, mostInASecond(calls));
    report.measured("calls refused as too many", "", "0", (double) refused);
  }

  /** From the first call that a product needed to the last create; reviews alone fill no rate. */
  private static List<Rig.Arrival> whileThereIsWork(List<Rig.Arrival> calls) {
    int from = 0;
    while (Plan.isSearch(calls.get(from))) {
      from++;
    }
    int to = calls.size();
    while (!Plan.isCreate(calls.get(to - 1))) {
      to--;
    }
    return calls.subList(from, to);
  }

  private static double untilWork(List<Rig.Arrival> calls, List<Rig.Arrival> work) {
    return (work.getFirst().nanos() - calls.getFirst().nanos()) / SECOND;
  }

  private static double seconds(List<Rig.Arrival> calls) {
    return (calls.getLast().nanos() - calls.getFirst().nanos()) / SECOND;
  }

  private static double share(List<Rig.Arrival> calls) {
    return 100 * (calls.size() - 1) / (seconds(calls) * RATE);
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
