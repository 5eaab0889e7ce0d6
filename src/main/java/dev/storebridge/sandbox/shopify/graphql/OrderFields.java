package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.order.OrderDesk;
import dev.storebridge.sandbox.shopify.order.StoredLine;
import dev.storebridge.sandbox.shopify.order.StoredOrder;
import dev.storebridge.sandbox.shopify.order.StoredParcel;
import dev.storebridge.sandbox.shopify.order.StoredRefund;
import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.store.Shelf;
import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The fields of orders. Nothing of the customer can be asked for here. */
final class OrderFields {

  /** An amount in the shop's currency. */
  record Amount(BigDecimal value, String currency) {}

  /** A refund with its order's currency. */
  record Given(StoredRefund refund, String currency) {}

  /** Units of a line in a refund. */
  private record Taken(StoredLine line, int units) {}

  private record Sale(long id) {}

  private record Attribute(String key, String value) {}

  private record Tracking(String company, String number, String url) {}

  /** Units of a line in a parcel. */
  private record Sent(StoredLine line, int units) {}

  private final Shelf shelf;
  private final OrderDesk desk;

  OrderFields(Shelf shelf, OrderDesk desk) {
    this.shelf = shelf;
    this.desk = desk;
  }

  List<TypeFields<?>> types() {
    return List.of(
        order(),
        line(),
        new TypeFields<>("MoneyBag", Amount.class)
            .field("shopMoney", amount -> amount)
            .field("presentmentMoney", amount -> amount),
        new TypeFields<>("Attribute", Attribute.class)
            .field("key", Attribute::key)
            .field("value", Attribute::value),
        parcel(),
        new TypeFields<>("OrderTransaction", Sale.class)
            .field("id", sale -> Gid.of("OrderTransaction", sale.id()))
            .field("kind", sale -> "SALE")
            .field("status", sale -> "SUCCESS"),
        new TypeFields<>("Refund", Given.class)
            .field("id", given -> Gid.of("Refund", given.refund().id()))
            .field("note", given -> given.refund().note())
            .field("createdAt", given -> given.refund().createdAt())
            .field("refundLineItems", (given, env) -> Paging.page(env, units(given), byLine()))
            .field(
                "totalRefundedSet", given -> new Amount(given.refund().amount(), given.currency())),
        new TypeFields<>("FulfillmentTrackingInfo", Tracking.class)
            .field("company", Tracking::company)
            .field("number", Tracking::number)
            .field("url", Tracking::url),
        new TypeFields<>("RefundLineItem", Taken.class)
            .field("quantity", Taken::units)
            .field("lineItem", Taken::line),
        new TypeFields<>("FulfillmentLineItem", Sent.class)
            .field("id", s -> Gid.of("FulfillmentLineItem", s.line().id()))
            .field("quantity", Sent::units)
            .field("lineItem", Sent::line));
  }

  void addTo(TypeFields<Object> query) {
    query
        .field("order", (root, env) -> find(env))
        .needs("order", "read_orders")
        .field("orders", (root, env) -> list(env))
        .needs("orders", "read_orders");
  }

  private Object find(DataFetchingEnvironment env) {
    OptionalLong id = Gid.number("Order", env.getArgument("id"));
    if (id.isEmpty()) {
      throw ApiException.invalidId();
    }
    return desk.find(id.getAsLong()).orElse(null);
  }

  private Object list(DataFetchingEnvironment env) {
    Predicate<StoredOrder> filter = SearchQuery.of(env.getArgument("query"), OrderFields::matches);
    Sort<StoredOrder> sort = sort(env.getArgument("sortKey")).reversed(env.getArgument("reverse"));
    List<StoredOrder> rows = desk.all().stream().filter(filter).sorted(sort.comparator()).toList();
    return Paging.page(env, rows, sort);
  }

  private static Sort<StoredOrder> sort(String key) {
    return switch (key) {
      case "UPDATED_AT" -> by(key, o -> o.updatedAt().toString());
      case "CREATED_AT" -> by(key, o -> o.createdAt().toString());
      case "PROCESSED_AT" -> by(key, o -> o.processedAt().toString());
      default -> Sort.byId(StoredOrder::id);
    };
  }

  private static Sort<StoredOrder> by(
      String key, java.util.function.Function<StoredOrder, String> value) {
    return new Sort<>(key, value, StoredOrder::id, false);
  }

  private static boolean matches(StoredOrder order, SearchTerm term) {
    return switch (term.field()) {
      case "id" -> term.matches(order.id());
      case "name" -> term.matches(order.name());
      case "source_identifier" -> term.matches(order.sourceIdentifier());
      case "source_name" -> term.matches(order.sourceName());
      case "tag" -> order.tags().stream().anyMatch(term::matches);
      case "created_at" -> term.matches(order.createdAt());
      case "updated_at" -> term.matches(order.updatedAt());
      case "processed_at" -> term.matches(order.processedAt());
      case "sku" -> order.lines().stream().anyMatch(line -> term.matches(line.sku()));
      default ->
          throw SearchQuery.invalid("the field " + term.field() + " cannot be searched here");
    };
  }

