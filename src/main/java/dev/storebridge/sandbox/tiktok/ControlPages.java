package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** {@link TikTokControl} as JSON over HTTP, for people and for other processes. */
final class ControlPages {

  private final World world;
  private final TikTokControl control;
  private final OrderPages orders;
  private final WebhookPages webhooks;

  ControlPages(World world, TikTokControl control, OrderPages orders) {
    this.world = world;
    this.control = control;
    this.orders = orders;
    this.webhooks = new WebhookPages(world, control);
  }

  Answer answer(Request request) {
    try {
      return switch (request.method() + " " + request.path()) {
        case "GET /sandbox/state" -> Answer.json(200, control.state());
        case "GET /sandbox/products" -> Answer.json(200, products(request.query("shop")));
        case "GET /sandbox/calls" -> Answer.json(200, calls(request));
        case "POST /sandbox/switches" -> switched(Json.parse(request.body()));
        case "DELETE /sandbox/switches" -> done(control::clearSwitches);
        case "POST /sandbox/reset" -> done(control::reset);
        case "POST /sandbox/stock" -> stock(Json.parse(request.body()));
        case "GET /sandbox/webhooks" -> Answer.json(200, webhooks.addresses());
        case "DELETE /sandbox/webhooks" -> done(() -> webhooks.drop(request));
        case "POST /sandbox/webhooks" -> told(Json.parse(request.body()));
        case "GET /sandbox/deliveries" -> Answer.json(200, webhooks.deliveries());
        case "POST /sandbox/deliveries" -> obeyed(request);
        case "POST /sandbox/product-status" -> status(Json.parse(request.body()));
        default -> orders.answer(request).orElseGet(() -> problem(404, "no such control page"));
      };
    } catch (IOException | IllegalArgumentException e) {
      return problem(400, e.getMessage());
    }
  }

  private Answer told(JsonNode order) {
    return done(() -> webhooks.tell(order));
  }

  private Answer obeyed(Request request) throws IOException {
    webhooks.obey(request);
    return Answer.json(200, webhooks.deliveries());
  }

  private static Answer problem(int status, String words) {
    return Answer.json(status, Json.object().put("error", words));
  }

  private static Answer done(Runnable action) {
    action.run();
    return Answer.json(200, Json.object().put("done", true));
  }

  private ObjectNode products(String shop) {
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("products");
    List<String> shops =
        shop.isEmpty()
            ? world.shops().all().stream().map(each -> each.facts.id()).toList()
            : List.of(shop);
    shops.forEach(
        id ->
            control
                .products(id)
                .forEach(product -> list.add(((ObjectNode) product).put("shop_id", id))));
    return data;
  }

  /** Query: endpoint, shop, after (a call number), limit (default 100, the newest). */
  private ObjectNode calls(Request request) {
    long after = Long.parseLong(request.query().getOrDefault("after", "0"));
    int limit = Integer.parseInt(request.query().getOrDefault("limit", "100"));
    String endpoint = request.query("endpoint");
    String shop = request.query("shop");
    List<Call> found =
        world.log.last(
            call ->
                call.number() > after
                    && (endpoint.isEmpty() || endpoint.equals(call.endpoint()))
                    && (shop.isEmpty() || shop.equals(call.shop())));
    ObjectNode data = Json.object().put("total", world.log.total());
    ObjectNode counts = data.putObject("by_endpoint");
    world.log.byEndpoint().forEach(counts::put);
    ObjectNode codes = data.putObject("by_code");
    world.log.byCode().forEach((code, count) -> codes.put(code.toString(), count));
    ArrayNode list = data.putArray("calls");
    found
        .subList(Math.max(0, found.size() - limit), found.size())
        .forEach(call -> list.add(describe(call)));
    return data;
  }

  private static ObjectNode describe(Call call) {
    ObjectNode node = Json.object().put("number", call.number()).put("endpoint", call.endpoint());
    node.put("path", call.path()).put("shop", call.shop());
    node.put("arrived_nanos", call.arrivedNanos());
    node.put("arrived_epoch_nanos", call.arrivedEpochNanos());
    node.put("took_nanos", call.tookNanos());
    return node.put("status", call.status()).put("code", call.code()).put("body", call.body());
  }

  /**
   * A fault by its kind, with probability, count, endpoint, shop, millis, retry_after_seconds and
   * pattern; or one of the acts expire-access-tokens, expire-refresh-tokens, revoke, remove-scope,
   * deactivate-shop, activate-shop.
   */
  private Answer switched(JsonNode body) {
    String kind = body.path("kind").asText();
    String shop = body.path("shop").asText();
    return switch (kind) {
      case "expire-access-tokens" -> done(control::expireAccessTokens);
      case "expire-refresh-tokens" -> done(control::expireRefreshTokens);
      case "revoke" -> done(() -> control.revoke(shop));
      case "remove-scope" -> done(() -> control.removeScope(shop, body.path("scope").asText()));
      case "deactivate-shop" -> done(() -> control.setActive(shop, false));
      case "activate-shop" -> done(() -> control.setActive(shop, true));
      default -> done(() -> control.switchOn(fault(kind, body)));
    };
  }

  private static Fault fault(String kind, JsonNode body) {
    return new Fault(
        FaultKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
        body.path("probability").asDouble(1),
        body.path("count").asInt(),
        body.path("endpoint").asText(),
        body.path("shop").asText(),
        Duration.ofMillis(body.path("millis").asLong(1_000)),
        body.path("retry_after_seconds").asInt(),
        body.path("pattern").asText());
  }

  private Answer stock(JsonNode body) {
    return done(
        () ->
            control.commitStock(
                body.path("shop").asText(),
                body.path("sku").asText(),
                body.path("warehouse").asText(),
                body.path("units").asLong()));
  }

  private Answer status(JsonNode body) {
    return done(
        () ->
            control.setStatus(
                body.path("shop").asText(),
                body.path("product").asText(),
                body.path("status").asText()));
  }
}
