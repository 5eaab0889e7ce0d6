package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.ProductOption;
import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.Variant;
import dev.storebridge.commerce.Weight;
import dev.storebridge.platform.StoreProfile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns WooCommerce's answers into the language of commerce. Pure. */
final class WooCommerceTranslator {

  /** What is read of a product; the rest would be most of the answer. */
  static final String PRODUCT_FIELDS =
      "id,name,type,status,description,short_description,sku,global_unique_id,price,regular_price,"
          + "virtual,downloadable,manage_stock,stock_quantity,stock_status,weight,dimensions,categories,brands,"
          + "tags,images,attributes,variations,date_modified_gmt,date_created_gmt";

  static final String VARIATION_FIELDS =
      "id,parent_id,status,sku,global_unique_id,price,regular_price,virtual,downloadable,"
          + "manage_stock,stock_quantity,stock_status,weight,dimensions,image,attributes,menu_order";

  private WooCommerceTranslator() {}

  static StoreProfile profile(Site site, ShopSettings settings) {
    return new StoreProfile(
        site.home().toString(), site.name(), settings.currency(), settings.taxIncluded());
  }

  /** True for a product whose variations have to be read too. */
  static boolean isVariable(JsonNode product) {
    return Json.text(product, "type").equals("variable");
  }

  /**
   * A product with its variations, in any order; those that are switched off are left out.
   *
   * @param fields further values that were asked for
   */
  static Product product(
      JsonNode node, List<JsonNode> variations, ShopSettings settings, List<FieldName> fields) {
    boolean variable = isVariable(node);
    List<JsonNode> sold = variable ? forSale(variations) : List.of();
    Attributes choices = Attributes.chosen(node);
    List<ProductOption> options = variable ? choices.asOptions() : List.of();
    List<Variant> variants =
        variable
            ? variants(node, sold, choices, settings)
            : List.of(variant(node, node, List.of(), Stocks.ofSimple(node), settings));
    return new Product(
        Json.text(node, "id"),
        Json.text(node, "name"),
        description(node),
        firstName(node, "brands"),
        firstName(node, "categories"),
        Json.text(node, "status").toLowerCase(Locale.ROOT),
        names(node, "tags").collect(Collectors.toSet()),
        options,
        images(node),
        variants,
        FieldName.valuesOf(node, fields),
        updatedAt(node),
        Obstacles.of(node, sold, options, variants));
  }

  private static List<JsonNode> forSale(List<JsonNode> variations) {
    return variations.stream()
        .filter(variation -> Set.of("", "publish").contains(Json.text(variation, "status")))
        .sorted(
            Comparator.<JsonNode, Long>comparing(node -> Json.whole(node, "menu_order").orElse(0L))
                .thenComparing(node -> Json.whole(node, "id").orElse(0L)))
        .toList();
  }

  private static List<Variant> variants(
      JsonNode product, List<JsonNode> variations, Attributes choices, ShopSettings settings) {
    Map<String, Stock> stocks = Stocks.ofVariations(product, variations);
    return variations.stream()
        .map(
            node ->
                variant(
                    node,
                    product,
                    choices.valuesOf(node),
                    stocks.get(Json.text(node, "id")),
                    settings))
        .toList();
  }

  /** What a variation leaves empty, its product says. Its picture is its own or none. */
  private static Variant variant(
      JsonNode node, JsonNode product, List<String> options, Stock stock, ShopSettings settings) {
    Optional<BigDecimal> price = Json.decimal(node, "price");
    return new Variant(
        Json.text(node, "id"),
        Json.text(node, "sku"),
        Json.text(node, "global_unique_id"),
        options,
        price,
        compareAt(node, price),
        weight(node, settings).or(() -> weight(product, settings)),
        Sizes.of(node, product, settings),
        image(node.path("image")),
        stock);
  }

  /** The regular price of what is reduced now. */
  private static Optional<BigDecimal> compareAt(JsonNode node, Optional<BigDecimal> price) {
    return Json.decimal(node, "regular_price")
        .filter(regular -> price.filter(now -> regular.compareTo(now) > 0).isPresent());
  }

  /** A weight of zero is one that nobody entered. */
  private static Optional<Weight> weight(JsonNode node, ShopSettings settings) {
    return Json.decimal(node, "weight")
        .filter(value -> value.signum() > 0)
        .flatMap(value -> settings.weightUnit().map(unit -> Weight.of(value, unit)));
  }

  private static String description(JsonNode node) {
    String full = Json.text(node, "description");
    return full.isEmpty() ? Json.text(node, "short_description") : full;
  }

  private static List<Image> images(JsonNode node) {
    return Json.entries(node, "images").flatMap(image -> image(image).stream()).distinct().toList();
  }

  private static Optional<Image> image(JsonNode node) {
    String source = Json.text(node, "src");
    return source.isEmpty()
        ? Optional.empty()
        : Optional.of(new Image(source, Json.words(node, "alt")));
  }

  private static String firstName(JsonNode node, String list) {
    return names(node, list).findFirst().orElse("");
  }

  private static Stream<String> names(JsonNode node, String list) {
    return Json.entries(node, list)
        .map(entry -> Json.words(entry, "name"))
        .filter(name -> !name.isEmpty());
  }

  private static Instant updatedAt(JsonNode node) {
    return instant(Json.text(node, "date_modified_gmt"))
        .or(() -> instant(Json.text(node, "date_created_gmt")))
        .orElse(Instant.EPOCH);
  }

  /** UTC without saying so. */
  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(LocalDateTime.parse(text.replace("Z", "")).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
