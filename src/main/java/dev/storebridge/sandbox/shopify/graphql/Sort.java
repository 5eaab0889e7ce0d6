package dev.storebridge.sandbox.shopify.graphql;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * An order of rows: by a text that sorts as the value does, then by id, so that a cursor names one
 * place even when many rows share the value.
 */
record Sort<T>(String name, Function<T, String> value, ToLongFunction<T> id, boolean reversed) {

  static <T> Sort<T> byId(ToLongFunction<T> id) {
    return new Sort<>("ID", row -> padded(id.applyAsLong(row)), id, false);
  }

  Sort<T> reversed(boolean wanted) {
    return new Sort<>(name, value, id, wanted);
  }

  Comparator<T> comparator() {
    Comparator<T> natural = Comparator.comparing(value).thenComparingLong(id);
    return reversed ? natural.reversed() : natural;
  }

  /** How a row stands to a place: below zero when it comes before. */
  int compare(T row, Cursor place) {
    int byValue = value.apply(row).compareTo(place.lastValue());
    int order = byValue != 0 ? byValue : Long.compare(id.applyAsLong(row), place.lastId());
    return reversed ? -order : order;
  }

  Cursor cursor(T row, String scope) {
    return new Cursor(id.applyAsLong(row), value.apply(row), scope + name + reversed);
  }

  static String padded(long number) {
    return String.format("%020d", number);
  }
}
