package dev.storebridge.sync.listing.plan;

import static dev.storebridge.given.Given.product;
import static dev.storebridge.given.Given.variant;
import static dev.storebridge.given.GivenRules.rules;
import static dev.storebridge.given.GivenShop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Money;
import dev.storebridge.given.Given.ProductMaker;
import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.sync.inventory.Pool;
import dev.storebridge.sync.listing.compose.Composition;
import dev.storebridge.sync.listing.compose.ListingComposer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private static Listing listing(ProductMaker product) {
    return ((Composition.Ready)
            ListingComposer.compose(product.make(), rules().make(), shop().make(), Pool.empty()))
        .listing();
  }

  private static AppliedListing applied(String price, int stock) {
    AppliedOffer offer =
        new AppliedOffer(
            "o11",
            "SKU-11",
            Optional.of(Money.of(price, "GBP")),
            Optional.empty(),
            Map.of("W1", stock));
    return new AppliedListing(Optional.of(listing(product())), Map.of("11", offer));
  }

  @Test
  void showsNothingWhenInLine() {
    assertThat(Changes.of(Optional.of(applied("10", 5)), listing(product()))).isEmpty();
  }

  @Test
  void showsEachFieldBeforeAndAfter() {
    assertThat(Changes.of(Optional.of(applied("9.5", 4)), listing(product().title("Big mug"))))
        .containsExactly(
            new Change("title", Optional.of("Stoneware mug"), Optional.of("Big mug")),
            new Change("skus[11].price", Optional.of("9.50"), Optional.of("10.00")),
            new Change("skus[11].stock", Optional.of("4"), Optional.of("5")));
  }

  @Test
  void showsOffersThatComeAndGo() {
    Listing desired = listing(product().options("Size").variants(variant("12").options("L")));

    assertThat(Changes.of(Optional.of(applied("10", 5)), desired))
        .contains(
            new Change("skus[12].options", Optional.empty(), Optional.of("Size: L")),
            new Change("skus[11].sellerSku", Optional.of("SKU-11"), Optional.empty()));
  }

  @Test
  void showsEverythingOfANewListing() {
    assertThat(Changes.of(Optional.empty(), listing(product())))
        .extracting(Change::field)
        .containsExactly(
            "title",
            "description",
            "category",
            "images",
            "package",
            "skus[11].price",
            "skus[11].stock",
            "skus[11].sellerSku");
  }
}
