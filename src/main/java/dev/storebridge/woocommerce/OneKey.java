package dev.storebridge.woocommerce;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;

/** A key that is being tried, and nothing to fall back on. */
record OneKey(Credentials.StoreAccess.KeyPair keys) implements Credentials {

  @Override
  public StoreAccess store(StoreAccount store) {
    return keys;
  }

  @Override
  public ShopAccess shop(ShopAccount shop) {
    throw new IllegalStateException("a store's key opens no shop");
  }

  @Override
  public void refused(AccountId account, Secret token) {
    throw WooCommerceErrors.badConsent(
        account, "key-refused", "The shop does not accept the key that it handed over.");
  }
}
