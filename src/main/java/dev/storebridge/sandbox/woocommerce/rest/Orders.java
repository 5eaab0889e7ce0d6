package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.OrderBook;
import dev.storebridge.sandbox.woocommerce.store.SavedOrder;
import dev.storebridge.sandbox.woocommerce.store.ShopTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** {@code /orders}. No filter knows of meta, as at WooCommerce. */
final class Orders implements Collection {

  private static final List<String> ORDER_BY =
      List.of("date", "id", "include", "title", "slug", "modified");

  private final OrderBook book;
  private final OrderWriter writer;
  private final Listing listing;
  private final Links links;
  private final ShopTime time;

  Orders(OrderBook book, OrderWriter writer, Listing listing, Links links, ShopTime time) {
    this.book = book;
    this.writer = writer;
    this.listing = listing;
    this.links = links;
    this.time = time;
  }

  Result list(Ask ask) {
    Predicate<SavedOrder> filter =
        status(ask)
            .and(ids(ask))
            .and(dated(ask, "after", SavedOrder::created, true))
            .and(dated(ask, "before", SavedOrder::created, false))
            .and(dated(ask, "modified_after", SavedOrder::modified, true))
            .and(dated(ask, "modified_before", SavedOrder::modified, false))
            .and(words(ask));
    List<SavedOrder> found = new ArrayList<>(book.all().stream().filter(filter).toList());
    found.sort(order(ask));
    return listing.page(ask, found, this::show);
  }

  private static Predicate<SavedOrder> status(Ask ask) {
    List<String> wanted = ask.list("status");
    for (String status : wanted) {
      if (!status.equals("any")
          && !status.equals("trash")
          && !OrderWriter.STATUSES.contains(status)) {
        throw RestError.badParameter("status", "status[0] is not one of the statuses.");
      }
    }
    return wanted.isEmpty() || wanted.contains("any")
        ? order -> !order.status().equals("trash")
        : order -> wanted.contains(order.status());
  }

  private static Predicate<SavedOrder> ids(Ask ask) {
    if (!ask.has("include")) {
      return order -> true;
    }
    Set<Long> wanted = new HashSet<>(ask.ids("include"));
    return order -> wanted.contains(order.id());
  }

  /** Number, names and e-mail are searched, meta is not. */
  private static Predicate<SavedOrder> words(Ask ask) {
    Predicate<SavedOrder> filter = order -> true;
    if (ask.has("created_via")) {
      List<String> wanted = ask.list("created_via");
      filter = filter.and(order -> wanted.contains(order.text("created_via")));
    }
    if (ask.has("search")) {
      String words = ask.text("search", "").toLowerCase(Locale.ROOT);
      filter =
          filter.and(
              order ->
                  (order.id()
                          + " "
                          + order.facts().path("billing")
                          + order.facts().path("shipping"))
                      .toLowerCase(Locale.ROOT)
                      .contains(words));
    }
    return filter;
  }

  private Predicate<SavedOrder> dated(
      Ask ask, String name, Function<SavedOrder, Instant> date, boolean later) {
    if (!ask.has(name)) {
      return order -> true;
    }
    try {
      Instant bound = time.read(ask.text(name, ""), ask.flag("dates_are_gmt"));
      return order -> later ? date.apply(order).isAfter(bound) : date.apply(order).isBefore(bound);
    } catch (DateTimeException e) {
      throw RestError.badParameter(name, "Invalid date.");
    }
  }

  private static Comparator<SavedOrder> order(Ask ask) {
    boolean falling = ask.word("order", "desc", List.of("asc", "desc")).equals("desc");
    Comparator<SavedOrder> order =
        switch (ask.word("orderby", "date", ORDER_BY)) {
          case "id", "include" -> Comparator.comparing(SavedOrder::id);
          case "modified" -> Comparator.comparing(SavedOrder::modified);
          default -> Comparator.comparing(SavedOrder::created);
        };
    Comparator<SavedOrder> steady = order.thenComparing(SavedOrder::id);
    return falling ? steady.reversed() : steady;
  }

  JsonNode get(long id) {
    return show(find(id, 404));
  }

  @Override
  public JsonNode create(JsonNode body) {
    return show(book.add(writer.created(body)));
  }

  @Override
  public JsonNode update(long id, JsonNode body) {
    SavedOrder order = find(id, 400);
    return show(book.save(order, writer.changed(order, body)));
  }

  @Override
  public JsonNode delete(long id, boolean force) {
    SavedOrder order = find(id, 404);
    JsonNode before = show(order);
    if (force) {
      book.remove(order);
    } else if (order.status().equals("trash")) {
      throw new RestError(
          410, "woocommerce_rest_already_trashed", "The order has already been deleted.");
    } else {
      book.trash(order);
    }
    return before;
  }

  /** A note at an order; nothing else hears of it. */
  Result note(long id, JsonNode body, ObjectNode shown, long noteId) {
    SavedOrder order = find(id, 404);
    shown.put("id", noteId).put("author", "WooCommerce");
    shown.put("note", body.path("note").asText(""));
    shown.put("customer_note", body.path("customer_note").asBoolean());
    return Result.created(shown, links.route("/wc/v3/orders/" + order.id() + "/notes/" + noteId));
  }

  private SavedOrder find(long id, int status) {
    return book.find(id)
        .orElseThrow(
            () -> new RestError(status, "woocommerce_rest_shop_order_invalid_id", "Invalid ID."));
  }

  ObjectNode show(SavedOrder order) {
    ObjectNode json = order.facts().deepCopy();
    json.put("id", order.id()).put("number", Long.toString(order.id()));
    date(json, "date_created", order.created());
    date(json, "date_modified", order.modified());
    date(json, "date_completed", order.completed());
    date(json, "date_paid", order.paid());
    json.put("payment_url", links.home() + "/checkout/order-pay/" + order.id() + "/");
    json.put("is_editable", List.of("pending", "on-hold").contains(order.status()));
    json.put("needs_payment", List.of("pending", "failed").contains(order.status()));
    json.put("needs_processing", true);
    json.set("_links", links.of("/wc/v3/orders/" + order.id(), "/wc/v3/orders", null));
    return json;
  }

  private void date(ObjectNode json, String name, Instant instant) {
    json.put(name, instant == null ? null : time.local(instant));
    json.put(name + "_gmt", instant == null ? null : time.gmt(instant));
  }
}
