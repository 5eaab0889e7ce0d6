package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Prices are positive amounts in the market's currency; list prices are for the US alone. */
final class PriceRule {

  private static final BigDecimal LIST_PRICE_MAX = new BigDecimal("7600");

  private PriceRule() {}

  static void check(Submission s) {
    for (JsonNode sku : s.skus()) {
      boolean stays = s.known(sku) != null && !sku.has("price");
      if (!stays) {
        one(s.shop, sku).ifPresent(s.warnings::add);
      }
    }
  }

  /** One SKU entry with its list prices; a list price below the price is dropped with a warning. */
  static Optional<String> one(Shop shop, JsonNode sku) {
    JsonNode price = sku.path("price");
    Refusal.when(!price.isObject(), Code.PRICE_MISSING);
    boolean crossBorder = shop.facts.crossBorder();
    String field = crossBorder ? "sale_price" : "amount";
    Code missing = crossBorder ? Code.SALE_PRICE_MISSING : Code.PRICE_MISSING;
    Refusal.when(!price.has(field), missing);
    currency(shop, price);
    BigDecimal amount = amount(shop, price.path(field).asText(), Code.PRICE_INVALID);
    return listPrice(shop, (ObjectNode) sku, amount);
  }

  private static Optional<String> listPrice(Shop shop, ObjectNode sku, BigDecimal price) {
    boolean none = !sku.has("list_price") && !sku.has("external_list_prices");
    if (none) {
      return Optional.empty();
    }
    Refusal.when(!shop.market.us(), Code.LIST_PRICE_UNSUPPORTED);
    for (JsonNode each : sku.path("external_list_prices")) {
      listAmount(shop, each);
    }
    if (sku.has("list_price") && listAmount(shop, sku.path("list_price")).compareTo(price) < 0) {
      sku.remove("list_price");
      return Optional.of("list_price was dropped: it is below the price");
    }
    return Optional.empty();
  }

  private static BigDecimal listAmount(Shop shop, JsonNode node) {
    currency(shop, node);
    BigDecimal amount = amount(shop, node.path("amount").asText(), Code.LIST_PRICE_INVALID);
    Refusal.when(amount.compareTo(LIST_PRICE_MAX) > 0, Code.LIST_PRICE_OVER_LIMIT);
    return amount;
  }

  private static void currency(Shop shop, JsonNode price) {
    String currency = price.path("currency").asText();
    Refusal.when(!currency.equals(shop.market.currency()), Code.CURRENCY, currency);
  }

  private static BigDecimal amount(Shop shop, String text, Code code) {
    Refusal.when(!text.matches("\\d{1,12}(\\.\\d{1,6})?"), code, text);
    BigDecimal amount = new BigDecimal(text);
    boolean tooFine = amount.stripTrailingZeros().scale() > shop.market.priceDecimals();
    Refusal.when(amount.signum() <= 0 || tooFine, code, text);
    return amount;
  }
}
