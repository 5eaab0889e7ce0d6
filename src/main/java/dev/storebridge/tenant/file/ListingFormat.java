package dev.storebridge.tenant.file;

import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Weight;
import dev.storebridge.tenant.ListingRules;
import dev.storebridge.tenant.ListingRules.AdoptBy;
import dev.storebridge.tenant.ListingRules.Compliance;
import dev.storebridge.tenant.ListingRules.OnAdopt;
import dev.storebridge.tenant.ListingRules.OnDelete;
import dev.storebridge.tenant.ListingRules.OwnedField;
import dev.storebridge.tenant.ListingRules.PackageRule;
import dev.storebridge.tenant.ListingRules.Publish;
import dev.storebridge.tenant.ListingRules.Select;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code listings}: how products become listings. */
final class ListingFormat {

  private static final Field<Publish> PUBLISH =
      Field.of("publish", Shapes.choice(Publish.class), "live", "how far listings go");
  private static final Field<Select> SELECT =
      Field.depending("select", SelectFormat.SELECT, "{}", "which products are listed");
  private static final Field<AdoptBy> ADOPT_BY =
      Field.of(
          "adopt-by",
          Shapes.choice(AdoptBy.class),
          "sku",
          "how listings that are there already are recognised");
  private static final Field<OnAdopt> ON_ADOPT =
      Field.of(
          "on-adopt",
          Shapes.choice(OnAdopt.class),
          "stock-and-price",
          "what of an adopted listing follows the store");
  private static final Field<Set<OwnedField>> OWN =
      Field.of(
          "own",
          new SetShape<>(Shapes.choice(OwnedField.class)),
          "[title, description, images, category, attributes, brand, package, price, stock]",
          "what follows the store; the rest belongs to Seller Center");
  private static final Field<Map<String, String>> RENAME =
      Field.of(
          "rename",
          new MapShape(Shapes.some(255), Shapes.some(20)),
          "{}",
          "the store's option to the name of the sales attribute");
  private static final Field<Map<String, String>> OPTIONS =
      Field.of(
          "options",
          new Section<>("a mapping with `rename`", List.of(RENAME), values -> values.get(RENAME)),
          "{}",
          "a product's options");
  private static final Field<OnDelete> ON_DELETE =
      Field.of(
          "on-delete",
          Shapes.choice(OnDelete.class),
          "deactivate",
          "what becomes of a listing whose product is gone");

  private static final Field<Boolean> WEIGHT =
      Field.of(
          "weight",
          Shapes.choice(List.of("from-variant", "default"), "from-variant"::equals),
          "from-variant",
          "the variant's weight, or always `default-weight`");
  private static final Field<Weight> DEFAULT_WEIGHT =
      Field.optional(
          "default-weight", Measures.WEIGHT, "where a variant has none, for example 0.5 kg");
  private static final Field<Dimensions> DIMENSIONS =
      Field.optional(
          "dimensions",
          Measures.DIMENSIONS,
          "of every parcel, for example 20x15x10 cm; else what a WooCommerce shop says of the product");
  private static final Field<PackageRule> PACKAGE =
      Field.of(
          "package",
          new Section<>(
              "a parcel's measures",
              List.of(WEIGHT, DEFAULT_WEIGHT, DIMENSIONS),
              ListingFormat::packaging),
          "{}",
          "how parcels are described where the store does not");
  private static final Field<ListingRules.CategoryRule> CATEGORY =
      Field.required("category", ChoiceFormats.CATEGORY, "where listings are filed");
  private static final Field<ListingRules.BrandRule> BRAND =
      Field.of("brand", ChoiceFormats.BRAND, "{}", "the brand of a listing");
  private static final Field<List<ListingRules.AttributeRule>> ATTRIBUTES =
      Field.of(
          "attributes",
          new ListShape<>(ChoiceFormats.ATTRIBUTE),
          "[]",
          "values of TikTok's product attributes");
  private static final Field<Compliance> COMPLIANCE =
      Field.of(
          "compliance",
          ChoiceFormats.COMPLIANCE,
          "{}",
          "documents and people that a market asks for");

  static final Section<ListingRules> LISTINGS =
      new Section<>(
          "listing rules",
          List.of(
              PUBLISH,
              SELECT,
              ADOPT_BY,
              ON_ADOPT,
              OWN,
              CATEGORY,
              BRAND,
              ATTRIBUTES,
              COMPLIANCE,
              OPTIONS,
              PACKAGE,
              ON_DELETE),
          ListingFormat::listings);

  private ListingFormat() {}

  private static PackageRule packaging(Values values) {
    if (!values.get(WEIGHT) && values.find(DEFAULT_WEIGHT).isEmpty()) {
      values.refuse("`weight: default` needs a default weight", "add `default-weight`");
    }
    return new PackageRule(
        values.get(WEIGHT), values.find(DEFAULT_WEIGHT), values.find(DIMENSIONS));
  }

  private static ListingRules listings(Values values) {
    return new ListingRules(
        values.get(PUBLISH),
        values.get(SELECT),
        values.get(ADOPT_BY),
        values.get(ON_ADOPT),
        values.get(OWN),
        values.get(CATEGORY),
        values.get(BRAND),
        values.get(ATTRIBUTES),
        values.get(COMPLIANCE),
        values.get(OPTIONS),
        values.get(PACKAGE),
        values.get(ON_DELETE));
  }
}
