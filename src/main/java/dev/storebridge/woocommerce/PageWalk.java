package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.woocommerce.RestApi.Ask;
import dev.storebridge.woocommerce.RestApi.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Follows the pages of a list to its end, several at a time, and never in a circle.
 *
 * <p>Pages are cut anew for every request. The list is sorted by id, so what is added comes at its
 * end; what is deleted draws the rest forward, past the pages that were read. Therefore each page
 * begins with the last entry of the one before: where two neighbours share none, something moved
 * between them, and the pages before are read again. Nothing is handed over twice.
 */
final class PageWalk {

  /** As many as the API gives at once. */
  static final int SIZE = 100;

  private static final int STEP = SIZE - 1;
  private static final int PAGES_AHEAD = 8;

  private final RestApi api;
  private final StoreAccount store;
  private final Ask list;
  private final Set<String> ids = new HashSet<>();

  PageWalk(RestApi api, StoreAccount store, Ask list) {
    this.api = api;
    this.store = store;
    this.list = list;
  }

  /** How many requests are worth having under way for a store. */
  static int ahead(StoreAccount store) {
    return store.limits().concurrent().orElse(PAGES_AHEAD);
  }

  /**
   * Hands over every entry once, page by page, on the calling thread.
   *
   * @throws dev.storebridge.platform.PlatformException {@code RETRY_LATER} when a page repeats
   */
  void all(Consumer<List<JsonNode>> pages) {
    Reply page = page(0);
    handOver(fresh(page.body()), pages);
    int end = end(page, 0);
    if (end > 1) {
      rest(page, end, pages);
    }
  }

  private void rest(Reply first, int known, Consumer<List<JsonNode>> pages) {
    Reply before = first;
    int end = known;
    try (Ahead<Reply> ahead = new Ahead<>(ahead(store), number -> page(number + 1))) {
      for (int number = 1; number < end; number++) {
        Reply page = ahead.next(end - 1);
        handOver(news(number, before, page), pages);
        if (page.body().isEmpty()) {
          return;
        }
        end = Math.max(end, end(page, number));
        before = page;
      }
    }
  }

  private static void handOver(List<JsonNode> fresh, Consumer<List<JsonNode>> pages) {
    if (!fresh.isEmpty()) {
      pages.accept(fresh);
    }
  }

  /** What a page brings, and what slipped out between it and the one before. */
  private List<JsonNode> news(int number, Reply before, Reply page) {
    List<JsonNode> fresh = fresh(page.body());
    if (!touch(before, page)) {
      fresh.addAll(slippedBefore(number));
    } else if (fresh.isEmpty() && page.body().size() > 1 && !shrunk(before, page)) {
      throw WooCommerceErrors.noProgress(store.account());
    }
    return fresh;
  }

  /** Goes back page by page until one brings nothing new. */
  private List<JsonNode> slippedBefore(int number) {
    List<JsonNode> slipped = new ArrayList<>();
    for (int back = number - 1; back >= 0; back--) {
      List<JsonNode> fresh = fresh(page(back).body());
      if (fresh.isEmpty()) {
        break;
      }
      slipped.addAll(fresh);
    }
    return slipped;
  }

  private Reply page(int number) {
    Map<String, String> query = new HashMap<>(list.query());
    query.put("offset", Integer.toString(number * STEP));
    query.put("per_page", Integer.toString(SIZE));
    query.put("orderby", "id");
    query.put("order", "asc");
    return api.ask(store, new Ask(list.path(), query, list.urgency()));
  }

  private List<JsonNode> fresh(JsonNode page) {
    List<JsonNode> fresh = new ArrayList<>();
    for (JsonNode node : page) {
      if (ids.add(Json.text(node, "id"))) {
        fresh.add(node);
      }
    }
    return fresh;
  }

  private static boolean touch(Reply before, Reply page) {
    Set<String> known = new HashSet<>();
    before.body().forEach(node -> known.add(Json.text(node, "id")));
    for (JsonNode node : page.body()) {
      if (known.contains(Json.text(node, "id"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean shrunk(Reply before, Reply page) {
    return page.total().isPresent()
        && before.total().isPresent()
        && page.total().getAsInt() < before.total().getAsInt();
  }

  /**
   * How many pages there are, as one of them tells. The shop's own count decides: plugins take
   * entries out of pages that are not the last. Where it tells none, a full page has a next one.
   */
  private static int end(Reply page, int number) {
    if (page.total().isEmpty() && page.pages().isEmpty()) {
      return page.body().size() < SIZE ? number + 1 : number + 2;
    }
    int entries = Math.max(page.total().orElse(0), (page.pages().orElse(1) - 1) * SIZE + 1);
    return entries <= SIZE ? 1 : 1 + Math.ceilDiv(entries - SIZE, STEP);
  }
}
