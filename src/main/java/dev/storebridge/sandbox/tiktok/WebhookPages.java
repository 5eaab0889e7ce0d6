package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.http.Reply;
import java.io.IOException;

/** The control pages of webhooks: who hears of what, and what happens on the way. */
final class WebhookPages {

  private final World world;
  private final TikTokControl control;

  WebhookPages(World world, TikTokControl control) {
    this.world = world;
    this.control = control;
  }

  /** The addresses that were set, of every shop. */
  ObjectNode addresses() {
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("items");
    for (Shop shop : world.shops().all()) {
      String id = shop.facts.id();
      control
          .webhooks(id)
          .forEach(
              (event, address) ->
                  list.addObject().put("shop", id).put("event", event).put("address", address));
    }
    return data;
  }

  /** Query: shop, event; the address is gone as if the platform had dropped it. */
  void drop(Request request) {
    control.dropWebhook(request.query("shop"), request.query("event"));
  }

  /** Members shop, type (a number) and data; or app and address, the app's own address. */
  void tell(JsonNode order) {
    if (order.has("address")) {
      TikTokApp app = world.app(order.path("app").asText()).orElseThrow();
      control.defaultWebhook(app, order.path("address").asText());
    } else {
      ObjectNode data = Json.object();
      order
          .path("data")
          .properties()
          .forEach(member -> data.set(member.getKey(), member.getValue()));
      control.tell(order.path("shop").asText(), order.path("type").asInt(), data);
    }
  }

  /** An order of the switches of deliveries, with the event's name as operation, and haste. */
  void obey(Request request) throws IOException {
    control.post().obey(Json.parse(request.body()));
  }

  JsonNode deliveries() {
    return Reply.JSON.valueToTree(control.post().report());
  }
}
