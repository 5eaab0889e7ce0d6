package dev.storebridge.woocommerce;

import static dev.storebridge.woocommerce.Shapes.SETTINGS;
import static dev.storebridge.woocommerce.Shapes.json;
import static dev.storebridge.woocommerce.Shapes.simple;
import static dev.storebridge.woocommerce.Shapes.translated;
import static dev.storebridge.woocommerce.Shapes.variable;
import static dev.storebridge.woocommerce.Shapes.variation;
import static dev.storebridge.woocommerce.Shapes.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Obstacle;
import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.ProductOption;
import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.StockLevel;
import dev.storebridge.commerce.Variant;
import dev.storebridge.commerce.Weight;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every shape of an answer, and what the shop meant by it. */
class WooCommerceTranslatorTest {

  @Test
  void readsASimpleProductInFull() {
    Product bowl = translated(simple());
    assertThat(bowl.id()).isEqualTo("501");
    assertThat(bowl.title()).isEqualTo("Tide &amp; Salt Bowl");
    assertThat(bowl.descriptionHtml()).isEqualTo("<p>Holds soup.</p>");
    assertThat(bowl.vendor()).isEqualTo("Quay");
    assertThat(bowl.type()).isEqualTo("Bowls");
    assertThat(bowl.status()).isEqualTo("publish");
    assertThat(bowl.tags()).containsExactly("tiktok");
    assertThat(bowl.options()).isEmpty();
    assertThat(bowl.images())
        .containsExactly(
            new Image("https://shop.example/a.jpg", "front"),
            new Image("https://shop.example/b.jpg", ""));
    assertThat(bowl.updatedAt()).isEqualTo(Instant.parse("2026-11-20T09:30:00Z"));
    assertThat(bowl.obstacles()).isEmpty();
    assertThat(bowl.variants())
        .containsExactly(
            new Variant(
                "501",
                "BOWL-1",
                "4006381333931",
                List.of(),
                Optional.of(new BigDecimal("8.40")),
                Optional.of(new BigDecimal("12")),
                Optional.of(new Weight(new BigDecimal("350"))),
                Optional.empty(),
                counted(14)));
  }

  @Test
  void readsVariationsInTheMerchantsOrderWithTheProductsChoices() {
    Product shirt =
        translated(
            variable(),
            with(variation(612, "Sand"), "menu_order", "1"),
            with(
                variation(611, "navy"),
                "image",
                "{\"id\":66,\"src\":\"https://shop.example/navy.jpg\",\"alt\":\"navy\"}"));
    assertThat(shirt.descriptionHtml()).isEqualTo("<p>Cotton.</p>");
    assertThat(shirt.options())
        .containsExactly(
            new ProductOption("Size", List.of("Small", "Extra Large")),
            new ProductOption("Colour", List.of("Navy", "Sand")));
    assertThat(shirt.variants()).extracting(Variant::id).containsExactly("611", "612");
    assertThat(shirt.variants())
        .extracting(Variant::options)
        .containsExactly(List.of("Small", "Navy"), List.of("Small", "Sand"));
    assertThat(shirt.variants())
        .extracting(Variant::image)
        .containsExactly(
            Optional.of(new Image("https://shop.example/navy.jpg", "navy")), Optional.empty());
    assertThat(shirt.obstacles()).isEmpty();
  }

  @Test
  void takesTheWeightOfTheProductWhereAVariationHasNone() {
    Product shirt =
        translated(
            variable(), variation(611, "Navy"), with(variation(612, "Sand"), "weight", "\"0.5\""));
    assertThat(shirt.variants())
        .extracting(variant -> variant.weight().orElseThrow().grams().intValue())
        .containsExactly(200, 500);
  }

  @Test
  void findsTheProductsSpellingOfASlug() {
    ObjectNode large =
        with(
            variation(611, "Navy"),
            "attributes",
            "[{\"id\":7,\"name\":\"Size\",\"option\":\"extra-large\"},{\"id\":0,\"name\":\"Colour\",\"option\":\"Navy\"}]");
    assertThat(translated(variable(), large).variants().getFirst().options())
        .containsExactly("Extra Large", "Navy");
  }

