package dev.storebridge.sandbox.shopify;

import static dev.storebridge.sandbox.http.ControlFace.done;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.shopify.order.OrderDesk;
import dev.storebridge.sandbox.shopify.order.StoredLine;
import dev.storebridge.sandbox.shopify.order.StoredOrder;
import dev.storebridge.sandbox.shopify.store.StoredVariant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The store's orders on its control face: a merchant's and a customer's hands on them. */
final class OrderPages {

  private OrderPages() {}

  static Map<String, Object> list(OrderDesk desk) {
    return Map.of("items", desk.all().stream().map(order -> view(desk, order)).toList());
  }

  private static Map<String, Object> view(OrderDesk desk, StoredOrder order) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", Long.toString(order.id()));
    view.put("name", order.name());
    view.put("placedAt", desk.placedAt(order).toString());
    view.put("sourceIdentifier", order.sourceIdentifier());
    view.put("tags", order.tags());
    view.put("total", order.total().toPlainString());
    view.put("currency", order.currency());
    view.put("financialStatus", order.financialStatus());
    view.put("fulfilmentStatus", order.fulfilmentStatus());
    view.put("cancelled", order.cancelled());
    view.put("attributes", order.attributes());
    view.put("country", order.country());
    view.put("street", order.street());
    view.put("refunded", order.refunded().toPlainString());
    view.put(
        "refunds",
        order.refunds().stream()
            .map(
                refund ->
                    Map.of(
                        "id", Long.toString(refund.id()),
                        "note", refund.note() == null ? "" : refund.note(),
                        "amount", refund.amount().toPlainString()))
            .toList());
    view.put("lines", order.lines().stream().map(OrderPages::line).toList());
    view.put(
        "parcels",
        order.parcels().stream()
            .map(parcel -> Map.of("id", Long.toString(parcel.id()), "units", parcel.units()))
            .toList());
    return view;
  }

  private static Map<String, Object> line(StoredLine line) {
    return Map.of(
        "id", Long.toString(line.id()),
        "variantId", Long.toString(line.variantId()),
        "sku", line.sku(),
        "quantity", line.quantity(),
        "open", line.open(),
        "price", line.price().toPlainString());
  }

  /**
   * Member act: {@code buy} (variantId, units, copyOf: the order of the channel whose copy it says
   * it is), {@code ship} (order, company, number; units by line id, all without), {@code track}
   * (parcel, company, number), {@code refund} (order, amount, note, restock, units by line id),
   * {@code cancel} (order).
   */
  static Reply act(ShopifySandbox sandbox, JsonNode body) {
    OrderDesk desk = sandbox.orders();
    long order = body.path("order").asLong();
    return switch (body.path("act").asText()) {
      case "buy" -> Reply.json(200, view(desk, bought(sandbox, body)));
      case "ship" ->
          done(
              desk.ship(
                      order,
                      units(body.path("units")),
                      body.path("company").asText(null),
                      body.path("number").asText(null),
                      body.path("url").asText(null))
                  .isPresent());
      case "track" ->
          done(
              desk.track(
                      body.path("parcel").asLong(),
                      body.path("company").asText(null),
                      body.path("number").asText(null),
                      body.path("url").asText(null))
                  .isPresent());
      case "refund" ->
          done(
              desk.refund(
                      order,
                      body.path("note").asText(null),
                      new BigDecimal(body.path("amount").asText("0")),
                      units(body.path("units")),
                      body.path("restock").asBoolean())
                  .isPresent());
      case "cancel" -> done(desk.cancel(order, "CUSTOMER", true, true).isPresent());
      default -> throw new IllegalArgumentException("act: buy, ship, track, refund or cancel");
    };
  }

  private static Map<Long, Integer> units(JsonNode node) {
    Map<Long, Integer> units = new LinkedHashMap<>();
    node.properties().forEach(e -> units.put(Long.valueOf(e.getKey()), e.getValue().asInt()));
    return units;
  }

  private static StoredOrder bought(ShopifySandbox sandbox, JsonNode body) {
    long variantId = body.path("variantId").asLong();
    StoredVariant variant =
        sandbox
            .shelf()
            .variant(variantId)
            .orElseThrow(() -> new IllegalArgumentException("There is no variant " + variantId));
    int units = body.path("units").asInt(1);
    String copyOf = body.path("copyOf").asText(null);
    OrderDesk desk = sandbox.orders();
    BigDecimal total = variant.price().multiply(BigDecimal.valueOf(units));
    Instant now = desk.now();
    StoredLine line =
        new StoredLine(
            desk.nextLineId(),
            variant.id(),
            variant.itemId(),
            0,
            variant.title(),
            variant.sku() == null ? "" : variant.sku(),
            units,
            variant.price(),
            true,
            0,
            0,
            Map.of());
    return desk.place(
        new StoredOrder(
            desk.nextId(),
            desk.nextName(),
            now,
            now,
            now,
            null,
            null,
            sandbox.settings().shop().currency(),
            total,
            total,
            BigDecimal.ZERO,
            copyOf == null ? "web" : "tiktok-shop",
            copyOf,
            List.of(),
            null,
            Map.of(),
            "GB",
            "",
            List.of(line),
            List.of(),
            List.of()),
        true);
  }
}
