package dev.storebridge.sync.listing.plan;

import static dev.storebridge.given.Given.product;
import static dev.storebridge.given.Given.variant;
import static dev.storebridge.given.GivenRules.rules;
import static dev.storebridge.sync.listing.plan.Planned.STOCK_OF_3;
import static dev.storebridge.sync.listing.plan.Planned.adopted;
import static dev.storebridge.sync.listing.plan.Planned.applied;
import static dev.storebridge.sync.listing.plan.Planned.edit;
import static dev.storebridge.sync.listing.plan.Planned.live;
import static dev.storebridge.sync.listing.plan.Planned.plan;
import static dev.storebridge.sync.listing.plan.Planned.priced;
import static dev.storebridge.sync.listing.plan.Planned.stocked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.commerce.Money;
import dev.storebridge.given.Given;
import dev.storebridge.given.Given.ProductMaker;
import dev.storebridge.given.GivenRules.RulesMaker;
import dev.storebridge.platform.ContentField;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.OfferPrice;
import dev.storebridge.platform.OfferStock;
import dev.storebridge.tenant.InventoryRules;
import dev.storebridge.tenant.ListingRules.OnAdopt;
import dev.storebridge.tenant.ListingRules.OwnedField;
import dev.storebridge.tenant.ListingRules.Publish;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresentListingTest {

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
}
