package dev.storebridge.sandbox.shopify.store;

/** Something that changed in the store. */
public sealed interface Happening {

  /** A product is new. */
  record Created(StoredProduct product) implements Happening {}

  /** A product or one of its variants is different. */
  record Edited(StoredProduct product) implements Happening {}

  /** A product is gone. */
  record Removed(long productId) implements Happening {}

  /** There is more or less of an item at a location. */
  record Counted(StoredLevel level, boolean tracked) implements Happening {}
}
