package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.ShopTime;
import dev.storebridge.sandbox.woocommerce.webhook.Webhook;
import dev.storebridge.sandbox.woocommerce.webhook.Webhooks;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code /webhooks}. */
final class WebhookRoutes implements Collection {

  private static final String PATH = "/webhooks";
  private static final String PREFIX = "woocommerce_rest_shop_webhook_";
  private static final Pattern TOPIC =
      Pattern.compile(
          "(coupon|customer|order|product)\\.(created|updated|deleted|restored)"
              + "|product\\.published|action\\.[\\w.]+");
  private static final List<String> STATUSES = List.of("active", "paused", "disabled");

  private final Webhooks webhooks;
  private final Links links;
  private final Listing listing;
  private final ShopTime time;
  private final Clock clock;

  WebhookRoutes(Webhooks webhooks, Links links, Listing listing, ShopTime time, Clock clock) {
    this.webhooks = webhooks;
    this.links = links;
    this.listing = listing;
    this.time = time;
    this.clock = clock;
  }

  List<Route> routes() {
    String one = PATH + "/{id}";
    return List.of(
        Route.of("GET", PATH, (ask, parts) -> list(ask)),
        Route.of("POST", PATH, (ask, parts) -> created(ask)),
        Route.of(
            "POST PUT PATCH", PATH + "/batch", (ask, parts) -> Batch.carryOut(ask.body(), this)),
        Route.of("GET", one, (ask, parts) -> Result.ok(show(find(Route.id(parts, 1))))),
        Route.of(
            "POST PUT PATCH",
            one,
            (ask, parts) -> Result.ok(update(Route.id(parts, 1), ask.body()))),
        Route.of(
            "DELETE",
            one,
            (ask, parts) -> Result.ok(delete(Route.id(parts, 1), ask.flag("force")))));
  }

  private Result list(Ask ask) {
    String status = ask.word("status", "all", List.of("all", "active", "paused", "disabled"));
    List<Webhook> found =
        webhooks.all().stream()
            .filter(one -> status.equals("all") || one.status().equals(status))
            .toList();
    return listing.page(ask, found, this::show);
  }

  private Result created(Ask ask) {
    JsonNode made = create(ask.body());
    return Result.created(made, links.route("/wc/v3" + PATH + "/" + made.path("id").asLong()));
  }

  @Override
  public JsonNode create(JsonNode body) {
    String secret = body.path("secret").asText("");
    Webhook webhook =
        new Webhook(
            webhooks.nextId(),
            body.path("name").asText("Webhook created by the API"),
            status(body, "active"),
            topic(body.path("topic").asText("")),
            url(body.path("delivery_url").asText("")),
            secret.isEmpty() ? UUID.randomUUID().toString() : secret,
            now(),
            null,
            0);
    webhooks.put(webhook);
    webhooks.ping(webhook);
    return show(webhook);
  }

  @Override
  public JsonNode update(long id, JsonNode body) {
    Webhook before = find(id);
    String status = status(body, before.status());
    Webhook after =
        new Webhook(
            id,
            body.path("name").asText(before.name()),
            status,
            body.has("topic") ? topic(body.path("topic").asText()) : before.topic(),
            body.has("delivery_url")
                ? url(body.path("delivery_url").asText())
                : before.deliveryUrl(),
            body.path("secret").asText(before.secret()),
            before.created(),
            now(),
            status.equals(before.status()) ? before.failures() : 0);
    webhooks.put(after);
    return show(after);
  }

  @Override
  public JsonNode delete(long id, boolean force) {
    Webhook webhook = find(id);
    if (!force) {
      throw new RestError(
          501,
          "woocommerce_rest_trash_not_supported",
          "Webhooks do not go into the trash; ask for force=true.");
    }
    webhooks.remove(id);
    return show(webhook);
  }

  private Webhook find(long id) {
    return webhooks
        .find(id)
        .orElseThrow(() -> new RestError(404, PREFIX + "invalid_id", "Invalid ID."));
  }

  private static String status(JsonNode body, String otherwise) {
    String status = body.path("status").asText(otherwise);
    if (!STATUSES.contains(status)) {
      throw RestError.badParameter("status", "status is not one of " + String.join(", ", STATUSES));
    }
    return status;
  }

  private static String topic(String topic) {
    if (!TOPIC.matcher(topic).matches()) {
      throw new RestError(
          400, PREFIX + "invalid_topic", "Webhook topic is required and must be valid.");
    }
    return topic;
  }

  private static String url(String address) {
    try {
      URI url = URI.create(address);
      if (url.getHost() != null && url.getScheme().matches("https?")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Said below, with the same words as for any other address that is none.
    }
    throw new RestError(
        400,
        PREFIX + "invalid_delivery_url",
        "Webhook delivery URL must be a valid URL starting with http:// or https://.");
  }

  private ObjectNode show(Webhook webhook) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", webhook.id()).put("name", webhook.name()).put("status", webhook.status());
    json.put("topic", webhook.topic()).put("resource", webhook.resource());
    json.put("event", webhook.event());
    hooks(json.putArray("hooks"), webhook.topic());
    json.put("delivery_url", webhook.deliveryUrl());
    date(json, "date_created", webhook.created());
    date(json, "date_modified", webhook.modified());
    json.set("_links", links.of("/wc/v3/webhooks/" + webhook.id(), "/wc/v3/webhooks", null));
    return json;
  }

  private static void hooks(ArrayNode hooks, String topic) {
    if (topic.equals("product.updated")) {
      hooks.add("woocommerce_process_product_meta").add("woocommerce_update_product");
      hooks.add("woocommerce_update_product_variation");
    }
  }

  private void date(ObjectNode json, String name, Instant instant) {
    json.put(name, instant == null ? null : time.local(instant));
    json.put(name + "_gmt", instant == null ? null : time.gmt(instant));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
