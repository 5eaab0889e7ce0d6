package dev.storebridge.platform;

/**
 * A shop on a channel that a connection is linked with.
 *
 * @param id the channel's id of the shop
 * @param storeId the store account that owns the connection
 * @param connectionId the one connection in which this shop occurs
 * @param region market as ISO 3166 alpha-2, for example GB
 */
public record ShopAccount(
    String id, String tenant, String storeId, String connectionId, String region, Limits limits)
    implements Account {

  @Override
  public AccountId account() {
    return new AccountId(Platform.TIKTOK_SHOP, id);
  }
}
