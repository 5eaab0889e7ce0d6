package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.order.OrderDesk;
import dev.storebridge.sandbox.shopify.order.StoredLine;
import dev.storebridge.sandbox.shopify.order.StoredOrder;
import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.store.Shelf;
import dev.storebridge.sandbox.shopify.store.StoredProduct;
import dev.storebridge.sandbox.shopify.store.StoredVariant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what {@code orderCreate} is given, and adds it up as the platform does. */
final class OrderInput {

  private static final String SHOP_MONEY = "shopMoney";

  private final Shelf shelf;
  private final OrderDesk desk;
  private final String currency;
  private final Map<String, Object> input;

  OrderInput(Shelf shelf, OrderDesk desk, String currency, Map<String, Object> input) {
    this.shelf = shelf;
    this.desk = desk;
    this.currency = currency;
    this.input = input;
  }

  /** What the platform refuses of it, in the order in which it says so. */
  List<UserProblem> problems() {
    List<UserProblem> problems = new ArrayList<>();
    List<Map<String, Object>> lines = list(input, "lineItems");
    if (lines.isEmpty()) {
      problems.add(
          new UserProblem(
              List.of("order", "lineItems"),
              "Line items must have at least one line item",
              "INVALID"));
    }
    if (lines.stream().anyMatch(this::unknown)) {
      problems.add(new UserProblem(List.of("order"), "Order Line items is invalid", "INVALID"));
      for (String member : List.of("Name", "Title")) {
        problems.add(
            new UserProblem(
                List.of("order", "lineItems"),
                "Line items " + member + " can't be blank",
                "INVALID"));
      }
    }
    if (lines.stream().anyMatch(line -> (Integer) line.get("quantity") < 1)) {
      problems.add(
          new UserProblem(
              List.of("order", "lineItems"),
              "Line items Quantity must be greater than 0",
              "INVALID"));
    }
    if (foreignMoney(input)) {
      problems.add(
          new UserProblem(
              List.of("order"), "Order currency must be the shop's currency", "INVALID"));
    }
    boolean onOrder = !list(input, "taxLines").isEmpty();
    boolean onLines = lines.stream().anyMatch(line -> !list(line, "taxLines").isEmpty());
    if (onOrder && onLines) {
      problems.add(
          new UserProblem(
              List.of("order", "taxLines"),
              "Tax lines must be on the order or on line items, not both",
              "INVALID"));
    }
    return problems;
  }

  private boolean unknown(Map<String, Object> line) {
    if (line.get("variantId") == null) {
      return line.get("title") == null;
    }
    return variant(line).isEmpty();
  }

  private Optional<StoredVariant> variant(Map<String, Object> line) {
    OptionalLong id = Gid.number("ProductVariant", (String) line.get("variantId"));
    return id.isEmpty() ? Optional.empty() : shelf.variant(id.getAsLong());
  }

  /** Whether any amount in it is in another currency than the shop's. */
  private boolean foreignMoney(Object node) {
    if (node instanceof Map<?, ?> map) {
      if (map.get(SHOP_MONEY) instanceof Map<?, ?> money
          && !currency.equals(String.valueOf(money.get("currencyCode")))) {
        return true;
      }
      return map.values().stream().anyMatch(this::foreignMoney);
    }
    return node instanceof List<?> list && list.stream().anyMatch(this::foreignMoney);
  }

  StoredOrder order() {
    Instant now = desk.now();
    List<StoredLine> lines = list(input, "lineItems").stream().map(this::line).toList();
    String name = text(input, "name");
    return new StoredOrder(
        desk.nextId(),
        name == null ? desk.nextName() : name,
        now,
        processed(now),
        now,
        null,
        null,
        currency,
        total(lines),
        list(input, "transactions").stream()
            .map(transaction -> amount(transaction, "amountSet"))
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        BigDecimal.ZERO,
        text(input, "sourceName"),
        text(input, "sourceIdentifier"),
        tags(),
        text(input, "note"),
        pairs(list(input, "customAttributes"), "key"),
        address("countryCode"),
        address("address1"),
        lines,
        List.of(),
        List.of());
  }

