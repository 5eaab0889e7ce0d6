package dev.storebridge.sandbox.tiktok;

import java.util.HashMap;
import java.util.Map;

/** Which code answers which endpoint. */
final class Handlers {

  private Handlers() {}

  static Map<String, Handler> of(
      World world, Reviews reviews, Buyers buyers, Aftersales aftersales) {
    Map<String, Handler> all = new HashMap<>();
    shops(all, world);
    knowledge(all, world);
    products(all, world, reviews);
    OrderEndpoints orders = new OrderEndpoints(world, buyers);
    all.put("POST /order/202309/orders/search", orders::search);
    all.put("GET /order/202507/orders", orders::detail);
    OrderReferenceEndpoints references = new OrderReferenceEndpoints();
    all.put("POST /order/202406/orders/external_orders", references::add);
    all.put("GET /order/202406/orders/{order_id}/external_orders", references::get);
    FulfilmentEndpoints fulfilment = new FulfilmentEndpoints(world, buyers);
    all.put(
        "GET /logistics/202309/delivery_options/{delivery_option_id}/shipping_providers",
        fulfilment::carriers);
    all.put("POST /fulfillment/202309/orders/{order_id}/packages", fulfilment::markShipped);
    all.put(
        "POST /fulfillment/202309/packages/{package_id}/shipping_info/update", fulfilment::change);
    aftersales(all, new AftersaleEndpoints(world, buyers, aftersales));
    return Map.copyOf(all);
  }

  private static void aftersales(Map<String, Handler> all, AftersaleEndpoints cases) {
    all.put("POST /return_refund/202602/cancellations/search", cases::searchCancellations);
    all.put("POST /return_refund/202602/cancellations", cases::cancel);
    all.put(
        "POST /return_refund/202309/cancellations/{cancel_id}/approve", cases::approveCancellation);
    all.put("POST /return_refund/202602/returns/search", cases::searchReturns);
    all.put("POST /return_refund/202602/returns", cases::createReturn);
    all.put(
        "GET /return_refund/202602/orders/{order_id}/aftersale_eligibility", cases::eligibility);
  }

  private static void shops(Map<String, Handler> all, World world) {
    ShopEndpoints shops = new ShopEndpoints();
    all.put("GET /authorization/202309/shops", shops::authorised);
    all.put("GET /seller/202309/shops", shops::ofSeller);
    all.put("GET /logistics/202309/warehouses", shops::warehouses);
    all.put("GET /product/202312/prerequisites", shops::prerequisites);
    WebhookEndpoints webhooks = new WebhookEndpoints(world);
    all.put("PUT /event/202309/webhooks", webhooks::put);
    all.put("GET /event/202309/webhooks", webhooks::list);
    all.put("DELETE /event/202309/webhooks", webhooks::delete);
  }

  private static void knowledge(Map<String, Handler> all, World world) {
    CategoryEndpoints categories = new CategoryEndpoints(world);
    all.put("GET /product/202309/categories", categories::tree);
    all.put("GET /product/202309/categories/{category_id}/rules", categories::rules);
    all.put("GET /product/202309/categories/{category_id}/attributes", categories::attributes);
    all.put("POST /product/202309/categories/recommend", categories::recommend);
    BrandEndpoints brands = new BrandEndpoints(world);
    all.put("GET /product/202309/brands", brands::list);
    all.put("POST /product/202309/brands", brands::add);
    UploadEndpoints uploads = new UploadEndpoints(world);
    all.put("POST /product/202309/images/upload", uploads::image);
    all.put("POST /product/202309/files/upload", uploads::file);
  }

  private static void products(Map<String, Handler> all, World world, Reviews reviews) {
    Catalogue catalogue = new Catalogue(world, reviews);
    ProductWriteEndpoints writes = new ProductWriteEndpoints(world, catalogue);
    all.put("POST /product/202309/products", writes::create);
    all.put("PUT /product/202509/products/{product_id}", writes::replace);
    all.put("POST /product/202509/products/{product_id}/partial_edit", writes::change);
    ProductReadEndpoints reads = new ProductReadEndpoints(world, catalogue, reviews);
    all.put("GET /product/202309/products/{product_id}", reads::get);
    all.put("POST /product/202502/products/search", reads::search);
    ProductStateEndpoints states = new ProductStateEndpoints(world, catalogue, reviews);
    all.put("POST /product/202309/products/activate", states::activate);
    all.put("POST /product/202309/products/deactivate", states::deactivate);
    all.put("DELETE /product/202309/products", states::delete);
    all.put("POST /product/202309/products/recover", states::recover);
    PriceEndpoints prices = new PriceEndpoints(world, catalogue);
    all.put("POST /product/202309/products/{product_id}/prices/update", prices::update);
    InventoryEndpoints inventory = new InventoryEndpoints(world, catalogue, reviews);
    all.put("POST /product/202309/products/{product_id}/inventory/update", inventory::update);
    all.put("POST /product/202309/inventory/search", inventory::search);
  }
}
