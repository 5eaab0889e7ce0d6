package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.OrderBook;
import dev.storebridge.sandbox.woocommerce.store.SavedOrder;
import dev.storebridge.sandbox.woocommerce.store.Shelf;
import dev.storebridge.sandbox.woocommerce.store.ShopTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code /orders/{id}/refunds}. Quantities and totals come back negative. A refund that calls the
 * payment provider, which is the default, is refused: the orders here were paid elsewhere.
 */
final class OrderRefunds {

  private final OrderBook book;
  private final Shelf shelf;
  private final Listing listing;
  private final Links links;
  private final ShopTime time;
  private final Map<Long, List<ObjectNode>> byOrder = new TreeMap<>();

  OrderRefunds(OrderBook book, Shelf shelf, Listing listing, Links links, ShopTime time) {
    this.book = book;
    this.shelf = shelf;
    this.listing = listing;
    this.links = links;
    this.time = time;
  }

  Result list(Ask ask, long orderId) {
    order(orderId);
    List<ObjectNode> newestFirst = new ArrayList<>(of(orderId)).reversed();
    return listing.page(ask, newestFirst, refund -> refund);
  }

  private List<ObjectNode> of(long orderId) {
    return byOrder.getOrDefault(orderId, List.of());
  }

  private SavedOrder order(long id) {
    return book.find(id)
        .orElseThrow(
            () -> new RestError(404, "woocommerce_rest_invalid_order", "Invalid order ID."));
  }

  JsonNode create(long orderId, JsonNode body) {
    SavedOrder order = order(orderId);
    if (body.path("api_refund").asBoolean(true)) {
      throw refused("The payment gateway for this order does not exist.");
    }
    BigDecimal amount = OrderSums.amount(body, "amount");
    BigDecimal total = OrderSums.amount(order.facts(), "total");
    BigDecimal before =
        of(orderId).stream()
            .map(refund -> OrderSums.amount(refund, "amount"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean restock = body.path("api_restock").asBoolean(true);
    if (amount.signum() < 0 || before.add(amount).compareTo(total) > 0) {
      throw refused("Invalid refund amount.");
    }
    ObjectNode facts = order.facts().deepCopy();
    ObjectNode refund = refund(body, amount);
    ArrayNode lines = refund.putArray("line_items");
    body.path("line_items").forEach(line -> line(lines.addObject(), facts, line));
    byOrder.computeIfAbsent(orderId, id -> new ArrayList<>()).add(refund);
    ((ArrayNode) facts.path("refunds"))
        .addObject()
        .put("id", refund.path("id").asLong())
        .put("reason", refund.path("reason").asText())
        .put("total", "-" + amount.toPlainString());
    if (restock) {
      body.path("line_items")
          .forEach(line -> book.putBack(facts, line.path("id").asLong(), quantity(line)));
    }
    if (total.signum() > 0 && before.add(amount).compareTo(total) == 0) {
      facts.put("status", "refunded");
    }
    book.save(order, facts);
    return refund;
  }

  private ObjectNode refund(JsonNode body, BigDecimal amount) {
    ObjectNode refund = JsonNodeFactory.instance.objectNode();
    refund.put("id", shelf.nextId());
    refund
        .put("date_created", time.local(book.now()))
        .put("date_created_gmt", time.gmt(book.now()));
    refund.put("amount", amount.toPlainString()).put("reason", body.path("reason").asText(""));
    refund.put("refunded_by", 1).put("refunded_payment", false);
    refund.putArray("meta_data");
    return refund;
  }

  /** Whatever a refund fails of is a fault of the server here. */
  private static RestError refused(String why) {
    return new RestError(500, "woocommerce_rest_cannot_create_order_refund", why);
  }

  private static int quantity(JsonNode line) {
    return line.path("quantity").asInt();
  }

  private void line(ObjectNode shown, ObjectNode order, JsonNode asked) {
    JsonNode line = null;
    for (JsonNode one : order.path("line_items")) {
      if (one.path("id").asLong() == asked.path("id").asLong()) {
        line = one;
      }
    }
    if (line == null) {
      throw refused("Invalid line.");
    }
    shown.put("id", shelf.nextId()).put("name", line.path("name").asText());
    shown.put("product_id", line.path("product_id").asLong());
    shown.put("variation_id", line.path("variation_id").asLong());
    shown.put("quantity", -quantity(asked));
    shown.put("total", OrderSums.amount(asked, "refund_total").negate().toPlainString());
    shown
        .putArray("meta_data")
        .addObject()
        .put("key", "_refunded_item_id")
        .put("value", line.path("id").asText());
  }

  /** The address of a new refund; WooCommerce's own is broken and holds its pattern. */
  String location(long orderId) {
    return links.route("/wc/v3/orders/" + orderId + "/refunds/(?P<id>[\\d]+)");
  }
}
