package dev.storebridge.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.ProductOption;
import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.StockLevel;
import dev.storebridge.commerce.Variant;
import dev.storebridge.commerce.Weight;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopifyTranslatorTest {

  private static final List<MetafieldName> METAFIELDS =
      List.of(
          new MetafieldName("custom", "care"),
          new MetafieldName("custom", "material"),
          new MetafieldName("custom", "origin"));

  private final ObjectNode json = fixture();
  private final Product product = ShopifyTranslator.product(json, METAFIELDS);

  @Test
  void readsWhatTheProductSaysOfItself() {
    assertThat(product.id()).isEqualTo("8001");
    assertThat(product.title()).isEqualTo("Harbour Mug");
    assertThat(product.descriptionHtml()).isEqualTo("<p>Holds 0.3 l.</p>");
    assertThat(product.vendor()).isEqualTo("Quayside");
    assertThat(product.type()).isEqualTo("Mugs");
    assertThat(product.status()).isEqualTo("active");
    assertThat(product.tags()).containsExactlyInAnyOrder("tiktok", "kitchen");
    assertThat(product.updatedAt()).isEqualTo(Instant.parse("2026-11-20T09:30:00Z"));
  }

  @Test
  void putsTheFeaturedPictureFirstAndLeavesOutWhatHasNoAddress() {
    assertThat(product.images())
        .containsExactly(
            new Image("https://cdn.example/front.jpg", ""),
            new Image("https://cdn.example/side.jpg", "from the side"));
  }

  @Test
  void keepsVariantsInTheirPositionsAndOptionsInTheProductsOrder() {
    assertThat(product.options())
        .containsExactly(
            new ProductOption("Colour", List.of("Blue", "White")),
            new ProductOption("Size", List.of("Small")));
    assertThat(product.variants()).extracting(Variant::id).containsExactly("9001", "9002");
    assertThat(product.variants())
        .extracting(Variant::options)
        .containsExactly(List.of("Blue", "Small"), List.of("White", "Small"));
  }

  @Test
  void readsAVariantInFull() {
    Variant blue = product.variants().getFirst();
    assertThat(blue.sku()).isEqualTo("MUG-BLUE");
    assertThat(blue.barcode()).isEqualTo("5012345678900");
    assertThat(blue.price()).contains(new BigDecimal("11.00"));
    assertThat(blue.compareAtPrice()).contains(new BigDecimal("14.99"));
    assertThat(blue.weight()).contains(new Weight(new BigDecimal("375")));
    assertThat(blue.image()).contains(new Image("https://cdn.example/blue.jpg", "blue"));
    assertThat(blue.stock())
        .isEqualTo(new Stock.Counted(List.of(new StockLevel("11", 7), new StockLevel("12", -3))));
  }

  @Test
  void leavesEmptyWhatAVariantDoesNotState() {
    Variant white = product.variants().get(1);
    assertThat(white.sku()).isEmpty();
    assertThat(white.barcode()).isEmpty();
    assertThat(white.compareAtPrice()).isEmpty();
    assertThat(white.weight()).isEmpty();
    assertThat(white.image()).isEmpty();
    assertThat(white.stock()).isEqualTo(new Stock.Untracked());
  }

  @Test
  void namesMetafieldsAsTenantFilesDo() {
    assertThat(product.fields())
        .containsOnlyKeys("metafield:custom.care", "metafield:custom.material")
        .containsEntry("metafield:custom.care", "Dishwasher safe")
        .containsEntry("metafield:custom.material", "Stoneware, Cork");
  }

  @Test
  void aProductInOneFormHasNoOptions() throws IOException {
    json.set(
        "options",
        ShopifyApi.JSON.readTree(
            "[{\"name\":\"Title\",\"optionValues\":[{\"name\":\"Default Title\"}]}]"));
    ArrayNode variants = (ArrayNode) json.at("/variants/nodes");
    variants.remove(0);
    ((ObjectNode) variants.get(0))
        .set(
            "selectedOptions",
            ShopifyApi.JSON.readTree("[{\"name\":\"Title\",\"value\":\"Default Title\"}]"));
    Product single = ShopifyTranslator.product(json, List.of());
    assertThat(single.options()).isEmpty();
    assertThat(single.variants()).singleElement().extracting(Variant::options).asList().isEmpty();
  }

  @Test
  void countsNothingWhereNoLocationStocksATrackedVariant() {
    JsonNode item = json.at("/variants/nodes/1/inventoryItem");
    ((ObjectNode) item).remove("inventoryLevels");
    Product unstocked = ShopifyTranslator.product(json, List.of());
    assertThat(unstocked.variants().getFirst().stock()).isEqualTo(new Stock.Counted(List.of()));
  }

  @Test
  void understandsEveryUnitOfWeight() {
    assertThat(weight("GRAMS")).isEqualByComparingTo("2");
    assertThat(weight("KILOGRAMS")).isEqualByComparingTo("2000");
    assertThat(weight("OUNCES")).isEqualByComparingTo("56.699");
    assertThat(weight("POUNDS")).isEqualByComparingTo("907.185");
  }

  private BigDecimal weight(String unit) {
    ((ObjectNode) json.at("/variants/nodes/1/inventoryItem/measurement/weight"))
        .put("value", 2)
        .put("unit", unit);
    Product weighed = ShopifyTranslator.product(json, List.of());
    return weighed.variants().getFirst().weight().orElseThrow().grams();
  }

  private static ObjectNode fixture() {
    try (InputStream in =
        ShopifyTranslatorTest.class.getResourceAsStream("/shopify/product.json")) {
      return (ObjectNode) ShopifyApi.JSON.readTree(in);
    } catch (IOException e) {
      throw new AssertionError("the fixture is unreadable", e);
    }
  }
}
