package dev.storebridge.sync.listing;

import static dev.storebridge.sync.listing.Given.product;
import static dev.storebridge.sync.listing.Given.rules;
import static dev.storebridge.sync.listing.Given.shop;
import static dev.storebridge.sync.listing.Given.variant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.Offer;
import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.platform.ContentField;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.OfferPrice;
import dev.storebridge.platform.OfferStock;
import dev.storebridge.sync.listing.Given.ProductMaker;
import dev.storebridge.sync.listing.Given.RulesMaker;
import dev.storebridge.tenant.InventoryRules;
import dev.storebridge.tenant.ListingRules.OnAdopt;
import dev.storebridge.tenant.ListingRules.OnDelete;
import dev.storebridge.tenant.ListingRules.OwnedField;
import dev.storebridge.tenant.ListingRules.Publish;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ListingPlannerTest {

  private static final Step STOCK_OF_3 =
      new Step.Stock(List.of(new OfferStock("o11", Map.of("W1", 3))));

  private static Composition composed(ProductMaker product, RulesMaker rules) {
    return ListingComposer.compose(product.make(), rules.make(), shop().make());
  }

  private static AppliedListing applied(ProductMaker product) {
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

  private static AppliedListing adopted(ProductMaker product) {
    return new AppliedListing(Optional.empty(), applied(product).offers());
  }

  private static ListingPlan plan(
      ProductMaker product, RulesMaker rules, AppliedListing applied, ListingStatus status) {
    return ListingPlanner.plan(
        composed(product, rules),
        Optional.of(new Presence(applied, status, false)),
        rules.listing());
  }

  private static ListingPlan live(ProductMaker now, ProductMaker before) {
    return plan(now, rules(), applied(before), ListingStatus.LIVE);
  }

  private static ListingPlan absent(ProductMaker product, RulesMaker rules) {
    return ListingPlanner.plan(composed(product, rules), Optional.empty(), rules.listing());
  }

  private static ProductMaker priced(String price) {
    return product().variants(variant("11").price(price));
  }

  private static ProductMaker stocked(long units) {
    return product().variants(variant("11").stock(Given.counted("L1", units)));
  }

  private static Step.Edit edit(ContentField... fields) {
    return new Step.Edit(Set.of(fields), false);
  }

  @Test
  void createsWhatIsNotThere() {
    ListingPlan plan = absent(product(), rules());

    assertThat(plan.steps()).containsExactly(new Step.Create(false));
    assertThat(plan.steps().getFirst().action()).isEqualTo("create");
  }

  @Test
  void createsADraftOrNothingAsTheRulesSay() {
    assertThat(absent(product(), rules().publish(Publish.DRAFT)).steps())
        .containsExactly(new Step.Create(true));
    ListingPlan none = absent(product(), rules().publish(Publish.NONE));
    assertThat(none.isEmpty()).isTrue();
    assertThat(none.problems()).isEmpty();
  }

  @Test
  void parksARefusedProductUnlessNothingIsPublished() {
    assertThat(absent(product().images(), rules()).problems())
        .extracting(Explanation::code)
        .containsExactly("no-image");
    assertThat(absent(product().images(), rules().publish(Publish.NONE)).problems()).isEmpty();
  }

  @Test
  void makesNoCallWhenInLine() {
    ListingPlan plan = live(product(), product());

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.waitsForLive()).isFalse();
  }

  @Test
  void changesAPriceByAPriceCallAlone() {
    assertThat(live(priced("12"), product()).steps())
        .containsExactly(
            new Step.Prices(
                List.of(new OfferPrice("o11", Money.of("12", "GBP"), Optional.empty()))));
  }

  @Test
  void changesStockByAStockCallAlone() {
    assertThat(live(stocked(5), product()).steps()).containsExactly(STOCK_OF_3);
  }

  @Test
  void namesOnlyTheOffersThatDiffer() {
    ProductMaker before =
        product().options("Size").variants(variant("11").options("S"), variant("12").options("L"));
    ProductMaker now =
        product()
            .options("Size")
            .variants(
                variant("11").options("S"),
                variant("12").options("L").price("11").stock(Given.counted("L1", 5)));

    assertThat(live(now, before).steps())
        .containsExactly(
            new Step.Prices(
                List.of(new OfferPrice("o12", Money.of("11", "GBP"), Optional.empty()))),
            new Step.Stock(List.of(new OfferStock("o12", Map.of("W1", 3)))));
  }

  @Test
  void editsTheChangedContentBeforePricesAndStock() {
    ProductMaker now =
        product()
            .title("Big mug")
            .images(Given.BLUE)
            .variants(variant("11").price("12").stock(Given.counted("L1", 5)));

    List<Step> steps = live(now, product()).steps();

    assertThat(steps).extracting(Step::action).containsExactly("edit", "price", "stock");
    assertThat(steps.getFirst()).isEqualTo(edit(ContentField.TITLE, ContentField.IMAGES));
  }

  @Test
  void seesEveryContentField() {
    ProductMaker now =
        product()
            .description("<p>Holds tea.</p>")
            .variants(variant("11").grams("400").barcode("4006381333931"));

    assertThat(live(now, product()).steps())
        .containsExactly(edit(ContentField.DESCRIPTION, ContentField.PACKAGE, ContentField.OFFERS));
  }

  @Test
  void ignoresWhatTheMerchantDoesNotLetUsOwn() {
    ProductMaker now =
        product()
            .title("Big mug")
            .variants(variant("11").price("12").stock(Given.counted("L1", 5)));

    assertThat(
            plan(now, rules().own(OwnedField.STOCK), applied(product()), ListingStatus.LIVE)
                .steps())
        .containsExactly(STOCK_OF_3);
  }

  @Test
  void letsTheEditCarryTheTermsOfNewOffers() {
    ProductMaker before = product().options("Size").variants(variant("11").options("S"));
    ProductMaker now =
        product().options("Size").variants(variant("11").options("S"), variant("12").options("L"));

    assertThat(live(now, before).steps()).containsExactly(edit(ContentField.OFFERS));
    assertThat(live(before, now).steps()).containsExactly(edit(ContentField.OFFERS));
  }

  @Test
  void addsAWarehouseByAnEditAndEmptiesOneThatIsNoLongerNamed() {
    RulesMaker north =
        rules().inventory(new InventoryRules(Map.of("L1", "W2"), 2, 100, 99_999, 100));

    assertThat(plan(product(), north, applied(product()), ListingStatus.LIVE).steps())
        .containsExactly(
            edit(ContentField.OFFERS),
            new Step.Stock(List.of(new OfferStock("o11", Map.of("W1", 0, "W2", 5)))));
  }

  @ParameterizedTest
  @EnumSource(
      value = ListingStatus.class,
      names = {"IN_REVIEW", "REFUSED", "DRAFT", "SCHEDULED", "OFF", "TAKEN_DOWN", "UNKNOWN"})
  void letsPricesWaitUntilTheListingIsLiveButNotStock(ListingStatus status) {
    ProductMaker now = product().variants(variant("11").price("12").stock(Given.counted("L1", 5)));

    ListingPlan plan = plan(now, rules().publish(Publish.DRAFT), applied(product()), status);

    assertThat(plan.steps()).containsExactly(STOCK_OF_3);
    assertThat(plan.waitsForLive()).isTrue();
  }

  @Test
  void setsPricesWhileAnEditIsInReview() {
    assertThat(
            plan(priced("12"), rules(), applied(product()), ListingStatus.LIVE_EDIT_IN_REVIEW)
                .steps())
        .extracting(Step::action)
        .containsExactly("price");
  }

  @Test
  void submitsARefusedListingAgainOnlyWhenItsContentChanged() {
    assertThat(plan(product(), rules(), applied(product()), ListingStatus.REFUSED).isEmpty())
        .isTrue();
    assertThat(
            plan(product().title("Mug"), rules(), applied(product()), ListingStatus.REFUSED)
                .steps())
        .containsExactly(edit(ContentField.TITLE));
  }

  @Test
  void keepsADraftADraftAndSubmitsItOnceTheRulesSayLive() {
    RulesMaker draft = rules().publish(Publish.DRAFT);

    assertThat(plan(product(), draft, applied(product()), ListingStatus.DRAFT).isEmpty()).isTrue();
    assertThat(plan(product().title("Mug"), draft, applied(product()), ListingStatus.DRAFT).steps())
        .containsExactly(new Step.Edit(Set.of(ContentField.TITLE), true));
    assertThat(plan(product(), rules(), applied(product()), ListingStatus.DRAFT).steps())
        .containsExactly(new Step.Edit(EnumSet.allOf(ContentField.class), false));
  }

  @Test
  void leavesAListingOffThatTheMerchantTookDown() {
    ListingPlan plan =
        plan(product().title("Big mug"), rules(), applied(product()), ListingStatus.OFF);

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.waitsForLive()).isTrue();
    assertThat(plan.notes()).extracting(Explanation::code).containsExactly("listing-off");
  }

  @Test
  void putsBackWhatItTookDownItself() {
    Presence withdrawn = new Presence(applied(product()), ListingStatus.OFF, true);
    ProductMaker now =
        product().title("Big mug").variants(variant("11").stock(Given.counted("L1", 5)));

    assertThat(
            ListingPlanner.plan(composed(now, rules()), Optional.of(withdrawn), rules().listing())
                .steps())
        .containsExactly(edit(ContentField.TITLE), STOCK_OF_3, new Step.Activate());
    RulesMaker draft = rules().publish(Publish.DRAFT);
    assertThat(
            ListingPlanner.plan(composed(product(), draft), Optional.of(withdrawn), draft.listing())
                .isEmpty())
        .isTrue();
  }

  @Test
  void touchesNothingThatTheChannelFroze() {
    ListingPlan plan = plan(stocked(5), rules(), applied(product()), ListingStatus.FROZEN);

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.notes()).extracting(Explanation::code).containsExactly("listing-frozen");
  }

  @Test
  void listsARemovedListingAnewOnlyWhenItRemovedItItself() {
    ListingPlan byOthers = plan(product(), rules(), applied(product()), ListingStatus.REMOVED);
    assertThat(byOthers.isEmpty()).isTrue();
    assertThat(byOthers.problems())
        .extracting(Explanation::code)
        .containsExactly("listing-removed");

    Presence byUs = new Presence(applied(product()), ListingStatus.REMOVED, true);
    assertThat(
            ListingPlanner.plan(composed(product(), rules()), Optional.of(byUs), rules().listing())
                .steps())
        .containsExactly(new Step.Create(false));
  }

  @Test
  void keepsStockAndPriceInLineWhileContentHasProblems() {
    ProductMaker now =
        product().images().variants(variant("11").price("12").stock(Given.counted("L1", 5)));

    ListingPlan plan = live(now, product());

    assertThat(plan.steps()).extracting(Step::action).containsExactly("price", "stock");
    assertThat(plan.problems()).extracting(Explanation::code).containsExactly("no-image");
  }

  @Test
  void sellsOutOffersWhoseVariantIsGoneWhileContentHasProblems() {
    ProductMaker before =
        product().options("Size").variants(variant("11").options("S"), variant("12").options("L"));
    ProductMaker now = product().images().options("Size").variants(variant("11").options("S"));

    assertThat(live(now, before).steps())
        .containsExactly(new Step.Stock(List.of(new OfferStock("o12", Map.of("W1", 0)))));
  }

  @Test
  void leavesTheContentOfAnAdoptedListingToTheMerchant() {
    ProductMaker now =
        product().title("Big mug").images().variants(variant("11").stock(Given.counted("L1", 5)));

    ListingPlan plan = plan(now, rules(), adopted(product()), ListingStatus.LIVE);

    assertThat(plan.steps()).containsExactly(STOCK_OF_3);
    assertThat(plan.problems()).isEmpty();
  }

  @Test
  void takesOverAnAdoptedListingWhenToldTo() {
    assertThat(
            plan(product(), rules().onAdopt(OnAdopt.ALL), adopted(product()), ListingStatus.LIVE)
                .steps())
        .containsExactly(new Step.Edit(EnumSet.allOf(ContentField.class), false));
  }

  @Test
  void neverNamesAWarehouseThatAnAdoptedListingDoesNotHave() {
    RulesMaker both =
        rules().inventory(new InventoryRules(Map.of("L1", "W1", "L2", "W2"), 4, 100, 999, 100));

    ListingPlan plan = plan(product(), both, adopted(product()), ListingStatus.LIVE);

    assertThat(plan.steps()).containsExactly(STOCK_OF_3);
    assertThat(plan.problems())
        .extracting(Explanation::code)
        .containsExactly("warehouse-not-on-listing");
    RulesMaker elsewhere =
        rules().inventory(new InventoryRules(Map.of("L1", "W2"), 4, 100, 999, 100));
    assertThat(plan(product(), elsewhere, adopted(product()), ListingStatus.LIVE).isEmpty())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "LIVE, DEACTIVATE, deactivate",
    "LIVE_EDIT_IN_REVIEW, DEACTIVATE, deactivate",
    "IN_REVIEW, DEACTIVATE, deactivate",
    "OFF, DEACTIVATE,",
    "DRAFT, DEACTIVATE,",
    "REFUSED, DEACTIVATE,",
    "REMOVED, DEACTIVATE,",
    "LIVE, DELETE, delete",
    "OFF, DELETE, delete",
    "REMOVED, DELETE,",
    "FROZEN, DELETE,",
    "LIVE, KEEP,",
  })
  void withdrawsAsTheRulesSay(ListingStatus status, OnDelete onDelete, String action) {
    ListingPlan plan =
        ListingPlanner.withdraw(new Presence(applied(product()), status, false), onDelete);

    assertThat(plan.steps())
        .extracting(Step::action)
        .isEqualTo(action == null ? List.of() : List.of(action));
  }
}
