package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.store.Shelf;
import dev.storebridge.sandbox.shopify.store.StoredLevel;
import dev.storebridge.sandbox.shopify.store.StoredLocation;
import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;

/** The fields of inventory items, levels and locations. */
final class InventoryFields {

  private static final Sort<StoredLevel> LEVELS_OF_ITEM =
      new Sort<>("LOCATION", l -> Sort.padded(l.locationId()), StoredLevel::locationId, false);
  private static final Sort<StoredLevel> LEVELS_OF_LOCATION =
      new Sort<>("ITEM", l -> Sort.padded(l.itemId()), StoredLevel::itemId, false);

  private record Measurement(Item item) {}

  private record Weight(double grams) {}

  private record Quantity(StoredLevel level, String name) {}

  private record Address(StoredLocation location) {}

  private final Shelf shelf;
  private final Listings listings;

  InventoryFields(Shelf shelf, Listings listings) {
    this.shelf = shelf;
    this.listings = listings;
  }

  List<TypeFields<?>> types() {
    return List.of(
        item(),
        measurement(),
        weight(),
        money(),
        level(),
        quantity(),
        location(),
        address(),
        service());
  }

  private TypeFields<Item> item() {
    return new TypeFields<>("InventoryItem", Item.class)
        .field("id", i -> Gid.of("InventoryItem", i.id()))
        .field("legacyResourceId", i -> Long.toString(i.id()))
        .field("sku", i -> i.variant().sku())
        .field("tracked", i -> i.variant().tracked())
        .field("requiresShipping", i -> true)
        .field("countryCodeOfOrigin", i -> "GB")
        .field("harmonizedSystemCode", i -> null)
        .field("measurement", Measurement::new)
        .field("unitCost", i -> null)
        .field("createdAt", i -> i.variant().createdAt())
        .field("updatedAt", i -> i.variant().updatedAt())
        .field(
            "variants",
            (i, env) -> Paging.page(env, List.of(i.variant()), ProductFields.position()))
        .field("inventoryLevel", (i, env) -> level(i.id(), env.getArgument("locationId")))
        .needs("inventoryLevel", "read_inventory")
        .field(
            "inventoryLevels", (i, env) -> Paging.page(env, shelf.levelsOf(i.id()), LEVELS_OF_ITEM))
        .needs("inventoryLevels", "read_inventory");
  }

  private Object level(long itemId, String locationGid) {
    OptionalLong location = Gid.number("Location", locationGid);
    if (location.isEmpty()) {
      throw ApiException.invalidId();
    }
    return shelf.level(itemId, location.getAsLong()).orElse(null);
  }

  private static TypeFields<Measurement> measurement() {
    return new TypeFields<>("InventoryItemMeasurement", Measurement.class)
        .field("id", m -> Gid.of("InventoryItemMeasurement", m.item().id()))
        .field("weight", m -> weight(m.item().variant().grams()));
  }

  /** An unweighed item reads as zero. */
  private static Weight weight(Integer grams) {
    return new Weight(grams == null ? 0 : grams);
  }

  private static TypeFields<Weight> weight() {
    return new TypeFields<>("Weight", Weight.class)
        .field("value", Weight::grams)
        .field("unit", w -> "GRAMS");
  }

  /** Amounts are not padded: 42.5, 5.0. */
  private static TypeFields<OrderFields.Amount> money() {
    return new TypeFields<>("MoneyV2", OrderFields.Amount.class)
        .field("amount", a -> unpadded(a.value()))
        .field("currencyCode", OrderFields.Amount::currency);
  }

  private static String unpadded(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.setScale(Math.max(1, stripped.scale())).toPlainString();
  }

  private TypeFields<StoredLevel> level() {
    return new TypeFields<>("InventoryLevel", StoredLevel.class)
        .field("id", l -> Gid.ofLevel(l.locationId(), l.itemId()))
        .field("isActive", l -> true)
        .field("createdAt", StoredLevel::updatedAt)
        .field("updatedAt", StoredLevel::updatedAt)
        .field("item", l -> shelf.variantOfItem(l.itemId()).map(Item::new).orElse(null))
        .field("location", l -> shelf.location(l.locationId()).orElse(null))
        .field("quantities", InventoryFields::quantities);
  }

  private static Object quantities(StoredLevel level, DataFetchingEnvironment env) {
    List<String> names = env.getArgument("names");
    return names.stream().map(name -> new Quantity(level, name)).toList();
  }

  private static TypeFields<Quantity> quantity() {
    return new TypeFields<>("InventoryQuantity", Quantity.class)
        .field(
            "id",
            q -> Gid.ofLevel(q.level().locationId(), q.level().itemId()) + "&name=" + q.name())
        .field("name", Quantity::name)
        .field("quantity", q -> q.level().quantity(q.name()))
        .field("updatedAt", q -> q.level().updatedAt());
  }

  private TypeFields<StoredLocation> location() {
    return new TypeFields<>("Location", StoredLocation.class)
        .field("id", l -> Gid.of("Location", l.id()))
        .field("legacyResourceId", l -> Long.toString(l.id()))
        .field("name", StoredLocation::name)
        .field("isActive", l -> true)
        .field("fulfillsOnlineOrders", l -> true)
        .field("shipsInventory", l -> true)
        .field("isFulfillmentService", l -> false)
        .field("fulfillmentService", l -> null)
        .field("address", Address::new)
        .field("inventoryLevel", (l, env) -> levelAt(l, env.getArgument("inventoryItemId")))
        .needs("inventoryLevel", "read_inventory")
        .field("inventoryLevels", this::levelsAt)
        .needs("inventoryLevels", "read_inventory");
  }

  private Object levelsAt(StoredLocation location, DataFetchingEnvironment env) {
    List<StoredLevel> rows =
        listings.levelsAt(location.id(), LEVELS_OF_LOCATION, env.getArgument("query"));
    return Paging.page(env, rows, LEVELS_OF_LOCATION);
  }

  private Object levelAt(StoredLocation location, String itemGid) {
    OptionalLong item = Gid.number("InventoryItem", itemGid);
    if (item.isEmpty()) {
      throw ApiException.invalidId();
    }
    return shelf.level(item.getAsLong(), location.id()).orElse(null);
  }

  private static TypeFields<Address> address() {
    return new TypeFields<>("LocationAddress", Address.class)
        .field("address1", a -> a.location().address1())
        .field("city", a -> a.location().city())
        .field("zip", a -> a.location().zip())
        .field("countryCode", a -> "GB")
        .field("provinceCode", a -> a.location().provinceCode());
  }

  /** No location of the demo shop belongs to a fulfilment service. */
  private static TypeFields<Void> service() {
    return new TypeFields<>("FulfillmentService", Void.class)
        .field("id", s -> null)
        .field("serviceName", s -> null)
        .field("handle", s -> null);
  }
}
