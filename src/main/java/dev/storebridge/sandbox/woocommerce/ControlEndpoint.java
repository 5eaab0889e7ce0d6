package dev.storebridge.sandbox.woocommerce;

import static dev.storebridge.sandbox.http.ControlFace.done;
import static dev.storebridge.sandbox.http.ControlFace.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.catalogue.TroubleProducts;
import dev.storebridge.sandbox.http.ControlFace;
import dev.storebridge.sandbox.http.ControlFace.Order;
import dev.storebridge.sandbox.http.Incoming;
import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.webhook.Webhook;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The control face over HTTP, under {@code /sandbox/}: what the shop holds, edits, switches. */
final class ControlEndpoint {

  private static final List<String> STATUSES = List.of("publish", "draft", "pending", "private");

  private final WooCommerceSandbox sandbox;
  private final WareView view;

  ControlEndpoint(WooCommerceSandbox sandbox) {
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
      case "POST products/id/trash" -> done(() -> sandbox.trashProduct(find(order).id()));
      case "DELETE products/id" -> done(() -> sandbox.removeProduct(find(order).id()));
      case "POST products" -> added(order.body());
      case "POST trouble" -> trouble();
      case "POST stock" -> stock(order.body());
      case "POST switches" -> switches(order.body());
      case "GET orders" -> Reply.json(200, OrderPages.list(sandbox));
      case "POST orders" -> OrderPages.act(sandbox, order.body());
      case "GET deliveries" -> Reply.json(200, sandbox.webhooks().post().report());
      case "POST deliveries" -> deliveries(order.body());
      case "DELETE webhooks/id" -> done(() -> sandbox.webhooks().remove(order.number()));
      case "POST reset" -> done(sandbox::reset);
      case "GET calls" -> ControlFace.calls(order, sandbox.calls());
      default -> null;
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

  private Reply products(Order order) {
    return ControlFace.page(
        order,
        sandbox.shelf().products().stream().filter(one -> !one.inTrash()).toList(),
        view::product);
  }

  private Item find(Order order) {
    long id = order.number();
    return sandbox
        .shelf()
        .product(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no product " + id));
  }

  /**
   * Members title, description, status, price (of all offers), option.{from, to} and
   * variants[].{id, price, sku}.
   */
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
    JsonNode option = edit.path("option");
    text(option, "to", to -> sandbox.renameOption(id, option.path("from").asText(), to));
    for (JsonNode variant : edit.path("variants")) {
      long offer = variant.path("id").asLong();
      text(variant, "price", value -> sandbox.changePrice(offer, new BigDecimal(value)));
      text(variant, "sku", value -> sandbox.changeSku(offer, value));
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
}
