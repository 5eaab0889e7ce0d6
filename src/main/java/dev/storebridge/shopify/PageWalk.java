package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.AccountId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Follows a connection's cursors to the end, and never in a circle. */
final class PageWalk {

  private final AccountId account;
  private final Function<String, JsonNode> fetch;
  private final Set<String> cursors = new HashSet<>();
  private final Set<String> ids = new HashSet<>();

  /**
   * @param fetch the connection after a cursor; the first cursor may be null
   */
  PageWalk(AccountId account, Function<String, JsonNode> fetch) {
    this.account = account;
    this.fetch = fetch;
  }

  /**
   * Hands over every node once.
   *
   * @throws dev.storebridge.platform.PlatformException {@code RETRY_LATER} when a page repeats
   */
  void from(String cursor, Consumer<JsonNode> nodes) {
    String next = cursor;
    while (true) {
      JsonNode page = fetch.apply(next);
      boolean progress = false;
      for (JsonNode node : page.path("nodes")) {
        if (ids.add(node.path("id").asText())) {
          progress = true;
          nodes.accept(node);
        }
      }
      if (!hasNext(page)) {
        return;
      }
      next = endCursor(page);
      if (!progress || next == null || !cursors.add(next)) {
        throw ShopifyErrors.noProgress(account);
      }
    }
  }

  static boolean hasNext(JsonNode connection) {
    return connection.path("pageInfo").path("hasNextPage").asBoolean();
  }

  static String endCursor(JsonNode connection) {
    return connection.path("pageInfo").path("endCursor").textValue();
  }
}
