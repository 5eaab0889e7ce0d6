package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.OrderCopy;
import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.commerce.OrderProgress;
import dev.storebridge.commerce.OrderReference;
import dev.storebridge.commerce.RefundDraft;
import dev.storebridge.commerce.Shipment;
import dev.storebridge.commerce.StoreOrder;
import dev.storebridge.commerce.StoreRefund;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreOrders;
import dev.storebridge.platform.Urgency;
import dev.storebridge.resilience.Egress;
import dev.storebridge.resilience.Guards;
import dev.storebridge.woocommerce.RestApi.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Orders of a WooCommerce store. No answer is asked for a name or an address. Source: WooCommerce
 * REST API v3, orders.
 */
@ApplicationScoped
public class WooCommerceOrders implements StoreOrders {

  private static final Logger LOG = Logger.getLogger(WooCommerceOrders.class);
  static final String FIELDS =
      "id,number,status,currency,total,date_created_gmt,created_via,transaction_id,meta_data,line_items,refunds";
  private static final String REFUND_FIELDS = "id,amount,reason,line_items";
  private static final String PATH = "orders/";

  private final WooCommerceApi api;
  private final OrderSearch search;
  private final Duration writeHorizon;

  public WooCommerceOrders(
      Egress egress,
      Guards guards,
      Credentials credentials,
      Clock clock,
      @ConfigProperty(name = "storebridge.woocommerce.write-horizon", defaultValue = "120s")
          Duration writeHorizon) {
    this.api = new WooCommerceApi(egress, guards, credentials, clock);
    this.search = new OrderSearch(api);
    this.writeHorizon = writeHorizon;
  }

  @Override
  public Platform platform() {
    return Platform.WOOCOMMERCE;
  }

  @Override
  public Duration writeHorizon() {
    return writeHorizon;
  }

  /** An order on hold takes its goods out of stock, and nobody sends it. */
  @Override
  public boolean canHold() {
    return true;
  }

  /** A product that is gone is taken as an empty line: such an order is thrown away again. */
  @Override
  public StoreOrder create(StoreAccount store, OrderDraft draft) {
    Ask ask =
        Ask.creating("orders", Map.of("_fields", FIELDS), OrderInput.of(draft), Urgency.ORDER);
    JsonNode answer = api.ask(store, ask).body();
    StoreOrder order = OrderReader.order(answer);
    List<String> missing = missing(draft, order);
    if (!missing.isEmpty()) {
      throwAway(store, order.id());
      throw unknownItems(store, missing);
    }
    return order;
  }

