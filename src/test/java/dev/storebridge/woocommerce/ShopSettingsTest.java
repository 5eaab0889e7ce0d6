package dev.storebridge.woocommerce;

import static dev.storebridge.woocommerce.Shapes.json;
import static dev.storebridge.woocommerce.Shapes.simple;
import static dev.storebridge.woocommerce.Shapes.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Product;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the settings of a shop mean for the figures of its products. */
class ShopSettingsTest {

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
    assertThat(settings("GBP", "kg", "cubit", "no", "no").orElseThrow().sizeUnit()).isEmpty();
    assertThat(settings("", "kg", "no", "no")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cm, '15', '15.2', '7', 15, 16, 7",
    "mm, '15', '152', '7', 2, 16, 1",
    "m, '0.15', '1', '0.07', 15, 100, 7",
    "in, '6', '1', '0,5', 16, 3, 2",
    "yd, '1', '1', '1', 92, 92, 92"
  })
  void measuresInTheShopsUnitAndRoundsUpToCentimetres(
      String unit, String length, String width, String height, int l, int w, int h) {
    ShopSettings settings = settings("GBP", "kg", unit, "no", "no").orElseThrow();
    String sides = "{\"length\":\"%s\",\"width\":\"%s\",\"height\":\"%s\"}";
    ObjectNode node = with(simple(), "dimensions", sides.formatted(length, width, height));
    Product product = WooCommerceTranslator.product(node, List.of(), settings, List.of());
    assertThat(product.variants().getFirst().dimensions()).contains(new Dimensions(l, w, h));
  }

  private static Optional<ShopSettings> settings(
      String currency, String unit, String taxes, String included) {
    return settings(currency, unit, "cm", taxes, included);
  }

  private static Optional<ShopSettings> settings(
      String currency, String unit, String sizes, String taxes, String included) {
    return ShopSettings.of(
        json("""
                {"v":[{"id":"woocommerce_currency","value":"%s"},
                      {"id":"woocommerce_calc_taxes","value":"%s"}]}
                """
                .formatted(currency, taxes))
            .path("v"),
        json("""
                {"v":[{"id":"woocommerce_weight_unit","value":"%s"},
                      {"id":"woocommerce_dimension_unit","value":"%s"}]}
                """
                .formatted(unit, sizes))
            .path("v"),
        json("{\"id\":\"woocommerce_prices_include_tax\",\"value\":\"%s\"}".formatted(included)));
  }
}
