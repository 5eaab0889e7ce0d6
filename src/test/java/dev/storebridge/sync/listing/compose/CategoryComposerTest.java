package dev.storebridge.sync.listing.compose;

import static dev.storebridge.given.Given.product;
import static dev.storebridge.given.GivenRules.rules;
import static dev.storebridge.given.GivenShop.attribute;
import static dev.storebridge.given.GivenShop.shop;
import static dev.storebridge.sync.listing.compose.Composed.codes;
import static dev.storebridge.sync.listing.compose.Composed.onlyProblem;
import static dev.storebridge.sync.listing.compose.Composed.ready;
import static dev.storebridge.sync.listing.compose.Composed.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storebridge.commerce.Attribute;
import dev.storebridge.commerce.AttributeValue;
import dev.storebridge.commerce.Dimensions;
import dev.storebridge.given.GivenRules.RulesMaker;
import dev.storebridge.given.GivenShop.ShopMaker;
import dev.storebridge.platform.Brand;
import dev.storebridge.platform.CategoryRules;
import dev.storebridge.platform.CategoryRules.CategoryAttribute;
import dev.storebridge.platform.CategoryRules.Certification;
import dev.storebridge.platform.Explanation;
import dev.storebridge.sync.inventory.Pool;
import dev.storebridge.tenant.ListingRules.AttributeRule;
import dev.storebridge.tenant.ListingRules.AttributeSource;
import dev.storebridge.tenant.ListingRules.BrandSource;
import dev.storebridge.tenant.ListingRules.CategoryChoice;
import dev.storebridge.tenant.ListingRules.CategoryRule;
import dev.storebridge.tenant.ListingRules.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryComposerTest {

  private static AttributeRule fixed(String name, String value) {
    return new AttributeRule(name, new AttributeSource.Fixed(value), Optional.empty());
  }

  @Test
  void filesByTheFirstRuleThatFitsWhateverTheCase() {
    When tag = new When(Optional.of("mugs"), Optional.of("SALE"), Optional.empty());
    CategoryRule rule =
        new CategoryRule(
            Optional.of("500"),
            List.of(
                new CategoryChoice(
                    new When(Optional.of("Toys"), Optional.empty(), Optional.empty()), "700"),
                new CategoryChoice(tag, "600")),
            false);

    assertThat(ready(product().tags("Sale"), rules().category(rule), shop()).listing().categoryId())
        .isEqualTo("600");
    assertThat(Needs.of(product().make(), rules().category(rule).listing()).categoryId())
        .contains("500");
  }

  @ParameterizedTest
  @CsvSource({
    "500, category-not-leaf",
    "999, category-unknown",
    "700, category-unavailable",
    ", no-category"
  })
  void explainsACategoryThatCannotBeUsed(String id, String code) {
    CategoryRule rule = new CategoryRule(Optional.ofNullable(id), List.of(), false);

    Explanation problem = onlyProblem(product(), rules().category(rule), shop());

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.field()).isEqualTo("connections[acme-uk].listings.category");
  }

  @Test
  void refusesToComposeWithoutTheRulesItNeeds() {
    ShopKnowledge shop = shop().make();
    ShopKnowledge lacking =
        new ShopKnowledge(
            shop.market(),
            shop.storeCurrency(),
            true,
            shop.categories(),
            Map.of(),
            Map.of(),
            shop.warehouses());

    assertThatThrownBy(
            () -> ListingComposer.compose(product().make(), rules().make(), lacking, Pool.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("600");
  }

  @Test
  void needsARecommendationOnlyWhereNoRuleFits() {
    CategoryRule none = new CategoryRule(Optional.empty(), List.of(), true);

    assertThat(Needs.of(product().make(), rules().category(none).listing()).recommendation())
        .isTrue();
    assertThat(Needs.of(product().make(), rules().listing()).recommendation()).isFalse();
  }

  @Test
  void fillsAttributesFromTheListAndAsFreeText() {
    ShopMaker shop =
        shop().attributes(attribute("Material", true, false), attribute("Care", false, true));
    RulesMaker rules =
        rules()
            .attributes(
                fixed("material", "ceramic"),
                new AttributeRule(
                    "Care", new AttributeSource.Field("metafield:custom.care"), Optional.empty()),
                fixed("Voltage", "230"));

    assertThat(
            ready(product().field("metafield:custom.care", "Wash by hand"), rules, shop)
                .listing()
                .attributes())
        .containsExactly(
            new Attribute(
                "a-Material",
                "Material",
                List.of(new AttributeValue(Optional.of("v1"), "Ceramic"))),
            new Attribute(
                "a-Care", "Care", List.of(new AttributeValue(Optional.empty(), "Wash by hand"))));
  }

  @Test
  void takesTheFirstValueOrAllWhereTheCategoryTakesSeveral() {
    RulesMaker rules = rules().attributes(fixed("Material", "Glass"), fixed("Material", "Ceramic"));
    CategoryAttribute one = attribute("Material", true, false);
    CategoryAttribute several =
        new CategoryAttribute(one.id(), one.name(), true, true, false, one.values());

    assertThat(ready(product(), rules, shop().attributes(one)).listing().attributes().getFirst())
        .extracting(attribute -> attribute.values().size())
        .isEqualTo(1);
    assertThat(
            ready(product(), rules, shop().attributes(several)).listing().attributes().getFirst())
        .extracting(attribute -> attribute.values().size())
        .isEqualTo(2);
  }

  @Test
  void asksForARequiredAttributeAndSaysHowToSetIt() {
    Explanation problem =
        onlyProblem(product(), rules(), shop().attributes(attribute("Material", true, false)));

    assertThat(problem.code()).isEqualTo("attribute-missing");
    assertThat(problem.field()).isEqualTo("connections[acme-uk].listings.attributes");
    assertThat(problem.fix()).contains("Material").contains("Ceramic, Glass");
  }

  @Test
  void anUnknownValueIsAProblemWhereRequiredAndANoteElsewhere() {
    RulesMaker rules = rules().attributes(fixed("Material", "Wood"));

    assertThat(
            onlyProblem(product(), rules, shop().attributes(attribute("Material", true, false)))
                .code())
        .isEqualTo("attribute-value-unknown");
    Composition.Ready ready =
        ready(product(), rules, shop().attributes(attribute("Material", false, false)));
    assertThat(ready.listing().attributes()).isEmpty();
    assertThat(codes(ready.notes())).containsExactly("attribute-value-unknown");
  }

  @Test
  void showsABrandOnlyWhenTheShopIsAuthorised() {
    RulesMaker rules = rules().brand(new BrandSource.Vendor());

    assertThat(
            ready(product(), rules, shop().brand(new Brand("b1", "ACME", true)))
                .listing()
                .brandId())
        .contains("b1");
    Composition.Ready not = ready(product(), rules, shop().brand(new Brand("b1", "Acme", false)));
    assertThat(not.listing().brandId()).isEmpty();
    assertThat(codes(not.notes())).containsExactly("brand-not-authorised");
    assertThat(codes(ready(product(), rules, shop()).notes())).containsExactly("brand-unknown");
  }

  @Test
  void namesThePapersThatTheCategoryAsksFor() {
    CategoryRules strict =
        new CategoryRules(
            "600",
            List.of(),
            List.of(new Certification("c1", "CE", true), new Certification("c2", "FSC", false)),
            true,
            true);

    assertThat(codes(refused(product(), rules(), shop().categoryRules(strict)).problems()))
        .containsExactly("no-dimensions", "certificate-missing", "size-chart-missing");
    assertThat(
            codes(
                refused(
                        product(),
                        rules().packaging(null, new Dimensions(20, 15, 10)),
                        shop().categoryRules(strict))
                    .problems()))
        .doesNotContain("no-dimensions");
  }
}
