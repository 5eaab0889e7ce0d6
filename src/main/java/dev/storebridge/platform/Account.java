package dev.storebridge.platform;

/** A store or a shop, where it makes no difference which. */
public sealed interface Account permits StoreAccount, ShopAccount {

  AccountId account();
}
