package dev.storebridge.sync.listing.compose;

import static dev.storebridge.given.Given.product;
import static dev.storebridge.given.Given.variant;
import static dev.storebridge.given.GivenRules.prices;
import static dev.storebridge.given.GivenRules.rules;
import static dev.storebridge.given.GivenShop.shop;
import static dev.storebridge.sync.listing.compose.Composed.codes;
import static dev.storebridge.sync.listing.compose.Composed.onlyProblem;
import static dev.storebridge.sync.listing.compose.Composed.ready;
import static dev.storebridge.sync.listing.compose.Composed.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.Offer;
import dev.storebridge.commerce.OptionValue;
import dev.storebridge.given.Given;
import dev.storebridge.given.Given.ProductMaker;
import dev.storebridge.given.GivenShop;
import dev.storebridge.given.GivenShop.ShopMaker;
import dev.storebridge.platform.Explanation;
import dev.storebridge.tenant.InventoryRules;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OfferComposerTest {

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
    ShopMaker japan = shop().market(GivenShop.market("JP", "JPY", false)).storeCurrency("JPY");

    assertThat(onlyProblem(product(), rules().prices(prices("0", "0", null, "0.99")), japan).code())
        .isEqualTo("round-up-to-too-fine");
  }

  @Test
  void sendsAListPriceOnlyWhereTheMarketHasItAndItIsNotBelow() {
    ShopMaker america = shop().market(GivenShop.market("US", "USD", true)).storeCurrency("USD");
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
