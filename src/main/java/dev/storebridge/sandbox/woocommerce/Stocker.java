package dev.storebridge.sandbox.woocommerce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.catalogue.CatalogueOption;
import dev.storebridge.sandbox.catalogue.CatalogueProduct;
import dev.storebridge.sandbox.catalogue.CatalogueVariant;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.store.Photos;
import dev.storebridge.sandbox.woocommerce.store.Shelf;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts a catalogue on the shelf, the way a WooCommerce merchant would: what all variations share,
 * such as weight, picture or stock, stands at the product alone.
 */
final class Stocker {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<String, BigDecimal> GRAMS =
      Map.of(
          "kg", new BigDecimal("1000"),
          "g", BigDecimal.ONE,
          "lbs", new BigDecimal("453.59237"),
          "oz", new BigDecimal("28.349523"));

  /** The names that this merchant set up once for the whole shop; others are each product's own. */
  private static final Set<String> GLOBAL = Set.of("Colour");

  private static final Map<String, String> STATUSES =
      Map.of("active", "publish", "draft", "draft", "archived", "private");

  private final Shelf shelf;
  private final Photos photos;
  private final Terms terms;
  private final String weightUnit;

  Stocker(Shelf shelf, Photos photos, Terms terms, String weightUnit) {
    this.shelf = shelf;
    this.photos = photos;
    this.terms = terms;
    this.weightUnit = weightUnit;
  }

  /** Adds a product with its variations, whatever the shop's rules would say of it. */
  Item add(CatalogueProduct product) {
    synchronized (shelf) {
      boolean simple = product.options().isEmpty() && product.variants().size() == 1;
      ObjectNode facts = facts(product);
      if (simple) {
        CatalogueVariant only = product.variants().get(0);
        offer(facts, only, keepsStock(product, only));
        facts.put("weight", weight(only.grams()));
        return shelf.add(0, facts);
      }
      return variable(product, facts);
    }
  }

  private Item variable(CatalogueProduct product, ObjectNode facts) {
    facts.put("type", "variable");
    facts.put("sku", "");
    boolean perProduct = perProduct(product);
    if (perProduct) {
      int units = product.variants().stream().mapToInt(Stocker::units).sum();
      facts.put("manage_stock", true).put("stock_quantity", units);
    }
    boolean sameWeight = shared(product, CatalogueVariant::grams);
    boolean samePicture = shared(product, CatalogueVariant::picture);
    if (sameWeight) {
      facts.put("weight", weight(product.variants().get(0).grams()));
    }
    Item parent = shelf.add(0, facts);
    for (CatalogueVariant variant : product.variants()) {
      ObjectNode variation = JSON.objectNode();
      offer(variation, variant, variant.tracked() && !perProduct);
      if (!sameWeight) {
        variation.put("weight", weight(variant.grams()));
      }
      if (!samePicture && variant.picture() >= 0) {
        variation.set("image", photos.add(product.pictures().get(variant.picture())).reference());
      }
      variation.set("attributes", choices(product.options(), variant.choices()));
      shelf.add(parent.id(), variation);
    }
    return shelf.product(parent.id()).orElseThrow();
  }

  private static boolean perProduct(CatalogueProduct product) {
    return "product".equals(product.metafields().get("stock.kept-per"));
  }

  private static boolean keepsStock(CatalogueProduct product, CatalogueVariant variant) {
    return variant.tracked() || perProduct(product);
  }

  private static boolean shared(CatalogueProduct product, Function<CatalogueVariant, Object> fact) {
    return product.variants().stream().map(fact).distinct().count() == 1
        && product.variants().stream().map(fact).allMatch(Objects::nonNull);
  }

  private ObjectNode facts(CatalogueProduct product) {
    ObjectNode facts = JSON.objectNode();
    facts.put("name", product.title()).put("slug", product.handle());
    facts.put("status", STATUSES.getOrDefault(product.status(), "publish"));
    facts.put("description", product.descriptionHtml());
    facts.putArray("categories").add(terms.term("categories", product.type()));
    facts.putArray("brands").add(terms.term("brands", product.vendor()));
    ArrayNode tags = facts.putArray("tags");
    product.tags().forEach(tag -> tags.add(terms.term("tags", tag)));
    ArrayNode images = facts.putArray("images");
    product.pictures().forEach(picture -> images.add(photos.add(picture).reference()));
    attributes(facts.putArray("attributes"), product);
    size(facts, product.metafields().get("package.cm"));
    facts
        .putArray("meta_data")
        .addObject()
        .put("id", shelf.nextId())
        .put("key", "_supplier")
        .put("value", product.vendor());
    return facts;
  }

  private void attributes(ArrayNode attributes, CatalogueProduct product) {
    for (CatalogueOption option : product.options()) {
      attribute(attributes, option.name(), option.values(), true);
    }
    String material = product.metafields().get("custom.material");
    if (material != null) {
      attribute(attributes, "Material", List.of(material), false);
    }
  }

  private void attribute(ArrayNode attributes, String name, List<String> values, boolean choice) {
    ObjectNode attribute = named(name, name).put("position", 0);
    attributes.add(attribute);
    attribute.put("visible", true).put("variation", choice);
    ArrayNode options = attribute.putArray("options");
    values.forEach(options::add);
  }

  private static void size(ObjectNode facts, String centimetres) {
    if (centimetres != null) {
      String[] sides = centimetres.split("x", 3);
      ObjectNode dimensions = facts.putObject("dimensions");
      dimensions.put("length", sides[0]).put("width", sides[1]).put("height", sides[2]);
    }
  }

  /** Id, name and slug of an attribute; the slug of one of the whole shop has a prefix. */
  private ObjectNode named(String name, String slug) {
    boolean global = GLOBAL.contains(name);
    return JSON.objectNode()
        .put("id", global ? terms.term("attributes", name).path("id").asLong() : 0)
        .put("name", name)
        .put("slug", global ? "pa_" + name.toLowerCase(Locale.ROOT) : slug);
  }

  private ArrayNode choices(List<CatalogueOption> options, List<String> values) {
    ArrayNode choices = JSON.arrayNode();
    for (int i = 0; i < values.size(); i++) {
      String name = options.get(i).name();
      choices.add(named(name, name.toLowerCase(Locale.ROOT)).put("option", values.get(i)));
    }
    return choices;
  }

  private static void offer(ObjectNode facts, CatalogueVariant variant, boolean keepsStock) {
    facts.put("sku", Objects.requireNonNullElse(variant.sku(), ""));
    facts.put("global_unique_id", Objects.requireNonNullElse(variant.barcode(), ""));
    boolean sale = variant.compareAt() != null && variant.price() != null;
    facts.put("regular_price", amount(sale ? variant.compareAt() : variant.price()));
    facts.put("sale_price", sale ? amount(variant.price()) : "");
    if (keepsStock) {
      facts.put("manage_stock", true).put("stock_quantity", units(variant));
    }
  }

  private static int units(CatalogueVariant variant) {
    return variant.stock().stream().mapToInt(Integer::intValue).sum();
  }

  private static String amount(BigDecimal amount) {
    return amount == null ? "" : amount.toPlainString();
  }

  private String weight(Integer grams) {
    if (grams == null) {
      return "";
    }
    return new BigDecimal(grams)
        .divide(GRAMS.getOrDefault(weightUnit, GRAMS.get("kg")), MathContext.DECIMAL32)
        .stripTrailingZeros()
        .toPlainString();
  }
}
