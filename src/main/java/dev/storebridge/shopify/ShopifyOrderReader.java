package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.StoreOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** Understands Shopify's orders, as far as they are asked for. Pure. */
final class ShopifyOrderReader {

  private ShopifyOrderReader() {}

  static StoreOrder order(JsonNode order) {
    JsonNode total = order.path("totalPriceSet").path("shopMoney");
    return new StoreOrder(
        ShopifyTranslator.numeric(order.path("id").asText()),
        order.path("name").asText(),
        Instant.parse(order.path("createdAt").asText()),
        order.path("cancelledAt").isTextual(),
        new Money(
                new BigDecimal(total.path("amount").asText()),
                new CurrencyCode(total.path("currencyCode").asText()))
            .rounded(),
        StreamSupport.stream(order.path("lineItems").path("nodes").spliterator(), false)
            .map(ShopifyOrderReader::line)
            .toList());
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
