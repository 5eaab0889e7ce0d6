package dev.storebridge.bench;

import java.util.List;
import java.util.Locale;

/**
 * One measured figure.
 *
 * @param goal in words; empty where there is none
 * @param runs what each run measured
 */
record Figure(String name, String unit, String goal, List<Double> runs) {

  Figure {
    runs = List.copyOf(runs);
  }

  double median() {
    List<Double> sorted = runs.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  double least() {
    return runs.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  double most() {
    return runs.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** The median with its unit. */
  String value() {
    return number(median()) + (unit.isEmpty() ? "" : " " + unit);
  }

  /** Least to most; empty when there was one run. */
  String spread() {
    return runs.size() < 2 ? "" : number(least()) + " to " + number(most());
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.1f", value);
  }
}
