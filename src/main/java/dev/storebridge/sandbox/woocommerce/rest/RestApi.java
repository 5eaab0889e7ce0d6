package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.OrderBook;
import dev.storebridge.sandbox.woocommerce.store.Photos;
import dev.storebridge.sandbox.woocommerce.store.Shelf;
import dev.storebridge.sandbox.woocommerce.store.Shop;
import dev.storebridge.sandbox.woocommerce.store.ShopTime;
import dev.storebridge.sandbox.woocommerce.webhook.Webhooks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** The routes of {@code wc/v3}, for a caller whose key was checked. */
public final class RestApi {

  /**
   * What an installation can do.
   *
   * @param shopWideVariations whether {@code /variations} exists
   * @param stockAsText whether quantities come as strings
   * @param decimalStock whether quantities may have decimals
   */
  public record Abilities(boolean shopWideVariations, boolean stockAsText, boolean decimalStock) {}

  /** What the shop does besides showing its wares. */
  public record Desks(Webhooks webhooks, OrderBook orders) {}

  private final Shelf shelf;
  private final Shop shop;
  private final Links links;
  private final Abilities abilities;
  private final ProductView view;
  private final Products products;
  private final Variations variations;
  private final Categories categories;
  private final Categories tags;
  private final GlobalAttributes attributes;
  private final ShopSettings settings;
  private final Orders orders;
  private final OrderRefunds refunds;
  private final OrderBook orderBook;
  private final List<Route> routes = new ArrayList<>();

  /**
   * @param clock dates webhooks
   */
  public RestApi(
      Shelf shelf,
      Photos photos,
      Shop shop,
      Links links,
      Abilities abilities,
      Desks desks,
      Clock clock) {
    this.shelf = shelf;
    this.orderBook = desks.orders();
    this.shop = shop;
    this.links = links;
    this.abilities = abilities;
    ShopTime time = new ShopTime(shop.zone());
    ItemView common = new ItemView(time, abilities.stockAsText());
    VariationView variationView = new VariationView(shelf, photos, links, common);
    Check check = new Check(abilities.decimalStock());
    ItemWriter writer = new ItemWriter(shelf, check, new PhotoWriter(photos));
    Listing listing = new Listing(links, time, shelf);
    this.view = new ProductView(shelf, photos, links, common, variationView);
    this.products = new Products(shelf, view, writer, listing);
    this.variations = new Variations(shelf, variationView, writer, listing);
    this.categories = new Categories(shelf, listing, links, "categories");
    this.tags = new Categories(shelf, listing, links, "tags");
    this.attributes = new GlobalAttributes(shelf, listing, links);
    this.settings = new ShopSettings(shop, links);
    this.orders = new Orders(orderBook, new OrderWriter(shelf, shop), listing, links, time);
    this.refunds = new OrderRefunds(orderBook, shelf, listing, links, time);
    productRoutes();
    variationRoutes();
    otherRoutes();
    orderRoutes();
    routes.addAll(new WebhookRoutes(desks.webhooks(), links, listing, time, clock).routes());
  }

  private void productRoutes() {
    String all = "/products";
    String one = "/products/{id}";
    add("GET", all, (ask, parts) -> products.list(ask));
    add("POST", all, (ask, parts) -> created(products, ask, all));
    add("POST PUT PATCH", all + "/batch", (ask, parts) -> Batch.carryOut(ask.body(), products));
    add("GET", one, (ask, parts) -> seen(products.get(Route.id(parts, 1)), ask));
    changes(one, 1, parts -> products);
  }

  private void variationRoutes() {
    String all = "/products/{id}/variations";
    String one = all + "/{id}";
    add("GET", all, (ask, parts) -> variations.list(ask, Route.id(parts, 1)));
    add(
        "POST",
        all,
        (ask, parts) -> {
          long product = Route.id(parts, 1);
          return created(variations.of(product), ask, all.replace("{id}", "" + product));
        });
    add(
        "POST PUT PATCH",
        all + "/batch",
        (ask, parts) -> Batch.carryOut(ask.body(), variations.of(Route.id(parts, 1))));
    add(
        "GET",
        one,
        (ask, parts) -> seen(variations.get(Route.id(parts, 1), Route.id(parts, 2)), ask));
    changes(one, 2, parts -> variations.of(Route.id(parts, 1)));
    if (abilities.shopWideVariations()) {
      add("GET", "/variations", (ask, parts) -> variations.all(ask));
    }
  }

  private void otherRoutes() {
    terms("/products/categories", categories);
    terms("/products/tags", tags);
    String shared = "/products/attributes";
    add("GET", shared, (ask, parts) -> attributes.list(ask));
    add("GET", shared + "/{id}", (ask, parts) -> seen(attributes.get(Route.id(parts, 1)), ask));
    add("GET", shared + "/{id}/terms", (ask, parts) -> attributes.terms(ask, Route.id(parts, 1)));
    add("GET", "/settings", (ask, parts) -> seen(settings.groups(), ask));
    add("GET", "/settings/{word}", (ask, parts) -> seen(settings.group(parts.group(1)), ask));
    add(
        "GET",
        "/settings/{word}/{word}",
        (ask, parts) -> seen(settings.setting(parts.group(1), parts.group(2)), ask));
    add("GET", "/data/currencies/current", (ask, parts) -> seen(settings.currency(), ask));
    add("GET", "/system_status", (ask, parts) -> seen(settings.systemStatus(), ask));
    add("GET", "", (ask, parts) -> Result.ok(index()));
  }

