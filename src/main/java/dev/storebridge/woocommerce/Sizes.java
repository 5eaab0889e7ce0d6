package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.Dimensions;
import java.math.BigDecimal;
import java.util.Optional;

/** How large things are: each side that a variation leaves empty is its product's. */
final class Sizes {

  private static final BigDecimal BEYOND_ALL_MEASURE = new BigDecimal("1000000");

  private Sizes() {}

  /** Empty unless all three sides are known, and the shop's unit. */
  static Optional<Dimensions> of(JsonNode node, JsonNode product, ShopSettings settings) {
    Optional<BigDecimal> length = side(node, product, "length");
    Optional<BigDecimal> width = side(node, product, "width");
    Optional<BigDecimal> height = side(node, product, "height");
    return length.isEmpty() || width.isEmpty() || height.isEmpty()
        ? Optional.empty()
        : settings
            .sizeUnit()
            .map(unit -> Dimensions.of(length.get(), width.get(), height.get(), unit));
  }

  private static Optional<BigDecimal> side(JsonNode node, JsonNode product, String name) {
    return entered(node, name).or(() -> entered(product, name));
  }

  private static Optional<BigDecimal> entered(JsonNode node, String name) {
    return Json.decimal(node.path("dimensions"), name)
        .filter(side -> side.signum() > 0 && side.compareTo(BEYOND_ALL_MEASURE) < 0);
  }
}
