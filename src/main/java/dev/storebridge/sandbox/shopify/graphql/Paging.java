package dev.storebridge.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;

/** Cuts sorted lists into pages by Shopify's rules. */
final class Paging {

  private static final int MOST = 250;

  private Paging() {}

  /** The page that the field's arguments ask for, of rows that are in the order of the sort. */
  static <T> Page page(DataFetchingEnvironment env, List<T> rows, Sort<T> sort) {
    String scope = scope(env);
    BulkWindow window = env.getGraphQlContext().get(BulkWindow.class);
    if (window != null) {
      return cut(rows, bulk(env, rows.size(), window), sort, scope);
    }
    int first = first(env);
    String after = env.getArgument("after");
    Caller caller = env.getGraphQlContext().get(Caller.class);
    if (caller.repeatsPages() && isRoot(env)) {
      Page page = cut(rows, new int[] {0, Math.min(first, rows.size())}, sort, scope);
      return new Page(page.nodes(), false, true, page.cursors());
    }
    int from = after == null ? 0 : position(rows, sort, Cursor.decode(after, key(sort, scope)));
    return cut(rows, new int[] {from, Math.min(rows.size(), from + first)}, sort, scope);
  }

  private static String key(Sort<?> sort, String scope) {
    return scope + sort.name() + sort.reversed();
  }

  private static int[] bulk(DataFetchingEnvironment env, int size, BulkWindow window) {
    if (!isRoot(env)) {
      return new int[] {0, size};
    }
    int from = Math.min(window.offset(), size);
    return new int[] {from, Math.min(size, from + window.size())};
  }

  private static boolean isRoot(DataFetchingEnvironment env) {
    return env.getExecutionStepInfo().getPath().getLevel() == 1;
  }

  @SuppressWarnings("unchecked")
  private static <T> Page cut(List<T> rows, int[] range, Sort<T> sort, String scope) {
    return new Page(
        rows.subList(range[0], range[1]),
        range[0] > 0,
        range[1] < rows.size(),
        row -> sort.cursor((T) row, scope).encoded());
  }

  private static int first(DataFetchingEnvironment env) {
    Integer first = env.getArgument("first");
    if (first == null) {
      throw new ApiException("you must provide one of first or last", "BAD_REQUEST");
    }
    if (first < 0 || first > MOST) {
      throw new ApiException(
          "first must be between 0 and " + MOST + ", not " + first, "BAD_REQUEST");
    }
    return first;
  }

  /** The index of the first row after the place. */
  private static <T> int position(List<T> rows, Sort<T> sort, Cursor place) {
    int low = 0;
    int high = rows.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sort.compare(rows.get(middle), place) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** What makes a list this list: the field and the filter, not the page. */
  private static String scope(DataFetchingEnvironment env) {
    Map<String, Object> arguments = env.getArguments();
    return env.getField().getName() + "|" + arguments.get("query") + "|";
  }
}
