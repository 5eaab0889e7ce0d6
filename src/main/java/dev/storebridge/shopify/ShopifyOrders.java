package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.OrderCopy;
import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.commerce.OrderProgress;
import dev.storebridge.commerce.OrderReference;
import dev.storebridge.commerce.RefundDraft;
import dev.storebridge.commerce.Shipment;
import dev.storebridge.commerce.StoreOrder;
import dev.storebridge.commerce.StoreRefund;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Orders of a Shopify store. Reads no protected customer data: no query asks for a name, an address
 * or an e-mail.
 */
@ApplicationScoped
public class ShopifyOrders implements StoreOrders {

  private static final int MOST_LINES = 250;
  private static final Duration INDEX_LAG = Duration.ofMinutes(5);

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

  /** Searches are answered by an index that lags writes, so a little more is asked for. */
  @Override
  public void copiesChangedSince(
      StoreAccount store, Instant changedSince, Consumer<List<OrderCopy>> batches) {
    Instant from = changedSince.minus(INDEX_LAG).truncatedTo(ChronoUnit.SECONDS);
    String search = "source_name:" + ShopifyOrderInput.GATEWAY + " updated_at:>'" + from + "'";
    List<OrderCopy> found = new ArrayList<>();
    new PageWalk(
            store.account(),
            after -> {
              Map<String, String> variables = new HashMap<>();
              variables.put("search", search);
              variables.put("after", after);
              return ask(store, ShopifyDocument.ORDERS_CHANGED, variables).path("orders");
            })
        .all(node -> found.add(ShopifyOrderReader.copy(node)));
    if (!found.isEmpty()) {
      batches.accept(found);
    }
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
  public Optional<OrderProgress> progress(StoreAccount store, String id) {
    JsonNode order =
        ask(store, ShopifyDocument.ORDER_PROGRESS, Map.of("id", gid(id))).path("order");
    return order.isObject() ? Optional.of(ShopifyOrderReader.progress(order)) : Optional.empty();
  }

  /**
   * What is left to be sent keeps a parcel from being written twice, so a lost answer is simply
   * tried again.
   */
  @Override
  public void fulfil(StoreAccount store, String id, List<Shipment> parcels, boolean complete) {
    for (Shipment parcel : parcels) {
      JsonNode open = ask(store, ShopifyDocument.ORDER_TO_SEND, Map.of("id", gid(id)));
      ShopifyFulfilmentInput.of(parcel, open.path("order").path("fulfillmentOrders"))
          .ifPresent(input -> send(store, input));
    }
  }

  private void send(StoreAccount store, Map<String, Object> input) {
    JsonNode payload =
        ask(store, ShopifyDocument.FULFILMENT_CREATE, Map.of("fulfillment", input))
            .path("fulfillmentCreate");
    ShopifyOrderErrors.checkFulfilment(store.account(), payload);
  }

  @Override
  public List<StoreRefund> refunds(StoreAccount store, String id) {
    return refundsOf(afterwards(store, id));
  }

  private JsonNode afterwards(StoreAccount store, String id) {
    return ask(store, ShopifyDocument.ORDER_REFUNDS, Map.of("id", gid(id))).path("order");
  }

  private static List<StoreRefund> refundsOf(JsonNode order) {
    return StreamSupport.stream(order.path("refunds").spliterator(), false)
        .map(ShopifyOrderReader::refund)
        .toList();
  }

  /** The key makes a second call with the same reference do nothing for a day. */
  @Override
  public StoreRefund refund(StoreAccount store, String id, RefundDraft draft) {
    JsonNode order = afterwards(store, id);
    Optional<StoreRefund> before =
        refundsOf(order).stream().filter(one -> one.carries(draft.reference())).findFirst();
    if (before.isPresent()) {
      return before.get();
    }
    Map<String, Object> variables =
        Map.of(
            "input",
            ShopifyRefundInput.of(gid(id), draft, ShopifyRefundInput.sale(order)),
            "key",
            ShopifyRefundInput.key(store.account(), id, draft));
    JsonNode payload = ask(store, ShopifyDocument.REFUND_CREATE, variables).path("refundCreate");
    ShopifyOrderErrors.checkRefund(store.account(), payload);
    return ShopifyOrderReader.refund(payload.path("refund"));
  }

  @Override
  public void readdress(StoreAccount store, String id, OrderDraft draft) {
    draft
        .recipient()
        .ifPresent(
            to -> {
              Map<String, Object> input =
                  Map.of("id", gid(id), "shippingAddress", ShopifyOrderInput.address(to));
              JsonNode payload =
                  ask(store, ShopifyDocument.ORDER_READDRESS, Map.of("input", input))
                      .path("orderUpdate");
              ShopifyOrderErrors.checkReaddressing(store.account(), payload);
            });
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