  /** The SKUs of lines that the shop knows no product of although we named one. */
  private static List<String> missing(OrderDraft draft, StoreOrder order) {
    if (!draft.takesStock()) {
      return List.of();
    }
    Map<String, String> known =
        order.lines().stream()
            .flatMap(
                line -> line.channelLineIds().stream().map(id -> Map.entry(id, line.variantId())))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one + other));
    return draft.lines().stream()
        .filter(line -> line.item().isPresent())
        .filter(
            line ->
                line.channelLineIds().stream().anyMatch(id -> known.getOrDefault(id, "").isEmpty()))
        .map(line -> line.sku().isEmpty() ? line.title() : line.sku())
        .toList();
  }

  private void throwAway(StoreAccount store, String id) {
    try {
      put(store, id, Json.MAPPER.createObjectNode().put("status", "cancelled"));
      api.ask(store, new Ask("DELETE", PATH + id, Map.of(), Optional.empty(), Urgency.ORDER));
    } catch (PlatformException left) {
      throw left.withUnknownOutcome();
    }
  }

  private static PlatformException unknownItems(StoreAccount store, List<String> missing) {
    return PlatformException.of(
        Failure.MERCHANT_FIX,
        store.account(),
        Explanation.of(
            "unknown-variant",
            "The order holds what is gone from the shop: " + String.join(", ", missing) + ".",
            "",
            "Restore the product, or take the listing off sale and place the order by hand."));
  }

  @Override
  public List<StoreOrder> find(StoreAccount store, OrderReference reference, Instant notBefore) {
    return search.find(store, reference, notBefore);
  }

  @Override
  public void copiesChangedSince(
      StoreAccount store, Instant changedSince, Consumer<List<OrderCopy>> batches) {
    search.copiesChangedSince(store, changedSince, batches);
  }

  @Override
  public Optional<StoreOrder> read(StoreAccount store, String id) {
    return node(store, id).map(OrderReader::order);
  }

  private Optional<JsonNode> node(StoreAccount store, String id) {
    if (!id.matches("\\d{1,18}")) {
      return Optional.empty();
    }
    try {
      Ask ask = new Ask(PATH + id, Map.of("_fields", FIELDS), Urgency.ORDER);
      return Optional.of(api.ask(store, ask).body());
    } catch (PlatformException fault) {
      if (fault.failure() == Failure.REPLAN) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  /**
   * Core has no tracking: it is read from where the common extensions keep it. What is in the bin
   * is gone, and not called off.
   */
  @Override
  public Optional<OrderProgress> progress(StoreAccount store, String id) {
    return node(store, id)
        .filter(node -> !Json.text(node, "status").equals("trash"))
        .map(
            node ->
                new OrderProgress(
                    Json.text(node, "status").equals("cancelled"),
                    Json.entries(node, "refunds").findAny().isPresent(),
                    OrderShipments.of(node)));
  }

  /** A shop knows sent or not sent, so it is told once everything has left. */
  @Override
  public void fulfil(StoreAccount store, String id, List<Shipment> parcels, boolean complete) {
    if (complete && List.of("processing", "on-hold").contains(status(store, id))) {
      put(store, id, OrderShipments.sent(parcels));
    }
  }

  @Override
  public List<StoreRefund> refunds(StoreAccount store, String id) {
    CurrencyCode currency = currency(store, id);
    Map<String, String> query = Map.of("_fields", REFUND_FIELDS, "per_page", "100");
    JsonNode found = api.ask(store, new Ask(refundsOf(id), query, Urgency.ORDER)).body();
    return StreamSupport.stream(found.spliterator(), false)
        .map(node -> OrderRefunds.of(node, currency))
        .toList();
  }

  private static String refundsOf(String id) {
    return PATH + id + "/refunds";
  }

  private CurrencyCode currency(StoreAccount store, String id) {
    return read(store, id).map(order -> order.total().currency()).orElse(CurrencyCode.NONE);
  }

  /** Unless it is told not to, the shop calls the payment provider for the money. */
  @Override
  public StoreRefund refund(StoreAccount store, String id, RefundDraft draft) {
    JsonNode order = node(store, id).orElse(Json.MAPPER.createObjectNode());
    Ask ask =
        Ask.creating(
            refundsOf(id),
            Map.of("_fields", REFUND_FIELDS),
            OrderRefunds.input(draft, order),
            Urgency.ORDER);
    return OrderRefunds.of(api.ask(store, ask).body(), draft.total().currency());
  }

  @Override
  public void readdress(StoreAccount store, String id, OrderDraft draft) {
    ObjectNode addresses = OrderInput.addressed(draft);
    if (!addresses.isEmpty()) {
      put(store, id, addresses);
    }
  }

  @Override
  public void release(StoreAccount store, String id, OrderDraft draft) {
    if (status(store, id).equals("on-hold")) {
      put(store, id, OrderInput.released(draft));
    }
  }

  /** The shop puts back what it took, and remembers at each line that it did. */
  @Override
  public void cancel(StoreAccount store, String id, boolean restock, String why) {
    switch (status(store, id)) {
      case "", "cancelled", "trash", "refunded" -> {}
      case "completed" -> throw goodsHaveLeft(store);
      default -> {
        put(store, id, Json.MAPPER.createObjectNode().put("status", "cancelled"));
        note(store, id, why);
      }
    }
  }

  private String status(StoreAccount store, String id) {
    return node(store, id).map(node -> Json.text(node, "status")).orElse("");
  }

  private void put(StoreAccount store, String id, ObjectNode change) {
    Map<String, String> fields = Map.of("_fields", "id,status");
    api.ask(store, new Ask("PUT", PATH + id, fields, Optional.of(change), Urgency.ORDER));
  }

  /** A note says why; an order without one is cancelled all the same. */
  private void note(StoreAccount store, String id, String why) {
    ObjectNode note = Json.MAPPER.createObjectNode().put("note", why);
    try {
      api.ask(
          store,
          new Ask("POST", PATH + id + "/notes", Map.of(), Optional.of(note), Urgency.CONTENT));
    } catch (PlatformException unsaid) {
      LOG.debugf("Store %s: no note at order %s: %s", store.id(), id, unsaid.getMessage());
    }
  }

  private static PlatformException goodsHaveLeft(StoreAccount store) {
    return PlatformException.of(
        Failure.MERCHANT_FIX,
        store.account(),
        Explanation.of(
            "order-completed",
            "TikTok Shop cancelled the order, and in the shop it is completed.",
            "",
            "Stop the parcel if you can, and set the order to cancelled in WooCommerce."));
  }
}