  private void orderRoutes() {
    String all = "/orders";
    String one = "/orders/{id}";
    add("GET", all, (ask, parts) -> orders.list(ask));
    add("POST", all, (ask, parts) -> created(orders, ask, all));
    add("POST PUT PATCH", all + "/batch", (ask, parts) -> Batch.carryOut(ask.body(), orders));
    add("GET", one, (ask, parts) -> seen(orders.get(Route.id(parts, 1)), ask));
    changes(one, 1, parts -> orders);
    String refunded = one + "/refunds";
    add("GET", refunded, (ask, parts) -> refunds.list(ask, Route.id(parts, 1)));
    add("POST", refunded, (ask, parts) -> refunded(ask, Route.id(parts, 1)));
    add(
        "POST",
        one + "/notes",
        (ask, parts) ->
            orders.note(
                Route.id(parts, 1),
                ask.body(),
                JsonNodeFactory.instance.objectNode(),
                shelf.nextId()));
  }

  private Result refunded(Ask ask, long order) {
    return Result.created(refunds.create(order, ask.body()), refunds.location(order));
  }

  /** Gives money back past the API, as the admin pages do. */
  public JsonNode refund(long order, JsonNode body) {
    synchronized (shelf) {
      return refunds.create(order, body);
    }
  }

  /** Places an order past the API, as a checkout does. */
  public JsonNode place(JsonNode body) {
    synchronized (shelf) {
      return orders.create(body);
    }
  }

  /** Changes an order past the API, as the admin pages do. */
  public JsonNode change(long order, JsonNode body) {
    synchronized (shelf) {
      return orders.update(order, body);
    }
  }

  private void terms(String path, Categories terms) {
    add("GET", path, (ask, parts) -> terms.list(ask));
    add("GET", path + "/{id}", (ask, parts) -> seen(terms.get(Route.id(parts, 1)), ask));
  }

  /** Which collection a path means. */
  private interface Target {
    Collection of(Matcher parts);
  }

  private void changes(String path, int group, Target target) {
    add(
        "POST PUT PATCH",
        path,
        (ask, parts) -> seen(target.of(parts).update(Route.id(parts, group), ask.body()), ask));
    add(
        "DELETE",
        path,
        (ask, parts) ->
            seen(target.of(parts).delete(Route.id(parts, group), ask.flag("force")), ask));
  }

  private static Result seen(JsonNode whole, Ask ask) {
    return Result.ok(Fields.cut(whole, ask));
  }

  private Result created(Collection collection, Ask ask, String path) {
    JsonNode made = collection.create(ask.body());
    String location = links.route("/wc/v3" + path + "/" + made.path("id").asText());
    return Result.created(Fields.cut(made, ask), location);
  }

  /** A route that is answered while nothing else changes the shelf. */
  private void add(String methods, String path, Route.Handler handler) {
    Route.Handler alone =
        (ask, parts) -> {
          synchronized (shelf) {
            return handler.answer(ask, parts);
          }
        };
    routes.add(Route.of(methods, path, alone));
  }

  /** What a call is counted as: method and route with {@code {id}} for numbers. */
  public String label(String method, String path) {
    if (path.equals("/")) {
      return method + " /wp-json";
    }
    return route(method, path)
        .map(route -> method + " " + route.label())
        .orElse(method + " unknown");
  }

  /** Whether there is such a route. */
  public boolean knows(String method, String path) {
    return route(method, path).isPresent();
  }

  /**
   * Answers as the shop does.
   *
   * @throws RestError when the request is refused
   */
  public Result answer(Ask ask) {
    Route route = route(ask.method(), ask.route()).orElseThrow(RestError::noRoute);
    Matcher parts = route.path().matcher(ask.route());
    parts.matches();
    return route.handler().answer(ask, parts);
  }

  private Optional<Route> route(String method, String path) {
    return routes.stream()
        .filter(one -> one.methods().contains(method) && one.path().matcher(path).matches())
        .findFirst();
  }

  /** A product, variation or order as the API shows it now. */
  public ObjectNode thing(long id) {
    synchronized (shelf) {
      if (orderBook.find(id).isPresent()) {
        return orders.show(orderBook.find(id).get());
      }
      return shelf.find(id).map(view::show).orElseGet(() -> RestError.unknownProduct(404).body());
    }
  }

  /** The root of the whole API, which anybody may see. */
  public Result root(Ask ask, boolean active) {
    return seen(root(active), ask);
  }

  private ObjectNode root(boolean active) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("name", shop.name()).put("description", "").put("url", links.home());
    root.put("home", links.home()).put("timezone_string", shop.zone().getId());
    ArrayNode namespaces = root.putArray("namespaces").add("oembed/1.0");
    if (active) {
      namespaces.add("wc/v1").add("wc/v2").add("wc/v3");
    }
    namespaces.add("wp/v2");
    root.putArray("authentication");
    return root;
  }

  private ObjectNode index() {
    ObjectNode index = JsonNodeFactory.instance.objectNode();
    index.put("namespace", "wc/v3");
    ObjectNode all = index.putObject("routes");
    routes.forEach(route -> all.putObject("/wc/v3" + route.label()));
    return index;
  }
}
