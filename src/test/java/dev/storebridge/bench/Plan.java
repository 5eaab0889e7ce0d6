package dev.storebridge.bench;

import dev.storebridge.bench.Rig.Arrival;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an import may ask of the shop, and what it did ask. Looks at open reviews are told apart.
 */
final class Plan {

  private static final String CREATE = "POST /product/202309/products";
  private static final String UPLOAD = "POST /product/202309/images/upload";
  private static final String SEARCH = "POST /product/202502/products/search";

  private final Map<String, Long> counts;

  Plan(List<Arrival> calls) {
    this.counts =
        calls.stream()
            .collect(Collectors.groupingBy(Arrival::endpoint, TreeMap::new, Collectors.counting()));
  }

  Map<String, Long> counts() {
    return counts;
  }

  /**
   * Calls that a frugal import does without: one create for each product, one upload for each
   * picture, one list of the empty shop and each piece of knowledge once.
   */
  long beyond(int products, int pictures) {
    return counts.entrySet().stream()
        .mapToLong(entry -> Math.max(0, entry.getValue() - allowed(entry, products, pictures)))
        .sum();
  }

  private static long allowed(Map.Entry<String, Long> entry, int products, int pictures) {
    return switch (entry.getKey()) {
      case CREATE -> products;
      case UPLOAD -> pictures;
      case SEARCH -> entry.getValue();
      default -> 1;
    };
  }

  /** Looks at how reviews ended: all lists but the first. */
  long reviewReads() {
    return Math.max(0, counts.getOrDefault(SEARCH, 0L) - 1);
  }

  /** Calls that change something in the shop. */
  long writes() {
    return counts.entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("GET ") && !entry.getKey().equals(SEARCH))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  static boolean isCreate(Arrival call) {
    return call.endpoint().equals(CREATE);
  }

  static boolean isSearch(Arrival call) {
    return call.endpoint().equals(SEARCH);
  }

  /** In words, most frequent first. */
  String words() {
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(entry -> entry.getValue() + " x " + entry.getKey())
        .collect(Collectors.joining("\n  ", "  ", ""));
  }
}