  @Test
  void leavesOutVariationsThatAreSwitchedOff() {
    ObjectNode off = with(variation(612, "Sand"), "status", "\"private\"");
    assertThat(translated(variable(), variation(611, "Navy"), off).variants())
        .extracting(Variant::id)
        .containsExactly("611");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // price, regular, then what they come to
        "'8.40', '12', 8.40, 12",
        "'25', '25', 25, -",
        "'', '', -, -",
        "'12,50', '', 12.50, -",
        "'0', '5', 0, 5",
        "'free', '', -, -"
      })
  void readsPrices(String price, String regular, BigDecimal now, BigDecimal before) {
    ObjectNode node = with(simple(), "price", "\"" + price + "\"");
    Variant variant =
        translated(with(node, "regular_price", "\"" + regular + "\"")).variants().getFirst();
    assertThat(variant.price()).isEqualTo(Optional.ofNullable(now));
    assertThat(variant.compareAtPrice()).isEqualTo(Optional.ofNullable(before));
  }

  @ParameterizedTest
  @CsvSource({
    // manage_stock, stock_quantity, stock_status, units, or -1 for without limit
    "true, 14, instock, 14",
    "true, '\"14\"', instock, 14",
    "true, 2.75, instock, 2",
    "true, -3, onbackorder, -3",
    "true, null, instock, 0",
    "true, 0, onbackorder, 0",
    "false, null, instock, -1",
    "false, null, outofstock, 0",
    "false, null, onbackorder, 0",
    "'\"yes\"', 4, instock, 4"
  })
  void readsStock(String manages, String quantity, String status, long units) {
    ObjectNode node = with(with(simple(), "manage_stock", manages), "stock_quantity", quantity);
    Stock stock =
        translated(with(node, "stock_status", "\"" + status + "\"")).variants().getFirst().stock();
    boolean unlimited = units == -1;
    assertThat(stock).isEqualTo(unlimited ? new Stock.Untracked() : counted(units));
  }

  @ParameterizedTest
  @CsvSource({"10, 4, 3, 3", "2, 1, 1, 0", "0, 0, 0, 0", "-4, -4, -4, -4", "9, 3, 3, 3"})
  void sharesTheParentsPoolOutSoThatTheSumIsNeverMore(long pool, long a, long b, long c) {
    ObjectNode parent = with(with(variable(), "manage_stock", "true"), "stock_quantity", "" + pool);
    Product shirt =
        translated(parent, drawing(611, "Navy"), drawing(612, "Sand"), drawing(613, "Sand"));
    assertThat(shirt.variants())
        .extracting(Variant::stock)
        .containsExactly(counted(a), counted(b), counted(c));
  }

  @Test
  void leavesVariationsThatCountForThemselvesOutOfThePool() {
    ObjectNode parent = with(with(variable(), "manage_stock", "true"), "stock_quantity", "6");
    Product shirt =
        translated(parent, drawing(611, "Navy"), variation(612, "Sand"), drawing(613, "Sand"));
    assertThat(shirt.variants())
        .extracting(Variant::stock)
        .containsExactly(counted(3), counted(7), counted(3));
  }

  @Test
  void followsTheStatusOfAParentThatDoesNotCount() {
    assertThat(translated(variable(), drawing(611, "Navy")).variants().getFirst().stock())
        .isEqualTo(new Stock.Untracked());
  }

  @ParameterizedTest
  @CsvSource({
    "grouped, grouped-product",
    "external, external-product",
    "subscription, unsupported-type",
    "bundle, unsupported-type"
  })
  void saysWhichTypesCannotBeListed(String type, String code) {
    Product product = translated(with(simple(), "type", "\"" + type + "\""));
    assertThat(product.obstacles()).extracting(Obstacle::code).containsExactly(code);
    assertThat(product.obstacles()).allSatisfy(obstacle -> assertThat(obstacle.fix()).isNotBlank());
    assertThat(product.variants()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"virtual", "downloadable"})
  void saysThatThereIsNothingToSend(String way) {
    assertThat(translated(with(simple(), way, "true")).obstacles())
        .extracting(Obstacle::code, Obstacle::field)
        .containsExactly(tuple("digital-product", way));
    ObjectNode digital = with(variation(611, "Navy"), way, "true");
    assertThat(translated(variable(), digital).obstacles())
        .extracting(Obstacle::field)
        .containsExactly("variants[611]." + way);
  }

  @Test
  void namesTheVariationAndTheChoiceThatAreLeftOpen() {
    ObjectNode any =
        with(
            variation(612, "Sand"),
            "attributes",
            "[{\"id\":7,\"name\":\"Size\",\"option\":\"Small\"}]");
    Product shirt = translated(variable(), variation(611, "Navy"), any);
    assertThat(shirt.obstacles())
        .extracting(Obstacle::code, Obstacle::field)
        .containsExactly(tuple("any-variation", "variants[612].options[Colour]"));
    assertThat(shirt.variants().get(1).options()).containsExactly("Small", "");
  }

  @Test
  void readsFieldsByTheNamesOfTenantFiles() {
    ObjectNode node =
        with(
            simple(),
            "meta_data",
            """
            [{"id":1,"key":"_material","value":"Clay &amp; ash"},
             {"id":2,"key":"care.wash","value":["by hand","cold"]},
             {"id":3,"key":"_count","value":12},{"id":4,"key":"_none","value":null},
             {"id":5,"key":"_deep","value":{"a":{"b":1}}}]
            """);
    List<FieldName> names =
        FieldName.of(
            List.of(
                "attribute:Glaze",
                "attribute:pa_glaze",
                "attribute:Missing",
                "metafield:meta._material",
                "metafield:care.wash",
                "metafield:meta._count",
                "metafield:meta._none",
                "metafield:meta._deep"));
    assertThat(WooCommerceTranslator.product(node, List.of(), SETTINGS, names).fields())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "attribute:Glaze", "Matt, Blue",
                "attribute:pa_glaze", "Matt, Blue",
                "metafield:meta._material", "Clay & ash",
                "metafield:care.wash", "by hand, cold",
                "metafield:meta._count", "12",
                "metafield:meta._deep", "{\"b\":1}"));
  }

  @ParameterizedTest
  @CsvSource({"null", "''", "{}", "[]", "'\"0\"'", "0"})
  void takesWhatIsEmptyInAnyForm(String empty) {
    String value = empty.isEmpty() ? "\"\"" : empty;
    ObjectNode node = simple();
    for (String member :
        List.of(
            "weight",
            "sku",
            "global_unique_id",
            "brands",
            "tags",
            "images",
            "attributes",
            "categories",
            "description",
            "short_description",
            "meta_data")) {
      with(node, member, value);
    }
    Product product = translated(node);
    assertThat(product.images()).isEmpty();
    assertThat(product.tags()).isEmpty();
    assertThat(product.vendor()).isEmpty();
    assertThat(product.variants().getFirst().weight()).isEmpty();
  }

  @Test
  void doesWithoutAnyDate() {
    assertThat(translated(with(simple(), "date_modified_gmt", "null")).updatedAt())
        .isEqualTo(Instant.EPOCH);
  }

  @ParameterizedTest
  @CsvSource({
    // calc_taxes, prices_include_tax, then whether the prices are what a customer pays
    "no, no, true",
    "no, yes, true",
    "yes, yes, true",
    "yes, no, false"
  })
  void knowsWhetherTaxIsInThePrices(String taxes, String included, boolean whole) {
    ShopSettings settings = settings("GBP", "kg", taxes, included).orElseThrow();
    assertThat(settings.taxIncluded()).isEqualTo(whole);
    assertThat(settings.currency()).isEqualTo(new CurrencyCode("GBP"));
  }

  @ParameterizedTest
  @CsvSource({"g, 0.35", "kg, 350", "lbs, 158.757", "oz, 9.922"})
  void weighsInTheShopsUnit(String unit, BigDecimal grams) {
    ShopSettings settings = settings("GBP", unit, "no", "no").orElseThrow();
    Product product = WooCommerceTranslator.product(simple(), List.of(), settings, List.of());
    assertThat(product.variants().getFirst().weight().orElseThrow().grams())
        .isEqualByComparingTo(grams);
  }

  @Test
  void doesNotGuessAtUnitsAndCurrencies() {
    assertThat(settings("GBP", "stone", "no", "no").orElseThrow().weightUnit()).isEmpty();
    assertThat(settings("", "kg", "no", "no")).isEmpty();
  }

  private static Optional<ShopSettings> settings(
      String currency, String unit, String taxes, String included) {
    return ShopSettings.of(
        json("""
                {"v":[{"id":"woocommerce_currency","value":"%s"},
                      {"id":"woocommerce_calc_taxes","value":"%s"}]}
                """
                .formatted(currency, taxes))
            .path("v"),
        json("{\"v\":[{\"id\":\"woocommerce_weight_unit\",\"value\":\"%s\"}]}".formatted(unit))
            .path("v"),
        json("{\"id\":\"woocommerce_prices_include_tax\",\"value\":\"%s\"}".formatted(included)));
  }

  private static ObjectNode drawing(int id, String colour) {
    return with(variation(id, colour), "manage_stock", "\"parent\"");
  }

  private static Stock counted(long units) {
    return new Stock.Counted(List.of(new StockLevel("0", units)));
  }
}
