package dev.storebridge.sandbox.tiktok;

/** One unit of one SKU in an order. */
final class OrderLine {

  final String id;
  final Product product;
  final Sku sku;
  final String sellerSku;
  final String price;
  final String currency;
  OrderState state;

  OrderLine(String id, Product product, Sku sku, OrderState state) {
    this.id = id;
    this.product = product;
    this.sku = sku;
    this.sellerSku = sku.sellerSku;
    this.price = sku.amount;
    this.currency = sku.currency;
    this.state = state;
  }

  boolean cancelled() {
    return state == OrderState.CANCELLED;
  }
}
