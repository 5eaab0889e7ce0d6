package dev.storebridge.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of the search syntax that this store knows for deliveries: conditions that all hold. */
public final class Filter implements Predicate<JsonNode> {

  private static final Pattern TERM = Pattern.compile("([\\w.]+):(>=|<=|>|<)?(\\S+)");

  private record Term(String field, String comparator, String value) {}

  private final List<Term> terms;

  private Filter(List<Term> terms) {
    this.terms = terms;
  }

  /** The filter that a text means; null lets everything pass. */
  static Filter of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("No filter: " + text));
  }

  /** Empty for a text that is none, such as one without a field. */
  public static Optional<Filter> parse(String text) {
    List<Term> terms = new ArrayList<>();
    for (String part : text == null || text.isBlank() ? new String[0] : text.split("\\s+", -1)) {
      Matcher term = TERM.matcher(part);
      if (term.matches()) {
        terms.add(new Term(term.group(1), term.group(2), term.group(3)));
      } else if (!part.equals("AND")) {
        return Optional.empty();
      }
    }
    return Optional.of(new Filter(terms));
  }

  /** The members that it looks at. */
  public List<String> fields() {
    return terms.stream().map(Term::field).toList();
  }

  @Override
  public boolean test(JsonNode body) {
    return terms.stream()
        .allMatch(term -> holds(term, body.at("/" + term.field().replace('.', '/'))));
  }

  private static boolean holds(Term term, JsonNode value) {
    if (term.comparator() == null) {
      return value.asText().equalsIgnoreCase(term.value());
    }
    try {
      int order = new BigDecimal(value.asText()).compareTo(new BigDecimal(term.value()));
      return switch (term.comparator()) {
        case ">" -> order > 0;
        case ">=" -> order >= 0;
        case "<" -> order < 0;
        default -> order <= 0;
      };
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }
}
