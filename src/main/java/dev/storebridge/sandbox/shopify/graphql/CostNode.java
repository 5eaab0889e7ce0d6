package dev.storebridge.sandbox.shopify.graphql;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The cost of a field and of what is selected below it. Fitted to recorded answers: a connection
 * costs 2 plus a size that grows with the logarithm of the page, times what one node costs.
 *
 * @param branches one list of children per concrete type that may stand here; the dearest counts
 */
record CostNode(String key, Size size, int own, List<List<CostNode>> branches) {

  /** How a field multiplies what is below it. */
  sealed interface Size {

    /** An object or a plain list: once. */
    record Once() implements Size {}

    /** A connection: by the value of {@code first}, literal or from a variable. */
    record Paged(Integer literal, String variable) implements Size {}
  }

  /** The points that are reserved before the query runs. */
  int requested(Map<String, Object> variables) {
    int below = dearest(branch -> branch.stream().mapToInt(c -> c.requested(variables)).sum());
    return switch (size) {
      case Size.Once once -> own + below;
      case Size.Paged paged -> 2 + weight(first(paged, variables)) * below;
    };
  }

  /** The points that the answer really cost, counted from what came back. */
  int actual(Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof Collection<?> list) {
      return list.stream().mapToInt(this::actual).max().orElse(0);
    }
    Map<?, ?> object = value instanceof Map<?, ?> map ? map : Map.of();
    int below =
        dearest(branch -> branch.stream().mapToInt(c -> c.actual(object.get(c.key()))).sum());
    return size instanceof Size.Once ? own + below : 2 + weight(count(object)) * below;
  }

  private int dearest(java.util.function.ToIntFunction<List<CostNode>> sum) {
    return branches.stream().mapToInt(sum).max().orElse(0);
  }

  private static int count(Map<?, ?> connection) {
    return connection.values().stream()
        .filter(Collection.class::isInstance)
        .mapToInt(list -> ((Collection<?>) list).size())
        .max()
        .orElse(0);
  }

  private static int first(Size.Paged paged, Map<String, Object> variables) {
    Object given = paged.variable() == null ? null : variables.get(paged.variable());
    if (given instanceof Number number) {
      return number.intValue();
    }
    return paged.literal() == null ? 0 : paged.literal();
  }

  private static int weight(int count) {
    return count <= 0 ? 0 : Math.max(1, (int) Math.floor(2 * Math.log(count)));
  }
}
