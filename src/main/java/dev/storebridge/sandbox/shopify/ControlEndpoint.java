package dev.storebridge.sandbox.shopify;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.catalogue.TroubleProducts;
import dev.storebridge.sandbox.http.Incoming;
import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.shopify.store.StoredProduct;
import dev.storebridge.sandbox.shopify.webhook.Topic;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The control face over HTTP, under {@code /sandbox/}: what the store holds, edits, switches. */
final class ControlEndpoint {

  static final String PREFIX = "/sandbox/";

  private static final List<String> STATUSES = List.of("active", "draft", "archived", "unlisted");

  private final ShopifySandbox sandbox;
  private final WareView view;

  ControlEndpoint(ShopifySandbox sandbox) {
    this.sandbox = sandbox;
    this.view = new WareView(sandbox);
  }

  Reply handle(Incoming request) {
    Reply reply;
    try {
      reply = route(request);
    } catch (IllegalArgumentException | IOException e) {
      reply = Reply.json(400, Map.of("error", String.valueOf(e.getMessage())));
    }
    return reply
        .with("Access-Control-Allow-Origin", "*")
        .with("Access-Control-Allow-Headers", "Content-Type")
        .with("Access-Control-Allow-Methods", "GET, POST, DELETE");
  }

  private Reply route(Incoming request) throws IOException {
    String path = request.path().substring(PREFIX.length());
    String what =
        request.method() + " " + path.replaceFirst("(products|webhooks)/[0-9]+$", "$1/id");
    return switch (what) {
      case "GET state" -> Reply.json(200, state());
      case "GET products" -> Reply.json(200, products(request.parameters()));
      case "GET products/id" -> Reply.json(200, view.product(find(path)));
      case "POST products/id" -> edit(find(path), body(request));
      case "DELETE products/id" -> done(sandbox.removeProduct(find(path).id()));
      case "POST products" -> added(body(request));
      case "POST trouble" -> trouble();
      case "POST stock" -> stock(body(request));
      case "POST switches" -> switches(body(request));
      case "GET webhooks" -> Reply.json(200, webhooks());
      case "POST webhooks" -> announce(body(request));
      case "DELETE webhooks/id" -> done(sandbox.subscriptions().remove(number(path)));
      case "GET deliveries" -> Reply.json(200, sandbox.post().report());
      case "POST deliveries" -> deliveries(body(request));
      case "POST uninstall" -> uninstall(body(request));
      case "POST reset" -> reset();
      case "GET calls" -> Reply.json(200, calls(request.parameters()));
      default ->
          request.method().equals("OPTIONS")
              ? Reply.json(200, Map.of())
              : Reply.json(404, Map.of("error", "There is no " + what));
    };
  }

