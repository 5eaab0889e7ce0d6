package dev.storebridge.sync.listing.plan;

import static dev.storebridge.given.Given.product;
import static dev.storebridge.given.Given.variant;
import static dev.storebridge.given.GivenRules.rules;
import static dev.storebridge.given.GivenShop.shop;

import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.commerce.Offer;
import dev.storebridge.given.Given;
import dev.storebridge.given.Given.ProductMaker;
import dev.storebridge.given.GivenRules.RulesMaker;
import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.platform.ContentField;
import dev.storebridge.platform.OfferStock;
import dev.storebridge.sync.inventory.Pool;
import dev.storebridge.sync.listing.compose.Composition;
import dev.storebridge.sync.listing.compose.ListingComposer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Products, listings on the channel, and the plans between them. */
final class Planned {

  static final Step STOCK_OF_3 = new Step.Stock(List.of(new OfferStock("o11", Map.of("W1", 3))));

  private Planned() {}

  static Composition composed(ProductMaker product, RulesMaker rules) {
    return ListingComposer.compose(product.make(), rules.make(), shop().make(), Pool.empty());
  }

  static AppliedListing applied(ProductMaker product) {
    Listing listing = ((Composition.Ready) composed(product, rules())).listing();
    Map<String, AppliedOffer> offers = new HashMap<>();
    for (Offer offer : listing.offers()) {
      offers.put(
          offer.variantId(),
          new AppliedOffer(
              "o" + offer.variantId(),
              offer.sellerSku(),
              Optional.of(offer.price()),
              offer.listPrice(),
              offer.stock()));
    }
    return new AppliedListing(Optional.of(listing), offers);
  }

  static AppliedListing adopted(ProductMaker product) {
    return new AppliedListing(Optional.empty(), applied(product).offers());
  }

  static ListingPlan plan(
      ProductMaker product, RulesMaker rules, AppliedListing applied, ListingStatus status) {
    return ListingPlanner.plan(
        composed(product, rules),
        Optional.of(new Presence(applied, status, false)),
        rules.listing());
  }

  static ListingPlan live(ProductMaker now, ProductMaker before) {
    return plan(now, rules(), applied(before), ListingStatus.LIVE);
  }

  static ListingPlan absent(ProductMaker product, RulesMaker rules) {
    return ListingPlanner.plan(composed(product, rules), Optional.empty(), rules.listing());
  }

  static ProductMaker priced(String price) {
    return product().variants(variant("11").price(price));
  }

  static ProductMaker stocked(long units) {
    return product().variants(variant("11").stock(Given.counted("L1", units)));
  }

  static Step.Edit edit(ContentField... fields) {
    return new Step.Edit(Set.of(fields), false);
  }
}
