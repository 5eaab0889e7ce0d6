package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.store.SavedOrder;
import dev.storebridge.sandbox.woocommerce.store.Shelf;
import dev.storebridge.sandbox.woocommerce.store.Shop;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes an order of what is sent. A product that does not exist is taken as an empty line, as the
 * shop does; what this sandbox does not imitate is refused with 501.
 */
final class OrderWriter {

  static final List<String> STATUSES =
      List.of("pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed");

  private static final List<String> BILLING =
      List.of(
          "first_name",
          "last_name",
          "company",
          "address_1",
          "address_2",
          "city",
          "state",
          "postcode",
          "country",
          "email",
          "phone");
  private static final List<String> NEVER_ON_UPDATE =
      List.of("line_items", "shipping_lines", "fee_lines", "coupon_lines");

  private final Shelf shelf;
  private final Shop shop;
  private final OrderSums sums;

  OrderWriter(Shelf shelf, Shop shop) {
    this.shelf = shelf;
    this.shop = shop;
    this.sums = new OrderSums(shop);
  }

  /** A new order. */
  ObjectNode created(JsonNode body) {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    order.put("parent_id", 0).put("status", "pending");
    order.put("currency", body.path("currency").asText(shop.currency()));
    order.put("version", "11.0.1").put("prices_include_tax", shop.pricesIncludeTax());
    order.put("customer_id", body.path("customer_id").asLong());
    order.put("order_key", "wc_order_" + UUID.randomUUID().toString().substring(0, 13));
    address(order.putObject("billing"), body.path("billing"), true);
    address(order.putObject("shipping"), body.path("shipping"), false);
    for (String text :
        List.of("payment_method", "payment_method_title", "transaction_id", "customer_note")) {
      order.put(text, body.path(text).asText(""));
    }
    order.put("customer_ip_address", "").put("customer_user_agent", "");
    order.put("created_via", body.path("created_via").asText("rest-api")).put("cart_hash", "");
    meta(order.putArray("meta_data"), body.path("meta_data"));
    ArrayNode lines = order.putArray("line_items");
    body.path("line_items").forEach(line -> line(lines.addObject(), line));
    order.putArray("tax_lines");
    ArrayNode shipping = order.putArray("shipping_lines");
    body.path("shipping_lines").forEach(line -> shipping(shipping.addObject(), line));
    ArrayNode fees = order.putArray("fee_lines");
    body.path("fee_lines").forEach(fee -> fee(fees.addObject(), fee));
    if (!body.path("coupon_lines").isEmpty()) {
      throw notImitated("coupon_lines");
    }
    order.putArray("coupon_lines");
    order.putArray("refunds");
    status(order, body);
    sums.write(order);
    return order;
  }

  /** An order with changes. */
  ObjectNode changed(SavedOrder before, JsonNode body) {
    NEVER_ON_UPDATE.stream()
        .filter(body::has)
        .findFirst()
        .ifPresent(
            member -> {
              throw notImitated(member + " of an order that is there");
            });
    ObjectNode order = before.facts().deepCopy();
    for (String text :
        List.of("payment_method", "payment_method_title", "transaction_id", "customer_note")) {
      if (body.has(text)) {
        order.put(text, body.path(text).asText());
      }
    }
    for (String part : List.of("billing", "shipping")) {
      body.path(part)
          .properties()
          .forEach(
              member ->
                  ((ObjectNode) order.get(part)).put(member.getKey(), member.getValue().asText()));
    }
    merge((ArrayNode) order.get("meta_data"), body.path("meta_data"));
    status(order, body);
    sums.write(order);
    return order;
  }

  private static RestError notImitated(String what) {
    return new RestError(
        501, "sandbox_not_imitated", "This sandbox does not imitate " + what + ".");
  }

  /** Paid orders are processed; else the status that is named. */
  private static void status(ObjectNode order, JsonNode body) {
    if (body.hasNonNull("status")) {
      String status = body.get("status").asText();
      if (!STATUSES.contains(status)) {
        throw RestError.badParameter(
            "status", "status is not one of " + String.join(", ", STATUSES) + ".");
      }
      order.put("status", status);
    }
    boolean needsPayment = List.of("pending", "failed").contains(order.path("status").asText());
    if (body.path("set_paid").asBoolean() && needsPayment) {
      order.put("status", "processing");
    }
  }

