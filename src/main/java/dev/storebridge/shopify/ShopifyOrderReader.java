package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderCopy;
import dev.storebridge.commerce.OrderProgress;
import dev.storebridge.commerce.Shipment;
import dev.storebridge.commerce.StoreOrder;
import dev.storebridge.commerce.StoreRefund;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Understands Shopify's orders, as far as they are asked for. Pure. */
final class ShopifyOrderReader {

  private ShopifyOrderReader() {}

  static StoreOrder order(JsonNode order) {
    return new StoreOrder(
        ShopifyTranslator.numeric(order.path("id").asText()),
        order.path("name").asText(),
        Instant.parse(order.path("createdAt").asText()),
        order.path("cancelledAt").isTextual(),
        money(order.path("totalPriceSet").path("shopMoney")),
        StreamSupport.stream(order.path("lineItems").path("nodes").spliterator(), false)
            .map(ShopifyOrderReader::line)
            .toList());
  }

  static OrderProgress progress(JsonNode order) {
    return new OrderProgress(
        order.path("cancelledAt").isTextual(),
        !order.path("refunds").isEmpty(),
        shipments(order.path("fulfillments")));
  }

  static OrderCopy copy(JsonNode order) {
    return new OrderCopy(
        ShopifyTranslator.numeric(order.path("id").asText()),
        order.path("sourceIdentifier").asText(""),
        Instant.parse(order.path("createdAt").asText()),
        Instant.parse(order.path("updatedAt").asText()),
        order.path("cancelledAt").isTextual(),
        money(order.path("totalPriceSet").path("shopMoney")));
  }

  static StoreRefund refund(JsonNode refund) {
    return new StoreRefund(
        ShopifyTranslator.numeric(refund.path("id").asText()),
        refund.path("note").asText(""),
        money(refund.path("totalRefundedSet").path("shopMoney")),
        units(refund.path("refundLineItems")));
  }

  private static Map<String, Integer> units(JsonNode lines) {
    Map<String, Integer> units = new LinkedHashMap<>();
    lines
        .path("nodes")
        .forEach(
            line ->
                units.merge(
                    ShopifyTranslator.numeric(line.path("lineItem").path("id").asText()),
                    line.path("quantity").asInt(),
                    Integer::sum));
    return units;
  }

  private static Money money(JsonNode node) {
    return new Money(
            new BigDecimal(node.path("amount").asText()),
            new CurrencyCode(node.path("currencyCode").asText()))
        .rounded();
  }

  /** Fulfilments that failed hold nothing that left. */
  private static List<Shipment> shipments(JsonNode fulfilments) {
    return StreamSupport.stream(fulfilments.spliterator(), false)
        .map(ShopifyOrderReader::shipment)
        .toList();
  }

  private static Shipment shipment(JsonNode node) {
    Map<String, Integer> units = units(node.path("fulfillmentLineItems"));
    JsonNode tracking = node.path("trackingInfo").path(0);
    return new Shipment(
        ShopifyTranslator.numeric(node.path("id").asText()),
        units,
        tracking.path("company").asText("").strip(),
        tracking.path("number").asText("").strip(),
        !node.path("status").asText().equals("SUCCESS"));
  }

  private static StoreOrder.Line line(JsonNode line) {
    return new StoreOrder.Line(
        ShopifyTranslator.numeric(line.path("id").asText()),
        ShopifyTranslator.numeric(line.path("variant").path("id").asText("")),
        line.path("sku").asText(""),
        line.path("quantity").asInt(),
        channelLines(line));
  }

  private static List<String> channelLines(JsonNode line) {
    return StreamSupport.stream(line.path("customAttributes").spliterator(), false)
        .filter(pair -> pair.path("key").asText().equals(ShopifyOrderInput.LINE_IDS))
        .map(pair -> pair.path("value").asText())
        .flatMap(ids -> List.of(ids.split(",")).stream())
        .filter(id -> !id.isBlank())
        .toList();
  }
}
