package dev.storebridge.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.ProductOption;
import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.StockLevel;
import dev.storebridge.commerce.Variant;
import dev.storebridge.commerce.Weight;
import dev.storebridge.platform.Location;
import dev.storebridge.platform.StoreProfile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Turns Shopify's answers into the language of commerce. Pure. */
final class ShopifyTranslator {

  private ShopifyTranslator() {}

  static StoreProfile profile(JsonNode shop) {
    return new StoreProfile(
        shop.path("myshopifyDomain").asText(),
        shop.path("name").asText(),
        new CurrencyCode(shop.path("currencyCode").asText()));
  }

  static Location location(JsonNode node) {
    return new Location(id(node), node.path("name").asText(), node.path("isActive").asBoolean());
  }

  /**
   * @param metafields those that were asked for, in the order of the query's aliases
   */
  static Product product(JsonNode node, List<MetafieldName> metafields) {
    List<ProductOption> options = options(node.path("options"));
    return new Product(
        id(node),
        text(node, "title"),
        text(node, "descriptionHtml"),
        text(node, "vendor"),
        text(node, "productType"),
        text(node, "status").toLowerCase(Locale.ROOT),
        stream(node.path("tags")).map(JsonNode::asText).collect(Collectors.toSet()),
        options,
        images(node),
        variants(node.path("variants"), options),
        fields(node, metafields),
        Instant.parse(text(node, "updatedAt")));
  }

  /** The numeric part of a global id, without the query that a stock level's id carries. */
  static String numeric(String gid) {
    String path = gid.indexOf('?') < 0 ? gid : gid.substring(0, gid.indexOf('?'));
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A product without choices has one option, Title, with one value, Default Title. */
  private static List<ProductOption> options(JsonNode nodes) {
    List<ProductOption> options =
        stream(nodes)
            .map(
                option ->
                    new ProductOption(
                        text(option, "name"),
                        stream(option.path("optionValues")).map(v -> text(v, "name")).toList()))
            .toList();
    return options.equals(List.of(new ProductOption("Title", List.of("Default Title"))))
        ? List.of()
        : options;
  }

  /**
   * The product's pictures, the featured one first; those still being processed have no address.
   */
  private static List<Image> images(JsonNode product) {
    String featured = product.path("featuredMedia").path("id").asText();
    List<JsonNode> media = new ArrayList<>();
    product.path("media").path("nodes").forEach(media::add);
    media.sort(Comparator.comparing(node -> !node.path("id").asText().equals(featured)));
    return media.stream().flatMap(node -> image(node).stream()).distinct().toList();
  }

  private static Optional<Image> image(JsonNode media) {
    return Optional.ofNullable(media.path("image").path("url").textValue())
        .map(url -> new Image(url, text(media, "alt")));
  }

  private static List<Variant> variants(JsonNode connection, List<ProductOption> options) {
    return stream(connection.path("nodes"))
        .sorted(Comparator.comparingInt(node -> node.path("position").asInt()))
        .map(node -> variant(node, options))
        .toList();
  }

  private static Variant variant(JsonNode node, List<ProductOption> options) {
    JsonNode item = node.path("inventoryItem");
    return new Variant(
        id(node),
        text(node, "sku"),
        text(node, "barcode"),
        chosen(node.path("selectedOptions"), options),
        amount(node.path("price")),
        amount(node.path("compareAtPrice")),
        weight(item.path("measurement").path("weight")),
        Optional.empty(),
        stream(node.path("media").path("nodes")).flatMap(m -> image(m).stream()).findFirst(),
        stock(item));
  }

  private static List<String> chosen(JsonNode selected, List<ProductOption> options) {
    Map<String, String> values = new HashMap<>();
    selected.forEach(choice -> values.put(text(choice, "name"), text(choice, "value")));
    return options.stream().map(option -> values.getOrDefault(option.name(), "")).toList();
  }

  private static Optional<BigDecimal> amount(JsonNode money) {
    return Optional.of(money.asText("")).filter(text -> !text.isEmpty()).map(BigDecimal::new);
  }

  /** A weight of zero is one that nobody entered. */
  private static Optional<Weight> weight(JsonNode weight) {
    BigDecimal value = weight.path("value").decimalValue();
    return value.signum() <= 0
        ? Optional.empty()
        : unit(text(weight, "unit")).map(unit -> Weight.of(value, unit));
  }

  private static Optional<Weight.Unit> unit(String word) {
    return switch (word) {
      case "GRAMS" -> Optional.of(Weight.Unit.GRAM);
      case "KILOGRAMS" -> Optional.of(Weight.Unit.KILOGRAM);
      case "OUNCES" -> Optional.of(Weight.Unit.OUNCE);
      case "POUNDS" -> Optional.of(Weight.Unit.POUND);
      default -> Optional.empty();
    };
  }

  private static Stock stock(JsonNode item) {
    if (!item.path("tracked").asBoolean()) {
      return new Stock.Untracked();
    }
    return new Stock.Counted(
        stream(item.path("inventoryLevels").path("nodes"))
            .map(ShopifyTranslator::level)
            .sorted(Comparator.comparing(StockLevel::locationId))
            .toList());
  }

  private static StockLevel level(JsonNode node) {
    long available =
        stream(node.path("quantities"))
            .filter(quantity -> text(quantity, "name").equals("available"))
            .mapToLong(quantity -> quantity.path("quantity").asLong())
            .sum();
    return new StockLevel(id(node.path("location")), available);
  }

  private static Map<String, String> fields(JsonNode product, List<MetafieldName> metafields) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < metafields.size(); i++) {
      JsonNode metafield = product.path(ShopifyDocument.alias(i));
      if (metafield.hasNonNull("value")) {
        fields.put(metafields.get(i).field(), value(metafield));
      }
    }
    return fields;
  }

  /** A list comes as JSON; people read and write it with commas. */
  private static String value(JsonNode metafield) {
    String value = text(metafield, "value");
    if (!text(metafield, "type").startsWith("list.")) {
      return value;
    }
    try {
      return stream(ShopifyApi.JSON.readTree(value))
          .map(entry -> entry.isValueNode() ? entry.asText() : entry.toString())
          .collect(Collectors.joining(", "));
    } catch (JsonProcessingException e) {
      return value;
    }
  }

  private static String id(JsonNode node) {
    return numeric(text(node, "id"));
  }

  /** Empty for what is missing or null. */
  private static String text(JsonNode node, String member) {
    return node.path(member).asText("");
  }

  private static Stream<JsonNode> stream(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }
}