  private TypeFields<StoredOrder> order() {
    return new TypeFields<>("Order", StoredOrder.class)
        .field("id", o -> Gid.of("Order", o.id()))
        .field("legacyResourceId", o -> Long.toString(o.id()))
        .field("name", StoredOrder::name)
        .field("createdAt", StoredOrder::createdAt)
        .field("updatedAt", StoredOrder::updatedAt)
        .field("processedAt", StoredOrder::processedAt)
        .field("cancelledAt", StoredOrder::cancelledAt)
        .field("cancelReason", StoredOrder::cancelReason)
        .field("closed", StoredOrder::cancelled)
        .field("displayFinancialStatus", StoredOrder::financialStatus)
        .field("displayFulfillmentStatus", StoredOrder::fulfilmentStatus)
        .field("note", StoredOrder::note)
        .field("tags", StoredOrder::tags)
        .field("sourceName", StoredOrder::sourceName)
        .field("sourceIdentifier", StoredOrder::sourceIdentifier)
        .field("customAttributes", o -> attributes(o.attributes()))
        .field("totalPriceSet", o -> new Amount(o.total(), o.currency()))
        .field("lineItems", (o, env) -> Paging.page(env, o.lines(), Sort.byId(StoredLine::id)))
        .field("fulfillmentOrders", (o, env) -> FulfilmentFields.of(o, env))
        .field("fulfillments", (o, env) -> first(env, o.parcels()))
        .field("refunds", (o, env) -> first(env, refunds(o)))
        .field("transactions", (o, env) -> first(env, sales(o)));
  }

  private List<Taken> units(Given given) {
    return desk.all().stream()
        .flatMap(order -> order.lines().stream())
        .filter(line -> given.refund().units().containsKey(line.id()))
        .map(line -> new Taken(line, given.refund().units().get(line.id())))
        .toList();
  }

  private static Sort<Taken> byLine() {
    return new Sort<>("ID", one -> Sort.padded(one.line().id()), one -> one.line().id(), false);
  }

  /** The payment that the order came with; its number is the order's. */
  private static List<Sale> sales(StoredOrder order) {
    return order.paid().signum() > 0 ? List.of(new Sale(order.id())) : List.of();
  }

  private static List<Given> refunds(StoredOrder order) {
    return order.refunds().stream().map(refund -> new Given(refund, order.currency())).toList();
  }

  private static List<?> first(DataFetchingEnvironment env, List<?> all) {
    Integer most = env.getArgument("first");
    return most == null || most >= all.size() ? all : all.subList(0, most);
  }

  private static List<Attribute> attributes(Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .map(pair -> new Attribute(pair.getKey(), pair.getValue()))
        .toList();
  }

  private TypeFields<StoredLine> line() {
    return new TypeFields<>("LineItem", StoredLine.class)
        .field("id", l -> Gid.of("LineItem", l.id()))
        .field("title", StoredLine::title)
        .field("sku", StoredLine::sku)
        .field("quantity", StoredLine::quantity)
        .field("currentQuantity", l -> l.quantity() - l.removed())
        .field("unfulfilledQuantity", StoredLine::open)
        .field("requiresShipping", StoredLine::requiresShipping)
        .field("customAttributes", l -> attributes(l.properties()))
        .field("variant", l -> shelf.variant(l.variantId()).orElse(null));
  }

  private TypeFields<StoredParcel> parcel() {
    return new TypeFields<>("Fulfillment", StoredParcel.class)
        .field("id", p -> Gid.of("Fulfillment", p.id()))
        .field("name", StoredParcel::name)
        .field("status", p -> p.cancelled() ? "CANCELLED" : "SUCCESS")
        .field("displayStatus", p -> p.cancelled() ? "CANCELED" : "FULFILLED")
        .field("createdAt", StoredParcel::createdAt)
        .field("updatedAt", StoredParcel::updatedAt)
        .field("trackingInfo", (p, env) -> first(env, tracking(p)))
        .field(
            "fulfillmentLineItems",
            (p, env) ->
                Paging.page(
                    env,
                    sent(p),
                    new Sort<>("ID", s -> Sort.padded(s.line().id()), s -> s.line().id(), false)));
  }

  private static List<Tracking> tracking(StoredParcel parcel) {
    return parcel.number() == null
        ? List.of()
        : List.of(new Tracking(parcel.company(), parcel.number(), parcel.url()));
  }

  private List<Sent> sent(StoredParcel parcel) {
    return desk.all().stream()
        .flatMap(order -> order.lines().stream())
        .filter(line -> parcel.units().containsKey(line.id()))
        .map(line -> new Sent(line, parcel.units().get(line.id())))
        .sorted(Comparator.comparingLong(sent -> sent.line().id()))
        .toList();
  }
}
