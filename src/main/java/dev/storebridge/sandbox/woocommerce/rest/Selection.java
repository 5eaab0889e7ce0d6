package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.store.Shelf;
import dev.storebridge.sandbox.woocommerce.store.ShopTime;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The filters of a list. What a route does not know it ignores, as WordPress does. */
final class Selection {

  private static final List<String> STATUSES =
      List.of("any", "future", "trash", "draft", "pending", "private", "publish");
  private static final List<String> TYPES = List.of("simple", "grouped", "external", "variable");
  private static final List<String> STOCK = List.of("instock", "outofstock", "onbackorder");

  private final Ask ask;
  private final ShopTime time;
  private final Shelf shelf;
  private final List<Predicate<Item>> filters = new ArrayList<>();

  private Selection(Ask ask, ShopTime time, Shelf shelf) {
    this.ask = ask;
    this.time = time;
    this.shelf = shelf;
  }

  /**
   * What the parameters let through.
   *
   * @throws RestError when one makes no sense
   */
  static Predicate<Item> of(Ask ask, ShopTime time, Shelf shelf) {
    Selection selection = new Selection(ask, time, shelf);
    selection.status();
    selection.ids();
    selection.facts();
    selection.money();
    selection.dates();
    return selection.filters.stream().reduce(item -> true, Predicate::and);
  }

  /** Things in the trash are seen only by who asks for them. */
  private void status() {
    String status = ask.word("status", "any", STATUSES);
    filters.add(
        status.equals("any")
            ? item -> !item.inTrash()
            : item -> item.text("status").equals(status));
    among("include_status", item -> item.text("status"), true);
    among("exclude_status", item -> item.text("status"), false);
  }

  private void ids() {
    if (ask.has("include")) {
      Set<Long> wanted = new HashSet<>(ask.ids("include"));
      filters.add(item -> wanted.contains(item.id()));
    }
    if (ask.has("exclude")) {
      Set<Long> unwanted = new HashSet<>(ask.ids("exclude"));
      filters.add(item -> !unwanted.contains(item.id()));
    }
    if (ask.has("parent")) {
      Set<Long> parents = new HashSet<>(ask.ids("parent"));
      filters.add(item -> parents.contains(item.parent()));
    }
  }

  private void facts() {
    if (ask.has("type")) {
      String type = ask.word("type", "", TYPES);
      filters.add(item -> item.text("type").equals(type));
    }
    among("include_types", item -> item.text("type"), true);
    among("exclude_types", item -> item.text("type"), false);
    among("sku", item -> item.text("sku"), true);
    among("slug", item -> item.text("slug"), true);
    among("global_unique_id", item -> item.text("global_unique_id"), true);
    if (ask.has("stock_status")) {
      String status = ask.word("stock_status", "", STOCK);
      filters.add(item -> ItemView.status(item).equals(status));
    }
    containing("search", List.of("name", "description"));
    containing("search_sku", List.of("sku"));
    containing("search_name_or_sku", List.of("name", "sku"));
    same("virtual");
    same("downloadable");
    tagged("category", "categories");
    tagged("tag", "tags");
  }

  private void money() {
    bounded("min_price", false);
    bounded("max_price", true);
    if (ask.has("on_sale")) {
      boolean wanted = ask.flag("on_sale");
      filters.add(item -> (item.amount("sale_price") != null) == wanted);
    }
  }

  private void dates() {
    dated("after", Item::created, true);
    dated("before", Item::created, false);
    dated("modified_after", Item::modified, true);
    dated("modified_before", Item::modified, false);
  }

  private void among(String name, Function<Item, String> fact, boolean wanted) {
    if (ask.has(name)) {
      Set<String> values = new HashSet<>(ask.list(name));
      filters.add(item -> values.contains(fact.apply(item)) == wanted);
    }
  }

  private void containing(String name, List<String> members) {
    if (ask.has(name)) {
      String words = ask.text(name, "").toLowerCase(Locale.ROOT);
      filters.add(
          item ->
              members.stream()
                  .anyMatch(one -> item.text(one).toLowerCase(Locale.ROOT).contains(words)));
    }
  }

  private void same(String member) {
    if (ask.has(member)) {
      boolean wanted = ask.flag(member);
      filters.add(item -> item.is(member) == wanted);
    }
  }

  private void tagged(String name, String member) {
    if (ask.has(name)) {
      Set<Long> wanted = new HashSet<>(ask.ids(name));
      filters.add(
          item -> {
            for (JsonNode one : item.get(member)) {
              if (wanted.contains(one.path("id").asLong())) {
                return true;
              }
            }
            return false;
          });
    }
  }

  private void bounded(String name, boolean upper) {
    if (!ask.has(name)) {
      return;
    }
    BigDecimal bound;
    try {
      bound = new BigDecimal(ask.text(name, ""));
    } catch (NumberFormatException e) {
      throw RestError.badParameter(name, name + " is not a number.");
    }
    filters.add(
        item -> {
          BigDecimal price = shelf.priceOf(item);
          return price != null
              && (upper ? price.compareTo(bound) <= 0 : price.compareTo(bound) >= 0);
        });
  }

  private void dated(String name, Function<Item, Instant> date, boolean later) {
    if (!ask.has(name)) {
      return;
    }
    Instant bound;
    try {
      bound = time.read(ask.text(name, ""), ask.flag("dates_are_gmt"));
    } catch (DateTimeException e) {
      throw RestError.badParameter(name, "Invalid date.");
    }
    filters.add(item -> later ? date.apply(item).isAfter(bound) : date.apply(item).isBefore(bound));
  }
}
