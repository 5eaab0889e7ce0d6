package dev.storebridge.sync.listing;

import static dev.storebridge.sync.listing.Given.attribute;
import static dev.storebridge.sync.listing.Given.prices;
import static dev.storebridge.sync.listing.Given.product;
import static dev.storebridge.sync.listing.Given.rules;
import static dev.storebridge.sync.listing.Given.shop;
import static dev.storebridge.sync.listing.Given.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.storebridge.commerce.Attribute;
import dev.storebridge.commerce.AttributeValue;
import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.Offer;
import dev.storebridge.commerce.OptionValue;
import dev.storebridge.platform.Brand;
import dev.storebridge.platform.CategoryRules;
import dev.storebridge.platform.CategoryRules.CategoryAttribute;
import dev.storebridge.platform.CategoryRules.Certification;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Market;
import dev.storebridge.sync.listing.Given.ProductMaker;
import dev.storebridge.sync.listing.Given.RulesMaker;
import dev.storebridge.sync.listing.Given.ShopMaker;
import dev.storebridge.tenant.InventoryRules;
import dev.storebridge.tenant.ListingRules.AttributeRule;
import dev.storebridge.tenant.ListingRules.AttributeSource;
import dev.storebridge.tenant.ListingRules.BrandSource;
import dev.storebridge.tenant.ListingRules.CategoryChoice;
import dev.storebridge.tenant.ListingRules.CategoryRule;
import dev.storebridge.tenant.ListingRules.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingComposerTest {

  private static Composition compose(ProductMaker product, RulesMaker rules, ShopMaker shop) {
    return ListingComposer.compose(product.make(), rules.make(), shop.make());
  }

  private static Composition.Ready ready(ProductMaker product, RulesMaker rules, ShopMaker shop) {
    Composition composition = compose(product, rules, shop);
    assertThat(composition).isInstanceOf(Composition.Ready.class);
    return (Composition.Ready) composition;
  }

  private static Composition.Refused refused(
      ProductMaker product, RulesMaker rules, ShopMaker shop) {
    Composition composition = compose(product, rules, shop);
    assertThat(composition).isInstanceOf(Composition.Refused.class);
    return (Composition.Refused) composition;
  }

  private static List<String> codes(List<Explanation> explanations) {
    return explanations.stream().map(Explanation::code).toList();
  }

  private static Explanation onlyProblem(ProductMaker product, RulesMaker rules, ShopMaker shop) {
    List<Explanation> problems = refused(product, rules, shop).problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().fix()).isNotBlank();
    assertThat(problems.getFirst().cause()).isNotBlank();
    return problems.getFirst();
  }

  private static AttributeRule fixed(String name, String value) {
    return new AttributeRule(name, new AttributeSource.Fixed(value), Optional.empty());
  }

  @Test
  void composesAPlainProduct() {
    Composition.Ready ready = ready(product(), rules(), shop());

    assertThat(ready.notes()).isEmpty();
    Listing listing = ready.listing();
    assertThat(listing.title()).isEqualTo("Stoneware mug");
    assertThat(listing.description()).isEqualTo("<p>Holds coffee.</p>");
    assertThat(listing.categoryId()).isEqualTo("600");
    assertThat(listing.brandId()).isEmpty();
    assertThat(listing.images()).containsExactly(Given.RED);
    assertThat(listing.parcel().weight().orElseThrow().grams()).isEqualByComparingTo("300");
    assertThat(listing.offers())
        .containsExactly(
            new Offer(
                "11",
                "SKU-11",
                Optional.empty(),
                List.of(),
                Money.of("10.00", "GBP"),
                Optional.empty(),
                Map.of("W1", 5),
                Optional.empty()));
  }

  @Test
  void findsAllProblemsAtOnceAndStillComputesTheStock() {
    Composition.Refused refused =
        refused(
            product()
                .title(" \uD83D\uDE00 ")
                .description("<script>x()</script>")
                .images()
                .options("A", "B", "C", "D")
                .variants(variant("11").options("1", "2", "3", "4").price(null).grams(null)),
            rules().category(new CategoryRule(Optional.of("500"), List.of(), false)),
            shop());

    assertThat(codes(refused.contentProblems()))
        .containsExactlyInAnyOrder(
            "no-title",
            "no-description",
            "no-image",
            "too-many-options",
            "no-weight",
            "category-not-leaf");
    assertThat(codes(refused.termProblems())).containsExactly("no-price");
    assertThat(refused.terms())
        .containsExactly(
            new OfferTerms("11", "SKU-11", Optional.empty(), Optional.empty(), Map.of("W1", 5)));
  }

  @Test
  void refusesTitlesOutsideTheMarketsLength() {
    Market narrow =
        new Market("SG", new CurrencyCode("GBP"), 25, 30, 10_000, 300, 9, 3, 20, 50, false);

    assertThat(onlyProblem(product().title("Mug"), rules(), shop().market(narrow)))
        .extracting(Explanation::code, Explanation::field)
        .containsExactly("title-too-short", "title");
    Explanation tooLong =
        onlyProblem(product().title("x".repeat(31)), rules(), shop().market(narrow));
    assertThat(tooLong.code()).isEqualTo("title-too-long");
    assertThat(tooLong.cause()).contains("31").contains("30");
  }

  @Test
  void countsCharactersNotCodeUnits() {
    assertThat(compose(product().title("\uD840\uDC0B".repeat(255)), rules(), shop()))
        .isInstanceOf(Composition.Ready.class);
  }

  @Test
  void cleansTitlesAndDescriptionsAndTellsSo() {
    Composition.Ready ready =
        ready(
            product().title("Mug &amp; lid \u2728").description("A<script>x()</script>"),
            rules(),
            shop());

    assertThat(ready.listing().title()).isEqualTo("Mug & lid");
    assertThat(codes(ready.notes())).containsExactly("title-cleaned", "description-cleaned");
  }

  @Test
  void refusesDescriptionsThatAreTooLongRatherThanCutThem() {
    Explanation problem =
        onlyProblem(product().description("<p>" + "x".repeat(10_000)), rules(), shop());

    assertThat(problem.code()).isEqualTo("description-too-long");
    assertThat(problem.cause()).contains("10007").contains("10000");
  }

  @Test
  void refusesMoreThanThirtyPicturesInADescription() {
    String pictures = "<img src=\"https://e.example/a.png\">".repeat(31);

    assertThat(onlyProblem(product().description(pictures), rules(), shop()).code())
        .isEqualTo("too-many-description-images");
  }

  @Test
  void sendsTheFirstPicturesOnceEach() {
    Image[] many =
        IntStream.range(0, 22)
            .mapToObj(i -> new Image("https://e.example/" + i / 2, ""))
            .toArray(Image[]::new);

    Composition.Ready ready = ready(product().images(many), rules(), shop());

    assertThat(ready.listing().images()).hasSize(9);
    assertThat(ready.listing().images().get(8).url()).isEqualTo("https://e.example/8");
    assertThat(codes(ready.notes())).containsExactly("images-left-out");
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
            shop.categories(),
            Map.of(),
            Map.of(),
            shop.warehouses());

    assertThatThrownBy(() -> ListingComposer.compose(product().make(), rules().make(), lacking))
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

  @Test
  void weighsAsMuchAsTheHeaviestVariant() {
    ProductMaker mixed =
        product()
            .options("Size")
            .variants(
                variant("11").options("S").grams("200"),
                variant("12").options("L").grams("450.5"),
                variant("13").options("XL").grams(null));

    assertThat(ready(mixed, rules(), shop()).listing().parcel().weight().orElseThrow().grams())
        .isEqualByComparingTo("450.5");
  }

  @Test
  void usesTheDefaultWeightOrAsksForOne() {
    ProductMaker weightless = product().variants(variant("11").grams(null));

    assertThat(
            ready(weightless, rules().packaging("500", null), shop())
                .listing()
                .parcel()
                .weight()
                .orElseThrow()
                .grams())
        .isEqualByComparingTo("500");
    assertThat(onlyProblem(weightless, rules(), shop()))
        .extracting(Explanation::code, Explanation::field)
        .containsExactly("no-weight", "variants[11].weight");
  }

  @Test
  void renamesOptionsAndKeepsTheirOrder() {
    ProductMaker coloured =
        product()
            .options("Colour", "Size")
            .variants(variant("11").options("Red", "S"), variant("12").options("Blue", "S"));

    assertThat(
            ready(coloured, rules().renamed("Colour", "Color"), shop())
                .listing()
                .offers()
                .getLast()
                .options())
        .containsExactly(new OptionValue("Color", "Blue"), new OptionValue("Size", "S"));
  }

  @Test
  void explainsOptionsThatTheChannelWouldRefuse() {
    ProductMaker odd =
        product()
            .options("Colour", "color", "n".repeat(21))
            .variants(
                variant("11").options("Red", "S", "v".repeat(51)),
                variant("12").options("RED", "s", "v".repeat(51)),
                variant("13").options("Red", "M"));

    assertThat(codes(refused(odd, rules().renamed("Colour", "Color"), shop()).problems()))
        .containsExactlyInAnyOrder(
            "option-doubled",
            "option-name-too-long",
            "option-value-too-long",
            "variants-alike",
            "option-value-missing");
  }

  @Test
  void refusesNoVariantsAndTooMany() {
    assertThat(onlyProblem(product().variants(), rules(), shop()).code()).isEqualTo("no-variants");
    Given.VariantMaker[] many =
        IntStream.rangeClosed(1, 301)
            .mapToObj(i -> variant("" + i).options("v" + i))
            .toArray(Given.VariantMaker[]::new);
    assertThat(onlyProblem(product().options("Size").variants(many), rules(), shop()))
        .extracting(Explanation::code, Explanation::field)
        .containsExactly("too-many-variants", "variants");
  }

  @Test
  void goesOnWithVariantIdsWhereSkusAreEmptyOrDoubled() {
    Composition.Ready ready =
        ready(
            product()
                .options("Size")
                .variants(
                    variant("11").options("S").sku("A"),
                    variant("12").options("M").sku("A"),
                    variant("13").options("L").sku(""),
                    variant("14").options("XL").sku("B C")),
            rules(),
            shop());

    assertThat(ready.listing().offers())
        .extracting(Offer::sellerSku)
        .containsExactly("11", "12", "13", "BC");
    assertThat(ready.notes())
        .extracting(Explanation::code, Explanation::field)
        .containsExactly(
            tuple("sku-doubled", "variants[11].sku"),
            tuple("sku-doubled", "variants[12].sku"),
            tuple("sku-empty", "variants[13].sku"),
            tuple("sku-cleaned", "variants[14].sku"));
  }

  @Test
  void leavesOutBarcodesThatAreNone() {
    Composition.Ready ready =
        ready(
            product()
                .options("Size")
                .variants(
                    variant("11").options("S").barcode("4006381333931"),
                    variant("12").options("M").barcode("N/A")),
            rules(),
            shop());

    assertThat(ready.listing().offers())
        .extracting(Offer::barcode)
        .containsExactly(Optional.of("4006381333931"), Optional.empty());
    assertThat(codes(ready.notes())).containsExactly("barcode-left-out");
  }

  @Test
  void showsOfferPicturesWhenTheFirstOptionDecidesThem() {
    ProductMaker byColour =
        product()
            .options("Colour", "Size")
            .variants(
                variant("11").options("Red", "S").image(Given.RED),
                variant("12").options("Red", "L").image(Given.RED),
                variant("13").options("Blue", "S").image(Given.BLUE));
    ProductMaker bySize =
        product()
            .options("Colour", "Size")
            .variants(
                variant("11").options("Red", "S").image(Given.RED),
                variant("12").options("Red", "L").image(Given.BLUE));

    assertThat(ready(byColour, rules(), shop()).listing().offers())
        .extracting(Offer::image)
        .containsExactly(Optional.of(Given.RED), Optional.of(Given.RED), Optional.of(Given.BLUE));
    assertThat(ready(bySize, rules(), shop()).listing().offers())
        .extracting(Offer::image)
        .containsOnly(Optional.empty());
  }

  @Test
  void refusesAnotherCurrencyWithoutARate() {
    Composition.Refused refused = refused(product(), rules(), shop().storeCurrency("USD"));

    assertThat(refused.termProblems())
        .extracting(Explanation::code, Explanation::field)
        .containsExactly(tuple("currency-differs", "connections[acme-uk].prices.rate"));
    assertThat(refused.contentProblems()).isEmpty();
    assertThat(
            ready(
                    product(),
                    rules().prices(prices("0", "0", "0.8", null)),
                    shop().storeCurrency("USD"))
                .listing()
                .offers()
                .getFirst()
                .price())
        .isEqualTo(Money.of("8.00", "GBP"));
  }

  @Test
  void refusesFreeProductsEvenWhenAnAmountIsAdded() {
    assertThat(
            onlyProblem(
                product().variants(variant("11").price("0")),
                rules().prices(prices("0", "0.50", null, "0.99")),
                shop()))
        .extracting(Explanation::code, Explanation::field)
        .containsExactly("price-not-positive", "variants[11].price");
  }

  @Test
  void refusesAnEndingFinerThanTheCurrency() {
    ShopMaker japan = shop().market(Given.market("JP", "JPY", false)).storeCurrency("JPY");

    assertThat(onlyProblem(product(), rules().prices(prices("0", "0", null, "0.99")), japan).code())
        .isEqualTo("round-up-to-too-fine");
  }

  @Test
  void sendsAListPriceOnlyWhereTheMarketHasItAndItIsNotBelow() {
    ShopMaker america = shop().market(Given.market("US", "USD", true)).storeCurrency("USD");
    ProductMaker reduced = product().variants(variant("11").compareAt("15"));
    ProductMaker odd = product().variants(variant("11").compareAt("9"));

    assertThat(ready(reduced, rules(), america).listing().offers().getFirst().listPrice())
        .contains(Money.of("15", "USD"));
    assertThat(ready(odd, rules(), america).listing().offers().getFirst().listPrice()).isEmpty();
    assertThat(ready(reduced, rules(), shop()).listing().offers().getFirst().listPrice()).isEmpty();
  }

  @Test
  void explainsWarehousesThatCannotTakeStock() {
    InventoryRules toReturns = new InventoryRules(Map.of("L1", "R1"), 0, 100, 999, 100);
    InventoryRules toNowhere = new InventoryRules(Map.of("L1", "W9"), 0, 100, 999, 100);

    assertThat(onlyProblem(product(), rules().inventory(toReturns), shop()).code())
        .isEqualTo("warehouse-unusable");
    assertThat(onlyProblem(product(), rules().inventory(toNowhere), shop()))
        .extracting(Explanation::code, Explanation::field)
        .containsExactly("warehouse-unknown", "connections[acme-uk].inventory.locations.L1");
    assertThat(onlyProblem(product(), rules(), shop().warehouses()).code())
        .isEqualTo("no-warehouse");
  }

  @Test
  void namesEveryMappedWarehouse() {
    InventoryRules both = new InventoryRules(Map.of("L1", "W1", "L2", "W2"), 2, 100, 999, 100);

    assertThat(
            ready(product(), rules().inventory(both), shop()).listing().offers().getFirst().stock())
        .isEqualTo(Map.of("W1", 5, "W2", 0));
  }
}
