package dev.storebridge.sandbox.shopify.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shopify's search syntax: conditions side by side mean AND, OR binds weaker, a minus or NOT turns
 * a condition round, brackets group. Fields that this store cannot search are refused, where
 * Shopify would quietly ignore them.
 */
final class SearchQuery<T> {

  private static final Pattern TOKEN =
      Pattern.compile(
          "[()]|-?(?:[\\w.]+:(?:>=|<=|>|<)?)?(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|[^\\s()]+)");
  private static final Pattern TERM = Pattern.compile("(?s)(?:([\\w.]+):)?(>=|<=|>|<)?(.*)");

  private final List<String> tokens = new ArrayList<>();
  private final BiPredicate<T, SearchTerm> matcher;
  private int next;

  private SearchQuery(String text, BiPredicate<T, SearchTerm> matcher) {
    this.matcher = matcher;
    Matcher found = TOKEN.matcher(text);
    while (found.find()) {
      tokens.add(found.group());
    }
  }

  /** The filter that a text means; a null or blank text lets everything pass. */
  static <T> Predicate<T> of(String text, BiPredicate<T, SearchTerm> matcher) {
    if (text == null || text.isBlank()) {
      return any -> true;
    }
    SearchQuery<T> query = new SearchQuery<>(text, matcher);
    Predicate<T> filter = query.alternatives();
    if (query.next < query.tokens.size()) {
      throw invalid("unexpected " + query.tokens.get(query.next));
    }
    return filter;
  }

  static ApiException invalid(String why) {
    return new ApiException("Invalid search query: " + why, "BAD_REQUEST");
  }

  private Predicate<T> alternatives() {
    Predicate<T> filter = conditions();
    while (peek("OR")) {
      next++;
      filter = filter.or(conditions());
    }
    return filter;
  }

  private Predicate<T> conditions() {
    Predicate<T> filter = condition();
    while (next < tokens.size() && !peek("OR") && !peek(")")) {
      if (peek("AND")) {
        next++;
      }
      filter = filter.and(condition());
    }
    return filter;
  }

  private Predicate<T> condition() {
    if (next >= tokens.size()) {
      throw invalid("it ends too early");
    }
    String token = tokens.get(next++);
    if (token.equals("NOT")) {
      return condition().negate();
    }
    if (token.equals("(")) {
      Predicate<T> inner = alternatives();
      if (!peek(")")) {
        throw invalid("a bracket is not closed");
      }
      next++;
      return inner;
    }
    return token.startsWith("-") ? term(token.substring(1)).negate() : term(token);
  }

  private Predicate<T> term(String token) {
    Matcher parts = TERM.matcher(token);
    if (!parts.matches()) {
      throw invalid(token);
    }
    String field = parts.group(1) == null ? "" : parts.group(1);
    String comparator = parts.group(2) == null ? "=" : parts.group(2);
    SearchTerm term = new SearchTerm(field, comparator, unquoted(parts.group(3)));
    return row -> matcher.test(row, term);
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && "\"'".indexOf(value.charAt(0)) >= 0;
    return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
  }

  private boolean peek(String token) {
    return next < tokens.size() && tokens.get(next).equals(token);
  }
}
