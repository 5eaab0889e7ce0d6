package dev.storebridge.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.catalogue.TroubleProducts;
import dev.storebridge.sandbox.http.Incoming;
import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.webhook.Webhook;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The control face over HTTP, under {@code /sandbox/}: what the shop holds, edits, switches. */
final class ControlEndpoint {

  static final String PREFIX = "/sandbox/";

  private static final List<String> STATUSES = List.of("publish", "draft", "pending", "private");

  private final WooCommerceSandbox sandbox;
  private final WareView view;

  ControlEndpoint(WooCommerceSandbox sandbox) {
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
    String what = request.method() + " " + path.replaceFirst("(products|webhooks)/[0-9]+", "$1/id");
    return switch (what) {
      case "GET state" -> Reply.json(200, state());
      case "GET products" -> Reply.json(200, products(request.parameters()));
      case "GET products/id" -> Reply.json(200, view.product(find(path)));
      case "POST products/id" -> edit(find(path), body(request));
      case "POST products/id/trash" -> done(() -> sandbox.trashProduct(find(path).id()));
      case "DELETE products/id" -> done(() -> sandbox.removeProduct(find(path).id()));
      case "POST products" -> added(body(request));
      case "POST trouble" -> trouble();
      case "POST stock" -> stock(body(request));
      case "POST switches" -> switches(body(request));
      case "GET deliveries" -> Reply.json(200, sandbox.webhooks().post().report());
      case "POST deliveries" -> deliveries(body(request));
      case "DELETE webhooks/id" -> done(() -> sandbox.webhooks().remove(number(path)));
      case "POST reset" -> done(sandbox::reset);
      case "GET calls" -> Reply.json(200, calls(request.parameters()));
      default ->
          request.method().equals("OPTIONS")
              ? Reply.json(200, Map.of())
              : Reply.json(404, Map.of("error", "There is no " + what));
    };
  }

  private Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("platform", "woocommerce");
    state.put("storeUrl", sandbox.storeUrl());
    state.put("products", sandbox.shelf().products().size());
    state.put("variants", sandbox.shelf().variations().size());
    state.put("statuses", STATUSES);
    state.put("faults", Fault.values());
    state.put("switches", sandbox.switches().armed());
    state.put("calls", sandbox.calls().counts());
    state.put("webhooks", sandbox.webhooks().all().stream().map(ControlEndpoint::seen).toList());
    return state;
  }

  private static Map<String, Object> seen(Webhook webhook) {
    return Map.of(
        "id", webhook.id(),
        "topic", webhook.topic(),
        "status", webhook.status(),
        "failures", webhook.failures(),
        "deliveryUrl", webhook.deliveryUrl());
  }

  private Map<String, Object> products(Map<String, String> parameters) {
    int offset = Integer.parseInt(parameters.getOrDefault("offset", "0"));
    int limit = Math.min(250, Integer.parseInt(parameters.getOrDefault("limit", "50")));
    List<Item> all = sandbox.shelf().products().stream().filter(one -> !one.inTrash()).toList();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", all.stream().skip(offset).limit(limit).map(view::product).toList());
    page.put("total", all.size());
    return page;
  }

  private static long number(String path) {
    return Long.parseLong(path.split("/", -1)[1]);
  }

  private Item find(String path) {
    long id = number(path);
    return sandbox
        .shelf()
        .product(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no product " + id));
  }

  /** Members title, description, status, price (of all offers) and variants[].{id, price, sku}. */
  private Reply edit(Item product, JsonNode edit) {
    long id = product.id();
    text(edit, "title", value -> sandbox.changeTitle(id, value));
    text(edit, "description", value -> sandbox.changeDescription(id, value));
    text(edit, "status", value -> sandbox.changeStatus(id, value));
    List<Item> variations = sandbox.shelf().variationsOf(id);
    List<Item> offers = variations.isEmpty() ? List.of(product) : variations;
    text(
        edit,
        "price",
        value -> offers.forEach(one -> sandbox.changePrice(one.id(), new BigDecimal(value))));
    for (JsonNode variant : edit.path("variants")) {
      long offer = variant.path("id").asLong();
      text(variant, "price", value -> sandbox.changePrice(offer, new BigDecimal(value)));
      text(variant, "sku", value -> sandbox.changeSku(offer, value));
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
    List<Item> common = TroubleProducts.products().stream().map(sandbox::addProduct).toList();
    return Reply.json(
        200,
        Map.of(
            "items",
            Stream.concat(common.stream(), sandbox.addTrouble().stream())
                .map(view::product)
                .toList()));
  }

  private Reply stock(JsonNode body) {
    return done(
        () ->
            sandbox.changeStock(
                body.path("variantId").asLong(), new BigDecimal(body.path("available").asText())));
  }

  /** An order of the switches, and latencyMillis. */
  private Reply switches(JsonNode body) {
    sandbox.switches().obey(body);
    if (body.hasNonNull("latencyMillis")) {
      sandbox.latency(Duration.ofMillis(body.get("latencyMillis").asLong()));
    }
    return Reply.json(200, Map.of("switches", sandbox.switches().armed()));
  }

  /** An order of the switches of deliveries, with the topic as operation. */
  private Reply deliveries(JsonNode order) {
    sandbox.webhooks().post().obey(order);
    return Reply.json(200, sandbox.webhooks().post().report());
  }

  private Map<String, Object> calls(Map<String, String> parameters) {
    int last = Integer.parseInt(parameters.getOrDefault("last", "100"));
    Map<String, Object> calls = new LinkedHashMap<>();
    calls.put("counts", sandbox.calls().counts());
    calls.put("last", sandbox.calls().last(last));
    return calls;
  }

  private static Reply done(Runnable deed) {
    deed.run();
    return Reply.json(200, Map.of("done", true));
  }

  private static JsonNode body(Incoming request) throws IOException {
    return request.body().length == 0
        ? Reply.JSON.createObjectNode()
        : Reply.JSON.readTree(request.body());
  }
}
