package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.AccountId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
   * @param fetch the connection after a cursor, which is null for the first page
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
  void all(Consumer<JsonNode> nodes) {
    JsonNode page = fetch.apply(null);
    page.path("nodes").forEach(nodes);
    rest(page, nodes);
  }

  /** Hands over the nodes after this page. */
  void rest(JsonNode firstPage, Consumer<JsonNode> nodes) {
    JsonNode page = firstPage;
    fresh(page);
    while (hasNext(page)) {
      String cursor = page.path("pageInfo").path("endCursor").textValue();
      if (cursor == null || !cursors.add(cursor)) {
        throw ShopifyErrors.noProgress(account);
      }
      page = fetch.apply(cursor);
      List<JsonNode> fresh = fresh(page);
      if (fresh.isEmpty() && hasNext(page)) {
        throw ShopifyErrors.noProgress(account);
      }
      fresh.forEach(nodes);
    }
  }

  private List<JsonNode> fresh(JsonNode page) {
    List<JsonNode> fresh = new ArrayList<>();
    for (JsonNode node : page.path("nodes")) {
      if (ids.add(node.path("id").asText())) {
        fresh.add(node);
      }
    }
    return fresh;
  }

  private static boolean hasNext(JsonNode page) {
    return page.path("pageInfo").path("hasNextPage").asBoolean();
  }
}
