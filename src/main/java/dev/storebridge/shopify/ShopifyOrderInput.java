package dev.storebridge.shopify;

import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.commerce.Recipient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes an order as {@code orderCreate} takes it. Lines require shipping, which is not the
 * default; what has no kind of its own, fees and charges, is a line without shipping. Tax that the
 * channel collected is one tax line of the order. Source: Shopify docs, orderCreate; Admin schema
 * 2026-10. Pure.
 */
final class ShopifyOrderInput {

  /** The property of a line that names the channel's lines; shops hide names that begin so. */
  static final String LINE_IDS = "_tiktok_line_ids";

  static final String GATEWAY = "tiktok-shop";

  private ShopifyOrderInput() {}

  static Map<String, Object> of(OrderDraft draft) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("currency", draft.currency().value());
    order.put("processedAt", draft.placedAt().toString());
    order.put("sourceName", GATEWAY);
    order.put("sourceIdentifier", draft.reference().orderId());
    order.put("tags", draft.tags());
    order.put("customAttributes", pairs("key", draft.attributes()));
    order.put("financialStatus", "PAID");
    order.put("taxesIncluded", draft.pricesIncludeTax());
    order.put("lineItems", lines(draft));
    order.put("shippingLines", List.of(shipping(draft.shipping())));
    order.put("transactions", List.of(transaction(draft)));
    if (draft.tax().amount().signum() > 0) {
      order.put("taxLines", List.of(tax(draft)));
    }
    if (draft.discount().amount().signum() > 0) {
      order.put(
          "discountCode",
          Map.of(
              "itemFixedDiscountCode",
              Map.of("code", "TIKTOK-SHOP", "amountSet", bag(draft.discount()))));
    }
    if (!draft.email().isEmpty()) {
      order.put("email", draft.email());
    }
    draft.recipient().ifPresent(to -> order.put("shippingAddress", address(to)));
    return order;
  }

  /** Takes the goods out of stock even where less is there: they are sold. */
  static Map<String, Object> options(OrderDraft draft) {
    return Map.of(
        "inventoryBehaviour",
        draft.takesStock() ? "DECREMENT_IGNORING_POLICY" : "BYPASS",
        "sendReceipt",
        false,
        "sendFulfillmentReceipt",
        false);
  }

  private static List<Map<String, Object>> lines(OrderDraft draft) {
    List<Map<String, Object>> lines = new ArrayList<>();
    draft.lines().forEach(line -> lines.add(line(line)));
    draft.charges().forEach((name, amount) -> lines.add(charge(name, amount)));
    return lines;
  }

  private static Map<String, Object> line(OrderDraft.Line line) {
    Map<String, Object> input = new LinkedHashMap<>();
    line.item()
        .ifPresent(
            item -> input.put("variantId", "gid://shopify/ProductVariant/" + item.variantId()));
    input.put("title", line.title());
    input.put("sku", line.sku());
    input.put("quantity", line.quantity());
    input.put("requiresShipping", true);
    input.put("priceSet", bag(line.price()));
    input.put(
        "properties", pairs("name", Map.of(LINE_IDS, String.join(",", line.channelLineIds()))));
    return input;
  }

  private static Map<String, Object> charge(String name, Money amount) {
    return Map.of(
        "title",
        name,
        "quantity",
        1,
        "requiresShipping",
        false,
        "taxable",
        false,
        "priceSet",
        bag(amount));
  }

  private static Map<String, Object> shipping(Money amount) {
    return Map.of(
        "title", "TikTok Shop", "code", "TIKTOK", "source", GATEWAY, "priceSet", bag(amount));
  }

  private static Map<String, Object> transaction(OrderDraft draft) {
    return Map.of(
        "kind",
        "SALE",
        "status",
        "SUCCESS",
        "gateway",
        GATEWAY,
        "authorizationCode",
        draft.reference().orderId(),
        "processedAt",
        draft.placedAt().toString(),
        "amountSet",
        bag(draft.total()));
  }

  private static Map<String, Object> tax(OrderDraft draft) {
    BigDecimal net = draft.total().amount().subtract(draft.tax().amount());
    BigDecimal rate =
        net.signum() == 0
            ? BigDecimal.ZERO
            : draft.tax().amount().divide(net, 4, RoundingMode.HALF_UP);
    return Map.of(
        "title",
        "Tax collected by TikTok Shop",
        "rate",
        rate.toPlainString(),
        "channelLiable",
        true,
        "priceSet",
        bag(draft.tax()));
  }

  static Map<String, Object> address(Recipient to) {
    Map<String, Object> address = new LinkedHashMap<>();
    put(address, "firstName", to.firstName());
    put(address, "lastName", to.lastName());
    put(address, "phone", to.phone());
    put(address, "address1", to.lines().getFirst());
    put(address, "address2", String.join(", ", to.lines().subList(1, to.lines().size())));
    put(address, "city", to.city());
    put(address, "zip", to.postalCode());
    put(address, "countryCode", to.country());
    if (to.province().matches("[A-Z0-9]{2,3}")) {
      address.put("provinceCode", to.province());
    } else {
      put(address, "province", to.province());
    }
    return address;
  }

  private static void put(Map<String, Object> address, String field, String value) {
    if (!value.isBlank()) {
      address.put(field, value);
    }
  }

  private static List<Map<String, String>> pairs(String key, Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .map(pair -> Map.of(key, pair.getKey(), "value", pair.getValue()))
        .toList();
  }

  private static Map<String, Object> bag(Money money) {
    return Map.of(
        "shopMoney", Map.of("amount", money.text(), "currencyCode", money.currency().value()));
  }
}
