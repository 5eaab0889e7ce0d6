package dev.storebridge.sync.listing.plan;

import static dev.storebridge.given.Given.product;
import static dev.storebridge.given.Given.variant;
import static dev.storebridge.given.GivenRules.rules;
import static dev.storebridge.sync.listing.plan.Planned.STOCK_OF_3;
import static dev.storebridge.sync.listing.plan.Planned.absent;
import static dev.storebridge.sync.listing.plan.Planned.applied;
import static dev.storebridge.sync.listing.plan.Planned.composed;
import static dev.storebridge.sync.listing.plan.Planned.edit;
import static dev.storebridge.sync.listing.plan.Planned.plan;
import static dev.storebridge.sync.listing.plan.Planned.stocked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.given.Given;
import dev.storebridge.given.Given.ProductMaker;
import dev.storebridge.given.GivenRules.RulesMaker;
import dev.storebridge.platform.ContentField;
import dev.storebridge.platform.Explanation;
import dev.storebridge.tenant.ListingRules.OnDelete;
import dev.storebridge.tenant.ListingRules.Publish;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingPlannerTest {

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
