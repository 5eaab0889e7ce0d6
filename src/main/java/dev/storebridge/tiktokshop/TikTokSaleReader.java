package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.ChannelSale.Payment;
import dev.storebridge.commerce.ChannelSale.Unit;
import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Understands the money of TikTok's orders. Amounts are decimal strings; what is missing is
 * nothing. {@code sub_total} is what the buyer pays for the goods; {@code shipping_fee} what is
 * left of the original fee after all discounts. Source: TikTok docs, Get Order Detail.
 */
final class TikTokSaleReader {

  private final TikTokOrderReader orders;

  TikTokSaleReader(TikTokOrderReader orders) {
    this.orders = orders;
  }

  ChannelSale sale(JsonNode node) {
    ChannelOrder order = orders.order(node);
    JsonNode payment = node.path("payment");
    CurrencyCode currency = CurrencyCode.read(TikTokJson.text(payment, "currency"));
    return new ChannelSale(
        order,
        payment(payment, currency),
        TikTokJson.each(node, "line_items").map(line -> unit(line, currency)).toList(),
        TikTokRecipient.of(node.path("recipient_address")),
        unmasked(TikTokJson.text(node, "buyer_email")),
        TikTokJson.text(node, "delivery_option_id"),
        TikTokJson.text(node, "shipping_type").equals("TIKTOK"),
        released(order),
        shipBy(node));
  }

  /** The earlier of the times by which TikTok wants a parcel, as far as it names any. */
  private Optional<Instant> shipBy(JsonNode node) {
    return Stream.of("rts_sla_time", "shipping_due_time")
        .map(field -> node.path(field).asLong())
        .filter(seconds -> seconds > 0)
        .min(Comparator.naturalOrder())
        .map(seconds -> orders.ours(Instant.ofEpochSecond(seconds)));
  }

  private static boolean released(ChannelOrder order) {
    return order.status() != OrderStatus.UNPAID && order.status() != OrderStatus.ON_HOLD;
  }

  private static Payment payment(JsonNode payment, CurrencyCode currency) {
    return new Payment(
        sum(currency, payment, "total_amount"),
        sum(currency, payment, "sub_total"),
        sum(currency, payment, "seller_discount"),
        sum(currency, payment, "platform_discount"),
        sum(currency, payment, "shipping_fee"),
        sum(currency, payment, "shipping_fee_platform_discount"),
        sum(currency, payment, "tax"),
        sum(currency, payment, "buyer_service_fee", "small_order_fee", "handling_fee"));
  }

  private static Unit unit(JsonNode line, CurrencyCode currency) {
    return new Unit(
        TikTokJson.text(line, "id"),
        TikTokJson.text(line, "product_name"),
        TikTokJson.text(line, "sku_name"),
        sum(currency, line, "original_price"),
        sum(currency, line, "sale_price"),
        sum(currency, line, "platform_discount"),
        TikTokJson.text(line, "shipping_provider_name"),
        TikTokJson.text(line, "tracking_number"));
  }

  private static Money sum(CurrencyCode currency, JsonNode node, String... fields) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String field : fields) {
      sum = sum.add(TikTokJson.amount(node, field));
    }
    return new Money(sum, currency).rounded();
  }

  private static String unmasked(String text) {
    return text.contains("*") ? "" : text;
  }
}
