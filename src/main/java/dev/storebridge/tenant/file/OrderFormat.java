package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.tenant.OrderRules;
import dev.storebridge.tenant.file.ScalarShape.BadValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** {@code orders}: how channel orders reach the store. */
final class OrderFormat {

  private static final String SINCE_WORDS =
      "`authorisation`, a date like 2026-01-31 or a time like 2026-01-31T08:00:00Z";

  private static final Shape<Optional<Instant>> SINCE_SHAPE =
      new ScalarShape<>(
          SINCE_WORDS,
          scalar -> !scalar.isBoolean() && !scalar.isNumber(),
          OrderFormat::since,
          OrderFormat::sinceSchema);

  private static final Field<Boolean> IMPORT =
      Field.of("import", Shapes.flag(), "true", "false: orders are left alone");
  private static final Field<Optional<Instant>> SINCE =
      Field.of("since", SINCE_SHAPE, "authorisation", "the oldest order that is imported");
  private static final Field<OrderRules.OnHold> ON_HOLD =
      Field.of(
          "on-hold",
          Shapes.choice(OrderRules.OnHold.class),
          "reserve",
          "while the buyer may cancel: take the store's stock, or wait and hold the units here");
  private static final Field<OrderRules.UnknownItem> UNKNOWN_ITEM =
      Field.of(
          "unknown-item",
          Shapes.choice(OrderRules.UnknownItem.class),
          "block",
          "a line that no variant is linked with");
  private static final Field<OrderRules.Total> TOTAL =
      Field.of(
          "total",
          Shapes.choice(OrderRules.Total.class),
          "owed",
          "the total of the store's order: what the merchant is owed, or what the buyer paid");
  private static final Field<List<String>> TAGS =
      Field.of("tags", new ListShape<>(Shapes.some(40)), "[]", "tags of the store's order");
  private static final Field<OrderRules.BuyerEmail> BUYER_EMAIL =
      Field.of(
          "buyer-email",
          Shapes.choice(OrderRules.BuyerEmail.class),
          "relay",
          "whether TikTok's relay address goes along");
  private static final Field<OrderRules.Tax> TAX_MODE =
      Field.of(
          "mode",
          Shapes.choice(OrderRules.Tax.class),
          "exact",
          "lines and taxes so that the total is right to the cent, or as the store computes");
  private static final Field<OrderRules.Tax> TAX =
      Field.of(
          "tax",
          new Section<>("a mapping with `mode`", List.of(TAX_MODE), values -> values.get(TAX_MODE)),
          "{}",
          "taxes of the store's order");

  static final Section<OrderRules> ORDERS =
      new Section<>(
          "order rules",
          List.of(IMPORT, SINCE, ON_HOLD, UNKNOWN_ITEM, TOTAL, TAGS, BUYER_EMAIL, TAX),
          values ->
              new OrderRules(
                  values.get(IMPORT),
                  values.get(SINCE),
                  values.get(ON_HOLD),
                  values.get(UNKNOWN_ITEM),
                  values.get(TOTAL),
                  values.get(TAGS),
                  values.get(BUYER_EMAIL),
                  values.get(TAX)));

  private OrderFormat() {}

  private static Optional<Instant> since(String text) {
    if (text.equals("authorisation")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(text));
    } catch (DateTimeException e) {
      throw new BadValue(
          ScalarShape.shown(text) + " is not " + SINCE_WORDS,
          Suggestion.near(List.of("authorisation"), text));
    }
  }

  private static ObjectNode sinceSchema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
    return schema.put(
        "pattern",
        "^(?:authorisation|\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z)?)$");
  }
}
