package dev.storebridge.sandbox.tiktok;

/**
 * A shop of the simulated world.
 *
 * @param region ISO country such as GB; decides currency, title length, units and category version
 * @param cipher the shop_cipher of API calls
 * @param code the shop code of Seller Center
 * @param seller seller name; shops of one seller can be authorised together
 * @param crossBorder sellers across borders price with sale_price, local ones with amount
 */
public record TikTokShop(
    String id,
    String name,
    String region,
    String cipher,
    String code,
    String seller,
    boolean crossBorder) {

  public TikTokShop {
    Market.of(region);
  }

  /** A local shop whose other facts follow from its id. */
  public static TikTokShop of(String id, String region) {
    String tail = id.substring(Math.max(0, id.length() - 6));
    return new TikTokShop(
        id,
        "Shop " + tail,
        region,
        "ROW_cipher" + id,
        region + "SHOP" + tail,
        "Seller " + tail,
        false);
  }

  /** The same shop in the hands of another seller. */
  public TikTokShop withSeller(String name) {
    return new TikTokShop(id, this.name, region, cipher, code, name, crossBorder);
  }

  /** The same shop as one of a cross-border seller. */
  public TikTokShop asCrossBorder() {
    return new TikTokShop(id, name, region, cipher, code, seller, true);
  }
}
