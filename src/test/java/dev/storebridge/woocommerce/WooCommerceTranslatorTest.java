package dev.storebridge.woocommerce;

import static dev.storebridge.woocommerce.Shapes.SETTINGS;
import static dev.storebridge.woocommerce.Shapes.simple;
import static dev.storebridge.woocommerce.Shapes.translated;
import static dev.storebridge.woocommerce.Shapes.variable;
import static dev.storebridge.woocommerce.Shapes.variation;
import static dev.storebridge.woocommerce.Shapes.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.Dimensions;
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
                Optional.of(new Dimensions(15, 15, 7)),
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
  void takesEachSideOfTheProductThatAVariationLeavesEmpty() {
    ObjectNode large =
        with(
            variation(612, "Sand"),
            "dimensions",
            "{\"length\":\"40\",\"width\":\"\",\"height\":\"\"}");
    assertThat(translated(variable(), variation(611, "Navy"), large).variants())
        .extracting(variant -> variant.dimensions().orElseThrow())
        .containsExactly(new Dimensions(30, 25, 3), new Dimensions(40, 25, 3));
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
            "dimensions",
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
    assertThat(product.variants().getFirst().dimensions()).isEmpty();
  }

  @Test
  void doesWithoutAnyDate() {
    assertThat(translated(with(simple(), "date_modified_gmt", "null")).updatedAt())
        .isEqualTo(Instant.EPOCH);
  }

  private static Stock counted(long units) {
    return new Stock.Counted(List.of(new StockLevel("0", units)));
  }
}
