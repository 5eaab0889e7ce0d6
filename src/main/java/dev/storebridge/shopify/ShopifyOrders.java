package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.commerce.OrderReference;
import dev.storebridge.commerce.Shipment;
import dev.storebridge.commerce.StoreOrder;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreOrders;
import dev.storebridge.platform.Urgency;
import dev.storebridge.resilience.Egress;
import dev.storebridge.resilience.Guards;
import dev.storebridge.shopify.AdminApi.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Orders of a Shopify store. Reads no protected customer data: no query asks for a name, an address
 * or an e-mail.
 */
@ApplicationScoped
public class ShopifyOrders implements StoreOrders {

  private static final int MOST_LINES = 250;

  private final ShopifyApi api;
  private final Duration writeHorizon;

  public ShopifyOrders(
      ShopifyConfig config, Egress egress, Guards guards, Credentials credentials) {
    this.api = new ShopifyApi(config, egress, guards, credentials);
    this.writeHorizon = config.writeHorizon();
  }

  @Override
  public Platform platform() {
    return Platform.SHOPIFY;
  }

  @Override
  public Duration writeHorizon() {
    return writeHorizon;
  }

  /** An order of Shopify's is placed or not; until then the stock ledger holds its units. */
  @Override
  public boolean canHold() {
    return false;
  }

  @Override
  public StoreOrder create(StoreAccount store, OrderDraft draft) {
    if (draft.lines().size() + draft.charges().size() > MOST_LINES) {
      throw ShopifyOrderErrors.tooLong(store.account(), MOST_LINES);
    }
    Map<String, Object> variables =
        Map.of("order", ShopifyOrderInput.of(draft), "options", ShopifyOrderInput.options(draft));
    JsonNode payload = ask(store, ShopifyDocument.ORDER_CREATE, variables).path("orderCreate");
    ShopifyOrderErrors.checkCreation(store.account(), payload);
    return ShopifyOrderReader.order(payload.path("order"));
  }

  /** By source identifier and by tag: the index of either may lag. */
  @Override
  public List<StoreOrder> find(StoreAccount store, OrderReference reference, Instant notBefore) {
    Map<String, StoreOrder> found = new LinkedHashMap<>();
    Stream.of("source_identifier:\"" + reference.orderId() + "\"", "tag:'" + reference.tag() + "'")
        .flatMap(query -> search(store, query))
        .filter(node -> carries(node, reference))
        .map(ShopifyOrderReader::order)
        .sorted(Comparator.comparing(StoreOrder::createdAt))
        .forEach(order -> found.putIfAbsent(order.id(), order));
    return List.copyOf(found.values());
  }

  private Stream<JsonNode> search(StoreAccount store, String query) {
    JsonNode data = ask(store, ShopifyDocument.ORDERS_FOUND, Map.of("query", query));
    return StreamSupport.stream(data.path("orders").path("nodes").spliterator(), false);
  }

  /** Search answers what resembles the query too. */
  private static boolean carries(JsonNode order, OrderReference reference) {
    boolean tagged =
        StreamSupport.stream(order.path("tags").spliterator(), false)
            .anyMatch(tag -> tag.asText().equalsIgnoreCase(reference.tag()));
    return tagged || order.path("sourceIdentifier").asText().equals(reference.orderId());
  }

  @Override
  public Optional<StoreOrder> read(StoreAccount store, String id) {
    if (!id.matches("\\d{1,19}")) {
      return Optional.empty();
    }
    JsonNode order = ask(store, ShopifyDocument.ORDER, Map.of("id", gid(id))).path("order");
    return order.isObject() ? Optional.of(ShopifyOrderReader.order(order)) : Optional.empty();
  }

  @Override
  public List<Shipment> shipments(StoreAccount store, String id) {
    JsonNode data = ask(store, ShopifyDocument.ORDER_SHIPMENTS, Map.of("id", gid(id)));
    return ShopifyOrderReader.shipments(data.path("order").path("fulfillments"));
  }

  /** Orders are placed once they are released. */
  @Override
  public void release(StoreAccount store, String id, OrderDraft draft) {}

  /**
   * Shopify cancels in a job of its own: what has not happened yet is looked for again.
   *
   * @throws PlatformException with {@link dev.storebridge.platform.Failure#RETRY_LATER} while the
   *     job runs
   */
  @Override
  public void cancel(StoreAccount store, String id, boolean restock, String why) {
    if (over(store, id)) {
      return;
    }
    Map<String, Object> variables =
        Map.of(
            "id",
            gid(id),
            "reason",
            "OTHER",
            "restock",
            restock,
            "refundMethod",
            Map.of("originalPaymentMethodsRefund", true),
            "note",
            why);
    JsonNode payload = ask(store, ShopifyDocument.ORDER_CANCEL, variables).path("orderCancel");
    ShopifyOrderErrors.checkCancellation(store.account(), payload);
    if (!over(store, id)) {
      throw ShopifyOrderErrors.stillCancelling(store.account());
    }
  }

  private boolean over(StoreAccount store, String id) {
    return read(store, id).map(StoreOrder::cancelled).orElse(true);
  }

  private static String gid(String id) {
    return "gid://shopify/Order/" + id;
  }

  private JsonNode ask(StoreAccount store, ShopifyDocument document, Map<String, ?> variables) {
    return api.ask(store, new Query(document, variables, Urgency.ORDER));
  }
}
