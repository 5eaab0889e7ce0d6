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
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Follows the pages of a list to its end, and never in a circle. Pages are cut anew for every
 * request: what is added comes at the end, for the list is sorted by id; what is deleted draws the
 * rest forward, so that the page before is read again when the list has become shorter. Nothing is
 * handed over twice.
 */
final class PageWalk {

  /** As many as the API gives at once. */
  static final int SIZE = 100;

  private final RestApi api;
  private final StoreAccount store;
  private final Ask list;
  private final Set<String> ids = new HashSet<>();

  PageWalk(RestApi api, StoreAccount store, Ask list) {
    this.api = api;
    this.store = store;
    this.list = list;
  }

  /**
   * Hands over every entry once, page by page.
   *
   * @throws dev.storebridge.platform.PlatformException {@code RETRY_LATER} when a page repeats
   */
  void all(Consumer<List<JsonNode>> pages) {
    OptionalInt total = OptionalInt.empty();
    for (int page = 1; ; page++) {
      Reply reply = api.ask(store, page(page));
      List<JsonNode> fresh = fresh(reply.body());
      boolean shrunk = less(reply.total(), total);
      if (shrunk) {
        fresh.addAll(fresh(api.ask(store, page(page - 1)).body()));
      } else if (fresh.isEmpty() && !reply.body().isEmpty()) {
        throw WooCommerceErrors.noProgress(store.account());
      }
      if (!fresh.isEmpty()) {
        pages.accept(fresh);
      }
      if (last(reply, page)) {
        return;
      }
      total = reply.total();
    }
  }

  private Ask page(int number) {
    Map<String, String> query = new HashMap<>(list.query());
    query.put("page", Integer.toString(number));
    query.put("per_page", Integer.toString(SIZE));
    query.put("orderby", "id");
    query.put("order", "asc");
    return new Ask(list.path(), query, list.urgency());
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

  /** The shop's own count decides: plugins take entries out of pages that are not the last. */
  private static boolean last(Reply reply, int page) {
    return reply.body().isEmpty()
        || (reply.pages().isPresent()
            ? page >= reply.pages().getAsInt()
            : reply.body().size() < SIZE);
  }

  private static boolean less(OptionalInt now, OptionalInt before) {
    return now.isPresent() && before.isPresent() && now.getAsInt() < before.getAsInt();
  }
}
