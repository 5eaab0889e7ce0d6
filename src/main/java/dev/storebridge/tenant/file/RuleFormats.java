package dev.storebridge.tenant.file;

import dev.storebridge.platform.Platform;
import dev.storebridge.tenant.AftersaleRules;
import dev.storebridge.tenant.AftersaleRules.Direction;
import dev.storebridge.tenant.FulfilmentRules;
import dev.storebridge.tenant.InventoryRules;
import dev.storebridge.tenant.PriceRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The smaller sections of a connection: prices, inventory, fulfilment, aftersale. */
final class RuleFormats {

  /** An id of TikTok's. */
  static final Shape<String> TIKTOK_ID = Shapes.id("\\d{1,25}", "an id of TikTok's, digits only");

  private static final Field<PriceRules.From> FROM =
      Field.of(
          "from", Shapes.choice(PriceRules.From.class), "price", "which of the store's prices");
  private static final Field<BigDecimal> RATE =
      Field.optional(
          "rate",
          Shapes.amount("0.000001", "999999999"),
          "from the store's currency to the shop's; needed when they differ");
  private static final Field<BigDecimal> PERCENT =
      Field.of("percent", Shapes.amount("-99.999999", "10000"), "0", "what is added, in percent");
  private static final Field<BigDecimal> ADD =
      Field.of(
          "add",
          Shapes.amount("-999999999", "999999999"),
          "0",
          "what is added then, in the shop's currency");
  private static final Field<BigDecimal> ROUND_UP_TO =
      Field.optional(
          "round-up-to",
          Shapes.amount("0", "999999"),
          "up to the next amount that ends in it, for example 0.99");
  private static final Field<PriceRules.ListPriceFrom> LIST_PRICE =
      Field.of(
          "list-price-from",
          Shapes.choice(PriceRules.ListPriceFrom.class),
          "none",
          "the struck-through price; sent in the US alone");

  static final Section<PriceRules> PRICES =
      new Section<>(
          "price rules",
          List.of(FROM, RATE, PERCENT, ADD, ROUND_UP_TO, LIST_PRICE),
          values ->
              new PriceRules(
                  values.get(FROM),
                  values.find(RATE),
                  values.get(PERCENT),
                  values.get(ADD),
                  values.find(ROUND_UP_TO),
                  values.get(LIST_PRICE)));

  private static final Field<Map<String, String>> LOCATIONS =
      Field.of(
          "locations",
          new MapShape(
              Shapes.id(
                  "(gid://shopify/Location/)?\\d{1,20}",
                  "a Shopify location's id",
                  text -> text.substring(text.lastIndexOf('/') + 1)),
              TIKTOK_ID),
          "{}",
          "Shopify location to TikTok warehouse; empty: all stock to the default warehouse");
  private static final Field<Integer> BUFFER =
      Field.of("buffer", Shapes.whole(0, 99_999), "0", "units that are never offered");
  private static final Field<Integer> SHARE =
      Field.of("share-percent", Shapes.whole(0, 100), "100", "how much of the stock is offered");
  private static final Field<Integer> MAX =
      Field.of("max", Shapes.whole(0, 99_999), "99999", "the most that is offered");
  private static final Field<Integer> UNTRACKED =
      Field.of(
          "untracked",
          Shapes.whole(0, 99_999),
          "100",
          "what is offered of a variant that the store does not count");

  static final Section<InventoryRules> INVENTORY =
      new Section<>(
          "inventory rules",
          List.of(LOCATIONS, BUFFER, SHARE, MAX, UNTRACKED),
          RuleFormats::inventory);

  private static final Field<Map<String, String>> CARRIERS =
      Field.of(
          "carriers",
          new MapShape(Shapes.some(100), TIKTOK_ID),
          "{}",
          "the store's carrier to TikTok's provider; others are matched by name");
  private static final Field<String> DEFAULT_CARRIER =
      Field.of(
          "default-carrier",
          Shapes.id("\\d{0,25}", "an id of TikTok's, digits only, or empty"),
          "\"\"",
          "provider for carriers that nothing matches");

  static final Section<FulfilmentRules> FULFILMENT =
      new Section<>(
          "fulfilment rules",
          List.of(CARRIERS, DEFAULT_CARRIER),
          values -> new FulfilmentRules(values.get(CARRIERS), values.get(DEFAULT_CARRIER)));

  private static final Field<Direction> CANCELLATIONS =
      Field.of(
          "cancellations", Shapes.choice(Direction.class), "both", "where they are carried out");
  private static final Field<Direction> REFUNDS =
      Field.of("refunds", Shapes.choice(Direction.class), "to-store", "where they are carried out");

  static final Section<AftersaleRules> AFTERSALE =
      new Section<>(
          "aftersale rules",
          List.of(CANCELLATIONS, REFUNDS),
          values -> new AftersaleRules(values.get(CANCELLATIONS), values.get(REFUNDS)));

  private RuleFormats() {}

  private static InventoryRules inventory(Values values) {
    return new InventoryRules(
        values.get(LOCATIONS),
        values.get(BUFFER),
        values.get(SHARE),
        values.get(MAX),
        values.get(UNTRACKED));
  }

  /** WooCommerce counts stock in one place. */
  static void refuseLocations(Place connection) {
    Place place = connection.child("inventory").child(LOCATIONS.name());
    Optional<Platform> platform = StoreWords.platformOfConnection(place);
    YamlDocument document = place.reading().document();
    if (platform.equals(Optional.of(Platform.WOOCOMMERCE))) {
      document
          .at(place.path())
          .ifPresent(
              node ->
                  place.refuse(
                      node.at(),
                      "WooCommerce has no locations",
                      "remove the key: all stock goes to the default warehouse"));
    }
  }
}