  private Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("platform", "shopify");
    state.put("storeUrl", sandbox.storeUrl());
    state.put("products", sandbox.shelf().products().size());
    state.put(
        "variants", sandbox.shelf().products().stream().mapToInt(p -> p.variants().size()).sum());
    state.put("statuses", STATUSES);
    state.put("faults", Fault.values());
    state.put("switches", sandbox.switches().armed());
    state.put("calls", sandbox.calls().counts());
    return state;
  }

  private Map<String, Object> products(Map<String, String> parameters) {
    int offset = Integer.parseInt(parameters.getOrDefault("offset", "0"));
    int limit = Math.min(250, Integer.parseInt(parameters.getOrDefault("limit", "50")));
    List<Map<String, Object>> items =
        sandbox.shelf().products().stream().skip(offset).limit(limit).map(view::product).toList();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", items);
    page.put("total", sandbox.shelf().products().size());
    return page;
  }

  private static long number(String path) {
    return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
  }

  private StoredProduct find(String path) {
    long id = number(path);
    return sandbox
        .shelf()
        .product(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no product " + id));
  }

  /**
   * Members title, description, status, tags, price (of all variants) and variants[].{id, price,
   * sku}.
   */
  private Reply edit(StoredProduct product, JsonNode edit) {
    long id = product.id();
    text(edit, "title", value -> sandbox.changeTitle(id, value));
    text(edit, "description", value -> sandbox.changeDescription(id, value));
    text(edit, "status", value -> sandbox.changeStatus(id, value));
    if (edit.hasNonNull("tags")) {
      sandbox.changeTags(
          id, Reply.JSON.convertValue(edit.get("tags"), new TypeReference<List<String>>() {}));
    }
    text(
        edit,
        "price",
        value ->
            product.variants().forEach(v -> sandbox.changePrice(v.id(), new BigDecimal(value))));
    for (JsonNode variant : edit.path("variants")) {
      long variantId = variant.path("id").asLong();
      text(variant, "price", value -> sandbox.changePrice(variantId, new BigDecimal(value)));
      text(variant, "sku", value -> sandbox.changeSku(variantId, value));
    }
    return Reply.json(200, view.product(sandbox.shelf().product(id).orElseThrow()));
  }

  private static void text(JsonNode node, String member, Consumer<String> change) {
    if (node.hasNonNull(member)) {
      change.accept(node.get(member).asText());
    }
  }

  /** Members title and sku of a product that is sound otherwise. */
  private Reply added(JsonNode body) {
    return Reply.json(
        200,
        view.product(
            sandbox.addProduct(
                TroubleProducts.withSku(body.path("title").asText(), body.path("sku").asText()))));
  }

  /** Adds the products with one fault each; {@code items} are as added. */
  private Reply trouble() {
    List<Map<String, Object>> items =
        TroubleProducts.products().stream().map(sandbox::addProduct).map(view::product).toList();
    return Reply.json(200, Map.of("items", items));
  }

  private Reply stock(JsonNode body) {
    long variant = body.path("variantId").asLong();
    long location = body.path("locationId").asLong();
    sandbox.changeStock(variant, location, body.path("available").asInt());
    return done(true);
  }

  /** An order of the switches, and latencyMillis. */
  private Reply switches(JsonNode body) {
    sandbox.switches().obey(body);
    if (body.hasNonNull("latencyMillis")) {
      sandbox.latency(Duration.ofMillis(body.get("latencyMillis").asLong()));
    }
    return Reply.json(200, Map.of("switches", sandbox.switches().armed()));
  }

  private Map<String, Object> webhooks() {
    return Map.of(
        "items",
        sandbox.subscriptions().all().stream()
            .map(
                one ->
                    Map.of(
                        "id", Long.toString(one.id()),
                        "app", one.app(),
                        "topic", one.topic().header(),
                        "uri", one.uri(),
                        "includeFields", one.includeFields(),
                        "failures", one.failures()))
            .toList());
  }

  /** Members topic and body: what this store does not do by itself, such as orders. */
  private Reply announce(JsonNode order) {
    sandbox.announce(Topic.named(order.path("topic").asText()), order.path("body"));
    return done(true);
  }

  /** An order of the switches of deliveries, with the topic as operation, and haste. */
  private Reply deliveries(JsonNode order) {
    sandbox.post().obey(order);
    return Reply.json(200, sandbox.post().report());
  }

  /** Member token: its app is removed from the store. */
  private Reply uninstall(JsonNode order) {
    sandbox.uninstall(order.path("token").asText());
    return done(true);
  }

  private Reply reset() {
    sandbox.reset();
    return done(true);
  }

  private Map<String, Object> calls(Map<String, String> parameters) {
    int last = Integer.parseInt(parameters.getOrDefault("last", "100"));
    Map<String, Object> calls = new LinkedHashMap<>();
    calls.put("counts", sandbox.calls().counts());
    calls.put("last", sandbox.calls().last(last));
    return calls;
  }

  private static Reply done(boolean done) {
    return Reply.json(200, Map.of("done", done));
  }

  private static JsonNode body(Incoming request) throws IOException {
    return request.body().length == 0
        ? Reply.JSON.createObjectNode()
        : Reply.JSON.readTree(request.body());
  }
}
