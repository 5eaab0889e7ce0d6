package dev.storebridge.sync.listing.compose;

import static dev.storebridge.given.Given.product;
import static dev.storebridge.given.Given.variant;
import static dev.storebridge.given.GivenRules.prices;
import static dev.storebridge.given.GivenRules.rules;
import static dev.storebridge.given.GivenShop.market;
import static dev.storebridge.given.GivenShop.shop;
import static dev.storebridge.sync.listing.compose.Composed.codes;
import static dev.storebridge.sync.listing.compose.Composed.compose;
import static dev.storebridge.sync.listing.compose.Composed.onlyProblem;
import static dev.storebridge.sync.listing.compose.Composed.ready;
import static dev.storebridge.sync.listing.compose.Composed.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.Obstacle;
import dev.storebridge.commerce.Offer;
import dev.storebridge.given.Given;
import dev.storebridge.given.Given.ProductMaker;
import dev.storebridge.given.GivenRules.RulesMaker;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Market;
import dev.storebridge.tenant.ListingRules.CategoryRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListingComposerTest {

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
  void anObstacleIsTheOnlyProblemAndStocksGoOn() {
    Obstacle group = new Obstacle("grouped-product", "A group.", "type", "Nothing.");
    Composition.Refused refused =
        refused(product().images().obstacle(group), rules(), shop().withoutTax());
    assertThat(codes(refused.problems())).containsExactly("grouped-product");
    assertThat(refused.terms()).extracting(OfferTerms::stock).containsExactly(Map.of("W1", 5));
  }

  @Test
  void pricesWithoutTaxAreRefusedUntilTheRulesAddIt() {
    Explanation problem = onlyProblem(product(), rules(), shop().withoutTax());
    assertThat(problem.code()).isEqualTo("prices-without-tax");
    assertThat(problem.field()).isEqualTo("connections[acme-uk].prices.percent");
    ready(product(), rules().prices(prices("20", "0", null, null)), shop().withoutTax());
  }

  @Test
  void theUnitedStatesTakePricesWithoutTax() {
    ready(
        product(),
        rules(),
        shop().market(market("US", "USD", true)).storeCurrency("USD").withoutTax());
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
  void sendsWhatHoldsAnyVariantUnlessTheRulesNameAParcel() {
    ProductMaker sized =
        product()
            .options("Size")
            .variants(
                variant("11").options("S").size(20, 10, 5),
                variant("12").options("L").size(15, 12, 8),
                variant("13").options("XL"));
    assertThat(ready(sized, rules(), shop()).listing().parcel().dimensions())
        .contains(new Dimensions(20, 12, 8));
    RulesMaker named = rules().packaging("500", new Dimensions(30, 30, 30));
    assertThat(ready(sized, named, shop()).listing().parcel().dimensions())
        .contains(new Dimensions(30, 30, 30));
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
}
