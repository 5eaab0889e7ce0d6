package dev.storebridge.platform;

/** Where a call gets its token. Tokens are asked for at every call and never kept by an adapter. */
public interface Credentials {

  /**
   * @throws PlatformException with {@link Failure#RE_AUTHORISE} when there is no valid grant
   */
  StoreAccess store(StoreAccount store);

  /**
   * @throws PlatformException with {@link Failure#RE_AUTHORISE} when there is no valid grant
   */
  ShopAccess shop(ShopAccount shop);

  /**
   * Tells that the platform refused this token. Returns once a newer one is there, so that the call
   * can be repeated; many callers at once lead to one refresh.
   *
   * @throws PlatformException with {@link Failure#RE_AUTHORISE} when there will be none
   */
  void refused(AccountId account, Secret token);

  /** Tells that the platform let this account's token in; free of cost when that is no news. */
  default void accepted(AccountId account) {}

  /** What opens a store. */
  sealed interface StoreAccess {

    /** A Shopify access token. */
    record Token(Secret token) implements StoreAccess {}

    /** A WooCommerce key and its secret. */
    record KeyPair(Secret key, Secret secret) implements StoreAccess {}
  }

  /**
   * What opens a TikTok shop.
   *
   * @param cipher names the shop in calls that take one
   */
  record ShopAccess(AppKeys app, Secret token, String cipher) {}
}
