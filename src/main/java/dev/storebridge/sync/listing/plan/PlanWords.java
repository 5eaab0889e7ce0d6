package dev.storebridge.sync.listing.plan;

import dev.storebridge.platform.Explanation;

/** What a plan tells the merchant. */
final class PlanWords {

  private PlanWords() {}

  static Explanation frozen() {
    return Explanation.of(
        "listing-frozen",
        "The channel froze the listing; nothing of it can be changed.",
        "",
        "Look for the reason in Seller Center and appeal there.");
  }

  static Explanation removed() {
    return Explanation.of(
        "listing-removed",
        "The listing was removed on the channel, not by us.",
        "",
        "Recover it in Seller Center; or, to list it anew, take the product out of the selection,"
            + " let it be synchronised, and take it in again.");
  }

  static Explanation offByMerchant() {
    return Explanation.of(
        "listing-off",
        "The listing was taken off sale in Seller Center; its stock is kept in line, no more.",
        "",
        "Activate it in Seller Center when it is to sell again.");
  }

  static Explanation notPublished() {
    return Explanation.of(
        "not-published",
        "The rules list nothing new.",
        "listings.publish",
        "Set listings.publish to live or draft.");
  }

  static Explanation warehouseNotOnListing() {
    return Explanation.of(
        "warehouse-not-on-listing",
        "The rules send stock to a warehouse that the adopted listing does not have.",
        "inventory.locations",
        "Add the warehouse to the listing in Seller Center, or set listings.on-adopt to all.");
  }
}
