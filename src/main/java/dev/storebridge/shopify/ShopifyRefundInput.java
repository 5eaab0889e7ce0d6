package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.RefundDraft;
import dev.storebridge.platform.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Writes a refund as {@code refundCreate} takes it. Its money is what the channel paid back, so the
 * customer is not told again. Source: Shopify docs, refundCreate; Admin schema 2026-10. Pure.
 */
final class ShopifyRefundInput {

  private ShopifyRefundInput() {}

  static Map<String, Object> of(String order, RefundDraft draft, Optional<String> sale) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("orderId", order);
    input.put("note", draft.reference());
    input.put("notify", false);
    String restock = draft.restock() ? "CANCEL" : "NO_RESTOCK";
    input.put(
        "refundLineItems",
        draft.units().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                line ->
                    Map.of(
                        "lineItemId",
                        "gid://shopify/LineItem/" + line.getKey(),
                        "quantity",
                        line.getValue(),
                        "restockType",
                        restock))
            .toList());
    if (draft.shipping().amount().signum() > 0) {
      input.put("shipping", Map.of("amount", draft.shipping().text()));
    }
    if (draft.total().amount().signum() > 0) {
      input.put("transactions", List.of(transaction(order, draft, sale)));
    }
    return input;
  }

  private static Map<String, Object> transaction(
      String order, RefundDraft draft, Optional<String> sale) {
    Map<String, Object> transaction = new LinkedHashMap<>();
    transaction.put("orderId", order);
    transaction.put("kind", "REFUND");
    transaction.put("gateway", ShopifyOrderInput.GATEWAY);
    transaction.put("amount", draft.total().text());
    sale.ifPresent(parent -> transaction.put("parentId", parent));
    return transaction;
  }

  /** The payment that is refunded. */
  static Optional<String> sale(JsonNode order) {
    return StreamSupport.stream(order.path("transactions").spliterator(), false)
        .filter(one -> one.path("kind").asText().equals("SALE"))
        .filter(one -> one.path("status").asText().equals("SUCCESS"))
        .map(one -> one.path("id").asText())
        .findFirst();
  }

  /** The same for the same refund, whenever it is tried. */
  static String key(AccountId account, String orderId, RefundDraft draft) {
    String name = String.join("\n", account.toString(), orderId, draft.reference());
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
