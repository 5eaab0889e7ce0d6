package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/** Keeps the event addresses of a shop. */
final class WebhookEndpoints {

  private final World world;

  WebhookEndpoints(World world) {
    this.world = world;
  }

  JsonNode put(ApiCall call) {
    String address = call.body().path("address").asText();
    String event = event(call);
    Refusal.when(address.length() > 255 || !isUrl(address), Code.VALUE_WRONG, "address");
    long now = world.now();
    synchronized (call.shop()) {
      call.shop()
          .webhooks
          .merge(
              event,
              new Shop.Webhook(call.grant().app, address, now, now),
              (old, next) -> new Shop.Webhook(call.grant().app, address, old.createTime(), now));
    }
    return Json.object();
  }

  JsonNode list(ApiCall call) {
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("webhooks");
    synchronized (call.shop()) {
      call.shop()
          .webhooks
          .forEach(
              (event, hook) ->
                  list.addObject()
                      .put("event_type", event)
                      .put("address", hook.address())
                      .put("create_time", hook.createTime())
                      .put("update_time", hook.updateTime()));
    }
    return data.put("total_count", list.size());
  }

  /** Succeeds even when nothing was set. */
  JsonNode delete(ApiCall call) {
    String event = event(call);
    synchronized (call.shop()) {
      call.shop().webhooks.remove(event);
    }
    return Json.object();
  }

  private static String event(ApiCall call) {
    String event = call.body().path("event_type").asText();
    Refusal.when(!Herald.EVENTS.containsValue(event), Code.VALUE_WRONG, "event_type");
    return event;
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null && uri.getScheme().matches("https?");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
