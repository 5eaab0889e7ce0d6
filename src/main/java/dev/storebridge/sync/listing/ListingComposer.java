package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Product;
import dev.storebridge.tenant.ConnectionRules;

/** Makes of a product the listing that a merchant's rules want. */
public final class ListingComposer {

  private ListingComposer() {}

  /** Composes; finds every problem of the product, not just the first. */
  public static Composition compose(Product product, ConnectionRules rules, ShopKnowledge shop) {
    throw new IllegalStateException("composing is not built yet");
  }
}
