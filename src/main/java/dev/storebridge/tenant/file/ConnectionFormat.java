package dev.storebridge.tenant.file;

import dev.storebridge.platform.Limits;
import dev.storebridge.tenant.AftersaleRules;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.ConnectionRules.Shop;
import dev.storebridge.tenant.FulfilmentRules;
import dev.storebridge.tenant.InventoryRules;
import dev.storebridge.tenant.ListingRules;
import dev.storebridge.tenant.OrderRules;
import dev.storebridge.tenant.PriceRules;
import java.util.List;

/** {@code connections[]}: a store linked with a shop. */
final class ConnectionFormat {

  /** The markets that TikTok Shop names. */
  private static final List<String> REGIONS =
      List.of(
          "US", "GB", "DE", "ES", "FR", "IE", "IT", "JP", "BR", "MX", "ID", "MY", "PH", "SG", "TH",
          "VN");

  private static final Field<String> SHOP_ID =
      Field.optional(
          "id", RuleFormats.TIKTOK_ID, "the shop; may be left out until consent names it");
  private static final Field<String> REGION =
      Field.required("region", Shapes.choice(REGIONS, code -> code), "the shop's market");
  private static final Field<Limits> SHOP_LIMITS =
      Field.of(
          "limits", StoreFormat.LIMITS, "{}", "calls to this shop; what is left out we choose");

  private static final Field<String> ID =
      Field.required("id", StoreFormat.ID, "unique in the service");
  private static final Field<String> STORE =
      Field.required("store", StoreFormat.ID, "the id of one of the `stores`");
  private static final Field<Boolean> ENABLED =
      Field.of("enabled", Shapes.flag(), "true", "false: nothing is sent any more, listings stay");
  private static final Field<Shop> SHOP =
      Field.required(
          "shop",
          new Section<>(
              "a mapping with `region`",
              List.of(SHOP_ID, REGION, SHOP_LIMITS),
              values ->
                  new Shop(values.find(SHOP_ID), values.get(REGION), values.get(SHOP_LIMITS))),
          "the TikTok shop; it occurs in one connection of the service only");
  private static final Field<ListingRules> LISTINGS =
      Field.required("listings", ListingFormat.LISTINGS, "how products become listings");
  private static final Field<PriceRules> PRICES =
      Field.of(
          "prices",
          RuleFormats.PRICES,
          "{}",
          "price x rate x (1 + percent / 100) + add, then rounded");
  private static final Field<InventoryRules> INVENTORY =
      Field.of(
          "inventory",
          RuleFormats.INVENTORY,
          "{}",
          "floor((stock - held) x share-percent / 100) - buffer, from 0 to max");
  private static final Field<OrderRules> ORDERS =
      Field.of("orders", OrderFormat.ORDERS, "{}", "how TikTok's orders reach the store");
  private static final Field<FulfilmentRules> FULFILMENT =
      Field.of("fulfilment", RuleFormats.FULFILMENT, "{}", "how parcels are announced to TikTok");
  private static final Field<AftersaleRules> AFTERSALE =
      Field.of(
          "aftersale", RuleFormats.AFTERSALE, "{}", "which way cancellations and refunds flow");

  static final Section<ConnectionRules> CONNECTION =
      new Section<>(
          "a connection",
          List.of(
              ID, STORE, ENABLED, SHOP, LISTINGS, PRICES, INVENTORY, ORDERS, FULFILMENT, AFTERSALE),
          ConnectionFormat::connection);

  private ConnectionFormat() {}

  private static ConnectionRules connection(Values values) {
    return new ConnectionRules(
        values.get(ID),
        values.place().reading().owner().tenant(),
        values.get(STORE),
        values.get(ENABLED),
        values.get(SHOP),
        values.get(LISTINGS),
        values.get(PRICES),
        values.get(INVENTORY),
        values.get(ORDERS),
        values.get(FULFILMENT),
        values.get(AFTERSALE));
  }
}
