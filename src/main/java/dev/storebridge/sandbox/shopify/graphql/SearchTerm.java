package dev.storebridge.sandbox.shopify.graphql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * One condition of a search, such as {@code updated_at:>'2026-11-22T00:00:00Z'}.
 *
 * @param field empty for a bare word
 * @param comparator one of {@code = > >= < <=}
 */
public record SearchTerm(String field, String comparator, String value) {

  /** Whether a text equals the value, without regard to case; a final star stands for anything. */
  boolean matches(String text) {
    if (text == null) {
      return false;
    }
    String mine = text.toLowerCase(Locale.ROOT);
    String wanted = value.toLowerCase(Locale.ROOT);
    return wanted.endsWith("*")
        ? mine.startsWith(wanted.substring(0, wanted.length() - 1))
        : mine.equals(wanted);
  }

  boolean matches(Instant at) {
    return compare(at.compareTo(instant()));
  }

  boolean matches(long number) {
    return compare(Long.compare(number, number()));
  }

  private boolean compare(int order) {
    return switch (comparator) {
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      default -> order == 0;
    };
  }

  private long number() {
    String digits = value.substring(value.lastIndexOf('/') + 1);
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw SearchQuery.invalid(field + " wants a number, not " + value);
    }
  }

  private Instant instant() {
    try {
      return value.length() == 10
          ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw SearchQuery.invalid(field + " wants a time such as 2026-11-22T00:00:00Z, not " + value);
    }
  }
}