  /** A time in the future is clamped. */
  private Instant processed(Instant now) {
    String given = text(input, "processedAt");
    Instant at = given == null ? now : Instant.parse(given);
    return at.isAfter(now) ? now : at;
  }

  private BigDecimal total(List<StoredLine> lines) {
    BigDecimal total =
        lines.stream()
            .map(line -> line.price().multiply(BigDecimal.valueOf(line.quantity())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    for (Map<String, Object> shipping : list(input, "shippingLines")) {
      total = total.add(amount(shipping, "priceSet"));
    }
    if (!Boolean.TRUE.equals(input.get("taxesIncluded"))) {
      total = total.add(taxes(input));
      for (Map<String, Object> line : list(input, "lineItems")) {
        total = total.add(taxes(line));
      }
    }
    return total.subtract(discount());
  }

  private static BigDecimal taxes(Map<String, Object> of) {
    return list(of, "taxLines").stream()
        .map(tax -> amount(tax, "priceSet"))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @SuppressWarnings("unchecked")
  private BigDecimal discount() {
    Map<String, Object> code = (Map<String, Object>) input.getOrDefault("discountCode", Map.of());
    Map<String, Object> fixed = (Map<String, Object>) code.get("itemFixedDiscountCode");
    return fixed == null ? BigDecimal.ZERO : amount(fixed, "amountSet");
  }

  private StoredLine line(Map<String, Object> line) {
    Optional<StoredVariant> variant = variant(line);
    String title =
        Optional.ofNullable(text(line, "title"))
            .or(() -> variant.flatMap(v -> shelf.product(v.productId())).map(StoredProduct::title))
            .orElse("");
    String sku =
        Optional.ofNullable(text(line, "sku")).or(() -> variant.map(StoredVariant::sku)).orElse("");
    return new StoredLine(
        desk.nextLineId(),
        variant.map(StoredVariant::id).orElse(0L),
        variant.map(StoredVariant::itemId).orElse(0L),
        0,
        title,
        sku,
        (Integer) line.get("quantity"),
        line.get("priceSet") == null
            ? variant.map(StoredVariant::price).orElse(BigDecimal.ZERO)
            : amount(line, "priceSet"),
        Boolean.TRUE.equals(line.get("requiresShipping")),
        0,
        0,
        pairs(list(line, "properties"), "name"));
  }

  /** Tags come back sorted. */
  @SuppressWarnings("unchecked")
  private List<String> tags() {
    List<String> tags = (List<String>) input.getOrDefault("tags", List.of());
    return tags.stream().distinct().sorted().toList();
  }

  @SuppressWarnings("unchecked")
  private String address(String member) {
    Map<String, Object> address =
        (Map<String, Object>) input.getOrDefault("shippingAddress", Map.of());
    return String.valueOf(address.getOrDefault(member, ""));
  }

  private static Map<String, String> pairs(List<Map<String, Object>> pairs, String key) {
    Map<String, String> read = new LinkedHashMap<>();
    pairs.forEach(pair -> read.put((String) pair.get(key), (String) pair.get("value")));
    return read;
  }

  @SuppressWarnings("unchecked")
  private static BigDecimal amount(Map<String, Object> of, String bag) {
    Map<String, Object> money =
        (Map<String, Object>) ((Map<String, Object>) of.get(bag)).get(SHOP_MONEY);
    return new BigDecimal(String.valueOf(money.get("amount")));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> of, String member) {
    Object list = of.get(member);
    return list == null ? List.of() : (List<Map<String, Object>>) list;
  }

  private static String text(Map<String, Object> of, String member) {
    return of.get(member) == null ? null : String.valueOf(of.get(member));
  }
}