  private static void address(ObjectNode address, JsonNode from, boolean billing) {
    BILLING.stream()
        .filter(member -> billing || !member.equals("email"))
        .forEach(member -> address.put(member, from.path(member).asText("")));
  }

  private void line(ObjectNode line, JsonNode from) {
    long wanted = from.path("product_id").asLong();
    long variation = from.path("variation_id").asLong();
    Optional<Item> product = shelf.product(wanted);
    Optional<Item> item =
        variation == 0
            ? product
            : shelf.find(variation).filter(one -> one.parent() == wanted && product.isPresent());
    boolean gone = from.has("product_id") && item.isEmpty();
    int quantity = from.path("quantity").asInt(1);
    String name = product.map(one -> one.text("name")).orElse(gone ? "" : text(from, "name"));
    BigDecimal price = item.map(shelf::priceOf).orElse(BigDecimal.ZERO);
    BigDecimal usual =
        price == null ? BigDecimal.ZERO : price.multiply(BigDecimal.valueOf(quantity));
    BigDecimal total = gone ? BigDecimal.ZERO : given(from, "total", usual);
    line.put("id", shelf.nextId()).put("name", name);
    line.put("product_id", gone ? 0 : wanted);
    line.put("variation_id", item.isPresent() ? variation : 0);
    line.put("quantity", quantity).put("tax_class", text(from, "tax_class"));
    line.put("subtotal", sums.text(gone ? BigDecimal.ZERO : given(from, "subtotal", total)));
    line.put("subtotal_tax", "0.00").put("total", sums.text(total)).put("total_tax", "0.00");
    line.putArray("taxes");
    meta(line.putArray("meta_data"), from.path("meta_data"));
    line.put("sku", item.map(one -> one.text("sku")).orElse(null));
    line.put("global_unique_id", item.map(one -> one.text("global_unique_id")).orElse(""));
    line.put("price", quantity == 0 ? 0 : total.doubleValue() / quantity);
    line.putNull("parent_name");
  }

  private static BigDecimal given(JsonNode from, String member, BigDecimal otherwise) {
    return from.hasNonNull(member) ? OrderSums.amount(from, member) : otherwise;
  }

  private void shipping(ObjectNode line, JsonNode from) {
    line.put("id", shelf.nextId()).put("method_title", text(from, "method_title"));
    line.put("method_id", text(from, "method_id")).put("instance_id", "");
    line.put("total", sums.text(OrderSums.amount(from, "total"))).put("total_tax", "0.00");
    line.putArray("taxes");
    line.put("tax_status", "taxable");
    meta(line.putArray("meta_data"), from.path("meta_data"));
  }

  private void fee(ObjectNode fee, JsonNode from) {
    fee.put("id", shelf.nextId()).put("name", text(from, "name"));
    fee.put("tax_class", text(from, "tax_class"));
    fee.put("tax_status", from.path("tax_status").asText("taxable")).put("amount", "");
    fee.put("total", sums.text(OrderSums.amount(from, "total"))).put("total_tax", "0.00");
    fee.putArray("taxes");
    meta(fee.putArray("meta_data"), from.path("meta_data"));
  }

  private void meta(ArrayNode meta, JsonNode from) {
    for (JsonNode one : from) {
      ObjectNode entry = meta.addObject().put("id", shelf.nextId());
      entry.put("key", text(one, "key"));
      entry.set("value", one.path("value"));
    }
  }

  /** A key that is there gets the new value. */
  private void merge(ArrayNode meta, JsonNode from) {
    for (JsonNode one : from) {
      ObjectNode found = null;
      for (JsonNode known : meta) {
        if (known.path("key").asText().equals(text(one, "key"))) {
          found = (ObjectNode) known;
        }
      }
      if (found == null) {
        found = meta.addObject().put("id", shelf.nextId()).put("key", text(one, "key"));
      }
      found.set("value", one.path("value"));
    }
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asText("");
  }
}
