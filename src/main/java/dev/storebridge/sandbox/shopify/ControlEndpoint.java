package dev.storebridge.sandbox.shopify;

import static dev.storebridge.sandbox.http.ControlFace.done;
import static dev.storebridge.sandbox.http.ControlFace.text;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.catalogue.TroubleProducts;
import dev.storebridge.sandbox.http.ControlFace;
import dev.storebridge.sandbox.http.ControlFace.Order;
import dev.storebridge.sandbox.http.Incoming;
import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.shopify.store.StoredProduct;
import dev.storebridge.sandbox.shopify.webhook.Topic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The control face over HTTP, under {@code /sandbox/}: what the store holds, edits, switches. */
final class ControlEndpoint {

  private static final List<String> STATUSES = List.of("active", "draft", "archived", "unlisted");

  private final ShopifySandbox sandbox;
  private final WareView view;

  ControlEndpoint(ShopifySandbox sandbox) {
    this.sandbox = sandbox;
    this.view = new WareView(sandbox);
  }

  Reply handle(Incoming request) {
    return ControlFace.handle(request, this::answer);
  }

  private Reply answer(Order order) {
    return switch (order.what()) {
      case "GET state" -> Reply.json(200, state());
      case "GET products" -> products(order);
      case "GET products/id" -> Reply.json(200, view.product(find(order)));
      case "POST products/id" -> edit(find(order), order.body());
      case "DELETE products/id" -> done(sandbox.removeProduct(find(order).id()));
      case "POST products" -> added(order.body());
      case "POST trouble" -> trouble();
      case "POST stock" -> stock(order.body());
      case "POST switches" -> switches(order.body());
      case "GET orders" -> Reply.json(200, OrderPages.list(sandbox.orders()));
      case "POST orders" -> OrderPages.act(sandbox, order.body());
      case "GET webhooks" -> Reply.json(200, webhooks());
      case "POST webhooks" -> announce(order.body());
      case "DELETE webhooks/id" -> done(sandbox.subscriptions().remove(order.number()));
      case "GET deliveries" -> Reply.json(200, sandbox.post().report());
      case "POST deliveries" -> deliveries(order.body());
      case "POST uninstall" -> uninstall(order.body());
      case "POST reset" -> reset();
      case "GET calls" -> ControlFace.calls(order, sandbox.calls());
      default -> null;
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

  private Reply products(Order order) {
    return ControlFace.page(order, List.copyOf(sandbox.shelf().products()), view::product);
  }

  private StoredProduct find(Order order) {
    long id = order.number();
    return sandbox
        .shelf()
        .product(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no product " + id));
  }

  /**
   * Members title, description, status, tags, price (of all variants), option.{from, to} and
   * variants[].{id, price, sku}.
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
    JsonNode option = edit.path("option");
    text(option, "to", to -> sandbox.renameOption(id, option.path("from").asText(), to));
    for (JsonNode variant : edit.path("variants")) {
      long variantId = variant.path("id").asLong();
      text(variant, "price", value -> sandbox.changePrice(variantId, new BigDecimal(value)));
      text(variant, "sku", value -> sandbox.changeSku(variantId, value));
    }
    return Reply.json(200, view.product(sandbox.shelf().product(id).orElseThrow()));
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
}
