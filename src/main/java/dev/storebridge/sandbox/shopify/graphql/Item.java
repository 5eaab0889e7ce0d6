package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.store.StoredVariant;

/** A variant seen as the thing that lies on the shelf. */
record Item(StoredVariant variant) {

  long id() {
    return variant.itemId();
  }
}
