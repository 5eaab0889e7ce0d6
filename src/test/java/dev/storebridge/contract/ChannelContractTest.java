package dev.storebridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.Offer;
import dev.storebridge.platform.Category;
import dev.storebridge.platform.ChannelListing;
import dev.storebridge.platform.ContentField;
import dev.storebridge.platform.CreatedListing;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.ListingDraft;
import dev.storebridge.platform.ListingEdit;
import dev.storebridge.platform.OfferPrice;
import dev.storebridge.platform.OfferStock;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Warehouse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every channel has to do, whatever its platform: over real HTTP. */
public abstract class ChannelContractTest extends ChannelFaultsContractTest {

  @Test
  void aNewListingIsReviewedAndThenSells() {
    CreatedListing created = create("p1", "A", "B");
    assertThat(created.offerIds()).containsOnlyKeys("A", "B");
    assertThat(read(created.id()).status()).isEqualTo(ListingStatus.IN_REVIEW);
    remote().endReviews();
    ChannelListing live = read(created.id());
    assertThat(live.status()).isEqualTo(ListingStatus.LIVE);
    assertThat(live.productRef()).isEqualTo("p1");
    assertThat(live.offers())
        .extracting(ChannelListing.ChannelOffer::sellerSku)
        .containsExactlyInAnyOrder("A", "B");
  }

  @Test
  void aDraftIsNotReviewed() {
    Listing listing = remote().listing("p1", List.of("A"));
    ListingDraft draft = new ListingDraft(listing, uploads(listing), true, "key-p1");
    String id = channel().create(shop(), draft).id();
    assertThat(read(id).status()).isEqualTo(ListingStatus.DRAFT);
  }

  @Test
  void aRefusedListingSaysWhy() {
    remote().refuseNextReview();
    CreatedListing created = create("p1", "A");
    remote().endReviews();
    ChannelListing refused = read(created.id());
    assertThat(refused.status()).isEqualTo(ListingStatus.REFUSED);
    assertThat(refused.remarks()).isNotEmpty();
    assertThat(refused.remarks().get(0).reasons()).isNotEmpty();
  }

  @Test
  void theSameIntentTwiceMakesOneListing() {
    Listing listing = remote().listing("p1", List.of("A"));
    ListingDraft draft = new ListingDraft(listing, uploads(listing), false, "key-p1");
    String id = channel().create(shop(), draft).id();
    try {
      assertThat(channel().create(shop(), draft).id()).isEqualTo(id);
    } catch (PlatformException refused) {
      assertThat(refused.failure()).isEqualTo(Failure.ADOPT_EXISTING);
    }
    assertThat(all()).extracting(ChannelListing::id).containsExactly(id);
  }

  @Test
  void aListingThatIsThereAlreadyIsToBeAdopted() {
    String id = create("p1", "A").id();
    Listing listing = remote().listing("p1", List.of("A"));
    ListingDraft other = new ListingDraft(listing, uploads(listing), false, "another-key");
    assertThat(fault(() -> channel().create(shop(), other)).failure())
        .isEqualTo(Failure.ADOPT_EXISTING);
    assertThat(channel().find(shop(), List.of("A", "unknown")))
        .extracting(ChannelListing::id)
        .containsExactly(id);
  }

  @Test
  void pricesAreSetOnWhatSells() {
    CreatedListing created = live("p1", "A", "B");
    Money price = new Money(new BigDecimal("99"), channel().currency(shop()));
    channel()
        .updatePrices(
            shop(),
            created.id(),
            List.of(new OfferPrice(created.offerIds().get("A"), price, Optional.empty())));
    assertThat(offer(created, "A").price()).contains(price);
    assertThat(offer(created, "B").price()).isNotEqualTo(Optional.of(price));
    assertThat(read(created.id()).status()).isEqualTo(ListingStatus.LIVE);
  }

  @Test
  void aPriceOfWhatDoesNotSellYetIsNotSet() {
    CreatedListing created = create("p1", "A");
    Money price = new Money(new BigDecimal("99"), channel().currency(shop()));
    OfferPrice offer = new OfferPrice(created.offerIds().get("A"), price, Optional.empty());
    PlatformException fault =
        fault(() -> channel().updatePrices(shop(), created.id(), List.of(offer)));
    assertThat(fault.outcomeUnknown()).isFalse();
    assertThat(fault.explanation().cause()).isNotBlank();
  }

  @Test
  void stockIsSetAtEveryWarehouse() {
    CreatedListing created = live("p1", "A", "B");
    Map<String, Integer> units = new HashMap<>();
    offer(created, "A").stock().keySet().forEach(warehouse -> units.put(warehouse, units.size()));
    channel()
        .updateStock(
            shop(),
            created.id(),
            created.offerIds().values().stream().map(id -> new OfferStock(id, units)).toList());
    assertThat(offer(created, "A").stock()).isEqualTo(units);
    assertThat(offer(created, "B").stock()).isEqualTo(units);
    assertThat(read(created.id()).status()).isEqualTo(ListingStatus.LIVE);
  }

