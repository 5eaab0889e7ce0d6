package dev.storebridge.sandbox.woocommerce.store;

/**
 * Something that hooks see.
 *
 * @param resource product or order
 * @param event created, updated, deleted or restored
 * @param id of the product, variation or order
 */
public record Happening(String resource, String event, long id) {

  /** Of a product or variation. */
  Happening(String event, long id) {
    this("product", event, id);
  }
}
