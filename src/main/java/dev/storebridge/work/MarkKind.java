package dev.storebridge.work;

/** What a mark is about. */
public enum MarkKind {
  /** A store's product; the ref is its id. */
  PRODUCT,
  /** A stock item whose product is not known yet; the ref is the item's id. */
  STOCK_ITEM,
  /** A connection's whole catalogue, to be read and compared; the ref is the connection's id. */
  CATALOGUE,
  /** What a change of a connection's rules touches; the ref is the connection's id. */
  RULES,
  /** The open reviews of a connection's listings; the ref is the connection's id. */
  REVIEW,
  /** A listing whose stock somebody changed at the channel; the ref is a {@link ShopRef}. */
  CHANNEL_STOCK,
  /** An order of a connection's shop; the ref is an {@link ShopRef}. */
  ORDER,
  /** A cancellation or return of an order of a connection's shop; the ref is a {@link ShopRef}. */
  AFTERSALE,
  /** Another address for an order of a connection's shop; the ref is a {@link ShopRef}. */
  RECIPIENT,
  /** An order of a store, perhaps one that a channel's became; the ref is the store's id of it. */
  STORE_ORDER,
  /** The orders of a connection's shop that changed; the ref is the connection's id. */
  ORDERS,
  /** What changed in a store, to be asked for; the ref is the store's id. */
  STORE,
  /** All that a connection's shop shows, to be compared; the ref is the connection's id. */
  RECONCILE,
  /** Both sides of a connection, to be counted; the ref is the connection's id. */
  COMPLETENESS
}