  @Test
  void stockThatWasNotTakenIsToldThoughTheAnswerIsSuccess() {
    CreatedListing created = live("p1", "A");
    OfferStock stock =
        new OfferStock(created.offerIds().get("A"), Map.of("7999999999999999999", 1));
    PlatformException fault =
        fault(() -> channel().updateStock(shop(), created.id(), List.of(stock)));
    assertThat(fault.failure()).isEqualTo(Failure.REPLAN);
    assertThat(fault.explanation().field()).contains(created.offerIds().get("A"));
  }

  @Test
  void aPartOfTheContentIsEditedAloneWhileTheRestSellsOn() {
    CreatedListing created = live("p1", "A", "B");
    Listing listing = retitled(remote().listing("p1", List.of("A")), "Another mug for everybody");
    channel().edit(shop(), edit(created, listing, ContentField.TITLE));
    assertThat(read(created.id()).status()).isEqualTo(ListingStatus.LIVE_EDIT_IN_REVIEW);
    remote().endReviews();
    assertThat(read(created.id()).title()).isEqualTo("Another mug for everybody");
    assertThat(read(created.id()).offers()).hasSize(2);
  }

  @Test
  void anEditOfOffersKeepsTheIdsOfThoseThatStay() {
    CreatedListing created = live("p1", "A", "B");
    Listing listing = remote().listing("p1", List.of("A", "C"));
    CreatedListing edited = channel().edit(shop(), edit(created, listing, ContentField.OFFERS));
    remote().endReviews();
    assertThat(read(created.id()).offers())
        .extracting(ChannelListing.ChannelOffer::sellerSku)
        .containsExactlyInAnyOrder("A", "C");
    assertThat(edited.offerIds().get("A")).isEqualTo(created.offerIds().get("A"));
    assertThat(offer(created, "A").id()).isEqualTo(created.offerIds().get("A"));
  }

  @Test
  void listingsGoOffAndOnAndAreDeletedOneByOne() {
    String id = live("p1", "A").id();
    String missing = "1729999999999999999";
    assertThat(channel().deactivate(shop(), List.of(id, missing))).containsOnlyKeys(missing);
    assertThat(read(id).status()).isEqualTo(ListingStatus.OFF);
    assertThat(channel().activate(shop(), List.of(id))).isEmpty();
    remote().endReviews();
    assertThat(read(id).status()).isEqualTo(ListingStatus.LIVE);
    assertThat(channel().delete(shop(), List.of(id))).isEmpty();
    assertThat(channel().find(shop(), List.of("A"))).isEmpty();
    assertThat(channel().read(shop(), id).map(ChannelListing::status))
        .isIn(Optional.empty(), Optional.of(ListingStatus.REMOVED));
  }

  @Test
  void whatDoesNotExistReadsAsNothing() {
    assertThat(channel().read(shop(), "1729999999999999999")).isEmpty();
  }

  @Test
  void everyListingIsListedOnce() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 105; i++) {
      ids.add(create("p" + i, "S" + i).id());
    }
    assertThat(all())
        .extracting(ChannelListing::id)
        .containsExactlyInAnyOrderElementsOf(ids)
        .hasSize(105);
  }

  @Test
  void theCatalogueSaysWhereAndHowToList() {
    String categoryId = remote().listing("p1", List.of("A")).categoryId();
    assertThat(channel().categories(shop()))
        .filteredOn(category -> category.id().equals(categoryId))
        .singleElement()
        .matches(Category::leaf)
        .matches(Category::available);
    assertThat(channel().rules(shop(), categoryId).attributes()).isNotEmpty();
    assertThat(channel().warehouses(shop())).anyMatch(Warehouse::main).anyMatch(Warehouse::sales);
    assertThat(channel().brands(shop(), "")).isNotEmpty();
  }

  private CreatedListing live(String productId, String... skus) {
    CreatedListing created = create(productId, skus);
    remote().endReviews();
    return created;
  }

  private ListingEdit edit(CreatedListing created, Listing listing, ContentField field) {
    Map<String, String> known =
        listing.offers().stream()
            .filter(offer -> created.offerIds().containsKey(offer.sellerSku()))
            .collect(
                Collectors.toMap(
                    Offer::variantId, offer -> created.offerIds().get(offer.sellerSku())));
    return new ListingEdit(created.id(), listing, Set.of(field), known, uploads(listing), false);
  }

  private static Listing retitled(Listing listing, String title) {
    return new Listing(
        listing.productId(),
        title,
        listing.description(),
        listing.descriptionImages(),
        listing.categoryId(),
        listing.brandId(),
        listing.images(),
        listing.attributes(),
        listing.parcel(),
        listing.offers());
  }

  private ChannelListing read(String id) {
    return channel().read(shop(), id).orElseThrow();
  }

  private ChannelListing.ChannelOffer offer(CreatedListing created, String sku) {
    return read(created.id()).offers().stream()
        .filter(offer -> offer.sellerSku().equals(sku))
        .findFirst()
        .orElseThrow();
  }
}
