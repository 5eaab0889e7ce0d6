package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Get Shipping Providers, Mark Package As Shipped and Update Shipping Info of a seller's parcel.
 */
final class FulfilmentEndpoints {

  private static final Set<String> MARKED = Set.of("US", "GB", "DE", "ES", "FR", "IE", "IT", "JP");
  private static final long CHANGEABLE = Duration.ofHours(72).toSeconds();
  private static final int MOST_CHANGES = 2;

  private final World world;
  private final Buyers buyers;

  FulfilmentEndpoints(World world, Buyers buyers) {
    this.world = world;
    this.buyers = buyers;
  }

  JsonNode carriers(ApiCall call) {
    Refusal.when(
        !call.path().get("delivery_option_id").equals(Carriers.OPTION),
        Code.DELIVERY_OPTION_UNKNOWN);
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("shipping_providers");
    Carriers.ALL.forEach((id, name) -> list.addObject().put("id", id).put("name", name));
    return data;
  }

  JsonNode markShipped(ApiCall call) {
    ObjectNode body = call.body();
    String provider = body.path("shipping_provider_id").asText();
    String tracking = body.path("tracking_number").asText();
    List<String> named =
        Json.stream(body.path("order_line_item_ids")).map(JsonNode::asText).toList();
    Shop shop = call.shop();
    Parcel parcel;
    synchronized (shop) {
      buyers.settle(shop);
      Order order = order(call);
      Refusal.when(!MARKED.contains(shop.facts.region()), Code.NOT_FOR_THIS_REGION);
      List<OrderLine> lines = lines(order, named);
      check(shop, provider, tracking);
      parcel = new Parcel(world.ids.next(), lines, provider, tracking, world.now());
      order.parcels.add(parcel);
    }
    buyers.ship(shop.facts.id(), call.path().get("order_id"), ids(parcel));
    ObjectNode data = Json.object().put("order_id", call.path().get("order_id"));
    ids(parcel).forEach(data.putArray("order_line_item_ids")::add);
    return data.put("package_id", parcel.id);
  }

  private static Order order(ApiCall call) {
    Order order = call.shop().orders.get(call.path().get("order_id"));
    Refusal.when(order == null, Code.PARCEL_NOT_OF_SHOP);
    return order;
  }

  /** What is to be shipped, in the order of the reasons why it may not be. */
  private static List<OrderLine> lines(Order order, List<String> named) {
    Refusal.when(order.state == OrderState.CANCELLED, Code.ORDER_CANCELLED);
    Refusal.when(order.state == OrderState.UNPAID, Code.ORDER_ACTION_FORBIDDEN);
    Refusal.when(order.state == OrderState.ON_HOLD, Code.ORDER_ON_HOLD);
    Refusal.when(order.platformShips, Code.ORDER_ACTION_FORBIDDEN);
    Refusal.when(order.cancelRequested, Code.CANCEL_REQUESTED);
    List<OrderLine> wanted =
        order.lines.stream().filter(line -> named.isEmpty() || named.contains(line.id)).toList();
    Refusal.when(wanted.size() < named.size() || wanted.isEmpty(), Code.ORDER_NOT_OF_UNIT);
    Refusal.when(wanted.stream().anyMatch(OrderLine::cancelled), Code.ORDER_CANCELLED);
    List<OrderLine> open =
        wanted.stream().filter(line -> line.state == OrderState.AWAITING_SHIPMENT).toList();
    Refusal.when(open.size() < wanted.size() && !named.isEmpty(), Code.SHIPPED_ALREADY);
    Refusal.when(open.isEmpty(), Code.SHIPPED_ALREADY);
    return open;
  }

  private static void check(Shop shop, String provider, String tracking) {
    Refusal.when(
        !Carriers.ALL.containsKey(provider) || !tracking.matches("[A-Za-z0-9-]{6,40}"),
        Code.TRACKING_INVALID);
    boolean used =
        shop.orders.values().stream()
            .flatMap(order -> order.parcels.stream())
            .anyMatch(parcel -> parcel.tracking.equals(tracking));
    Refusal.when(used, Code.TRACKING_USED);
  }

  private static List<String> ids(Parcel parcel) {
    return parcel.lines.stream().map(line -> line.id).toList();
  }

  JsonNode change(ApiCall call) {
    ObjectNode body = call.body();
    String tracking = body.path("tracking_number").asText();
    Shop shop = call.shop();
    synchronized (shop) {
      Optional<Parcel> found =
          shop.orders.values().stream()
              .flatMap(order -> order.parcels.stream())
              .filter(parcel -> parcel.id.equals(call.path().get("package_id")))
              .findFirst();
      Refusal.when(found.isEmpty(), Code.PARCEL_UNKNOWN);
      Parcel parcel = found.get();
      Refusal.when(world.now() > parcel.shippedAt + CHANGEABLE, Code.TRACKING_TOO_LATE);
      Refusal.when(parcel.changes >= MOST_CHANGES, Code.TRACKING_TOO_OFTEN);
      check(shop, body.path("shipping_provider_id").asText(), tracking);
      parcel.tracking = tracking;
      parcel.provider = body.path("shipping_provider_id").asText();
      parcel.changes++;
    }
    return Json.object().put("package_id", call.path().get("package_id"));
  }
}
