package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Ends reviews whose time has come. Call it before looking at a shop's products. */
final class Reviews {

  private final World world;
  private final ProductNews news;

  Reviews(World world) {
    this.world = world;
    this.news = new ProductNews(world);
  }

  /** Starts a review; a live product keeps selling meanwhile. */
  void submit(Shop shop, Product product, ObjectNode content) {
    Instant now = world.clock.instant();
    product.underReview = content;
    product.draft = null;
    boolean keepsState =
        product.live != null
            && product.status != ProductStatus.FAILED
            && product.status != ProductStatus.DRAFT;
    product.is(
        keepsState ? product.status : ProductStatus.PENDING, "AUDITING", now.getEpochSecond());
    wait(shop, product, now);
  }

  private void wait(Shop shop, Product product, Instant now) {
    shop.review(product, now, world.settings.reviewDelay());
    if (world.herald.heard(shop)) {
      world.herald.post().later(() -> settleNow(shop), world.settings.reviewDelay());
    }
  }

  private void settleNow(Shop shop) {
    synchronized (shop) {
      settle(shop);
    }
  }

  /** Asks for a deactivated product to sell again. */
  void reactivate(Shop shop, Product product) {
    Instant now = world.clock.instant();
    product.is(ProductStatus.PENDING, "AUDITING", now.getEpochSecond());
    news.changed(shop, product);
    wait(shop, product, now);
  }

  void settle(Shop shop) {
    Instant now = world.clock.instant();
    while (!shop.inReview.isEmpty() && !shop.inReview.peekFirst().reviewEnds.isAfter(now)) {
      end(shop, shop.inReview.removeFirst());
    }
  }

  private void end(Shop shop, Product product) {
    long at = product.reviewEnds.getEpochSecond();
    if (!product.status.editable()) {
      return;
    }
    String title = product.newest().path("title").asText();
    product.failedReasons.removeAll();
    boolean first = product.live == null;
    if (world.switches.refusesReview(title, shop.facts.id())) {
      refuse(product, at);
    } else {
      product.goLive();
      boolean sells =
          product.status == ProductStatus.PENDING || product.status == ProductStatus.ACTIVATE;
      product.is(sells ? ProductStatus.ACTIVATE : product.status, "APPROVED", at);
    }
    news.reviewed(shop, product, first);
  }

  private static void refuse(Product product, long at) {
    ObjectNode reason = product.failedReasons.addObject();
    reason.put("position", "Product title");
    reason.putArray("reasons").add("The sandbox was told to refuse this product");
    reason.putArray("suggestions").add("Change the title and submit it again");
    reason.put("listing_platform", "TIKTOK_SHOP");
    boolean pending = product.status == ProductStatus.PENDING;
    if (product.live == null) {
      product.draft = product.underReview;
    }
    product.underReview = null;
    product.is(pending ? ProductStatus.FAILED : product.status, "FAILED", at);
  }
}
