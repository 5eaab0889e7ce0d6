package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.store.Shelf;
import dev.storebridge.sandbox.woocommerce.store.ShopTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Cuts a list into pages, counts it and says where the neighbouring pages are. */
final class Listing {

  private static final int USUAL = 10;
  private static final int MOST = 100;
  private static final List<String> ORDERS =
      List.of(
          "date",
          "id",
          "include",
          "title",
          "slug",
          "modified",
          "menu_order",
          "price",
          "popularity",
          "rating");

  private final Links links;
  private final ShopTime time;
  private final Shelf shelf;

  Listing(Links links, ShopTime time, Shelf shelf) {
    this.links = links;
    this.time = time;
    this.shelf = shelf;
  }

  /** Items that the parameters select, in the wanted order, one page of them. */
  Result items(Ask ask, List<Item> all, Function<Item, JsonNode> view) {
    List<Item> found =
        new ArrayList<>(all.stream().filter(Selection.of(ask, time, shelf)).toList());
    found.sort(order(ask));
    return page(ask, found, view);
  }

  /** One page of a list that is selected and sorted. */
  <T> Result page(Ask ask, List<T> found, Function<T, JsonNode> view) {
    int size = ask.number("per_page", USUAL, 1, MOST);
    int asked = ask.number("page", 1, 1, Integer.MAX_VALUE);
    int page = ask.repeats() ? 1 : asked;
    long offset = ask.number("offset", -1, 0, Integer.MAX_VALUE);
    long first = ask.repeats() ? -1 : offset;
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    found.stream()
        .skip(first < 0 ? (page - 1L) * size : first)
        .limit(size)
        .forEach(one -> items.add(Fields.cut(view.apply(one), ask)));
    int pages = (found.size() + size - 1) / size;
    int claimed = ask.repeats() ? asked + 1 : pages;
    Result result =
        Result.ok(items)
            .with("X-WP-Total", Integer.toString(found.size()))
            .with("X-WP-TotalPages", Integer.toString(claimed));
    String neighbours = neighbours(ask, asked, claimed);
    return neighbours.isEmpty() ? result : result.with("Link", neighbours);
  }

  private Comparator<Item> order(Ask ask) {
    boolean falling = ask.word("order", "desc", List.of("asc", "desc")).equals("desc");
    List<Long> included = ask.ids("include");
    Comparator<Item> order =
        switch (ask.word("orderby", "date", ORDERS)) {
          case "id" -> Comparator.comparing(Item::id);
          case "include" -> Comparator.comparing(item -> included.indexOf(item.id()));
          case "title" -> Comparator.comparing(item -> item.text("name"));
          case "slug" -> Comparator.comparing(item -> item.text("slug"));
          case "modified" -> Comparator.comparing(Item::modified);
          case "menu_order" -> Comparator.comparing(item -> item.get("menu_order").asInt());
          case "price" -> Comparator.comparing(this::price);
          default -> Comparator.comparing(Item::created);
        };
    if (ask.text("orderby", "").equals("include")) {
      return order;
    }
    Comparator<Item> steady = order.thenComparing(Item::id);
    return falling ? steady.reversed() : steady;
  }

  private BigDecimal price(Item item) {
    return Objects.requireNonNullElse(shelf.priceOf(item), BigDecimal.ZERO);
  }

  private String neighbours(Ask ask, int page, int pages) {
    List<String> neighbours = new ArrayList<>();
    if (page > 1) {
      neighbours.add(
          "<" + address(ask, Math.min(page - 1, Math.max(1, pages))) + ">; rel=\"prev\"");
    }
    if (page < pages) {
      neighbours.add("<" + address(ask, page + 1) + ">; rel=\"next\"");
    }
    return String.join(", ", neighbours);
  }

  /** The asked address with another page; WordPress writes true as 1. */
  private String address(Ask ask, int page) {
    Map<String, String> query = new LinkedHashMap<>(ask.query());
    query.remove("rest_route");
    query.replaceAll((name, value) -> value.equals("true") ? "1" : value);
    query.put("page", Integer.toString(page));
    String route = links.route(ask.route());
    return route + (route.contains("?") ? "&" : "?") + Fields.query(query);
  }
}
