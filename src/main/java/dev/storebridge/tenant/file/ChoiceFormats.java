package dev.storebridge.tenant.file;

import dev.storebridge.tenant.ListingRules.AttributeRule;
import dev.storebridge.tenant.ListingRules.AttributeSource;
import dev.storebridge.tenant.ListingRules.BrandRule;
import dev.storebridge.tenant.ListingRules.BrandSource;
import dev.storebridge.tenant.ListingRules.CategoryChoice;
import dev.storebridge.tenant.ListingRules.CategoryRule;
import dev.storebridge.tenant.ListingRules.Certificate;
import dev.storebridge.tenant.ListingRules.Compliance;
import dev.storebridge.tenant.ListingRules.When;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of {@code listings} that choose by product: category, brand, attributes, papers. */
final class ChoiceFormats {

  private static final String FIELD = "metafield:[^.\\s:]+\\.\\S+|attribute:\\S[^\\n]*";
  private static final String FIELD_WORDS = "`metafield:<ns>.<key>` or `attribute:<name>`";

  private static final Field<String> TYPE =
      Field.optional("type", Shapes.some(255), "the product's type");
  private static final Field<String> TAG =
      Field.optional("tag", Shapes.some(255), "one of the product's tags");
  private static final Field<String> VENDOR =
      Field.optional("vendor", Shapes.some(255), "the product's vendor");
  private static final Section<When> WHEN_SECTION =
      new Section<>(
          "a mapping of type, tag, vendor", List.of(TYPE, TAG, VENDOR), ChoiceFormats::when);

  private static final Field<When> WHEN =
      Field.optional("when", WHEN_SECTION, "for which products; left out: all");
  private static final Field<When> CATEGORY_WHEN =
      Field.required("when", WHEN_SECTION, "for which products");
  private static final Field<String> USE =
      Field.required("use", RuleFormats.TIKTOK_ID, "the category");

  private static final Field<String> DEFAULT_CATEGORY =
      Field.optional("default", RuleFormats.TIKTOK_ID, "the category where no rule fits");
  private static final Field<List<CategoryChoice>> RULES =
      Field.of(
          "rules",
          new ListShape<>(
              new Section<>(
                  "a rule with `when` and `use`",
                  List.of(CATEGORY_WHEN, USE),
                  values -> new CategoryChoice(values.get(CATEGORY_WHEN), values.get(USE)))),
          "[]",
          "the first that fits decides");
  private static final Field<Boolean> RECOMMEND =
      Field.of(
          "recommend", Shapes.flag(), "false", "let TikTok recommend where nothing else decides");

  static final Section<CategoryRule> CATEGORY =
      new Section<>(
          "a mapping with `default` or `rules`",
          List.of(DEFAULT_CATEGORY, RULES, RECOMMEND),
          ChoiceFormats::category);

  private static final Field<BrandSource> BRAND_FROM =
      Field.of(
          "from",
          Shapes.text(
              "vendor|none|" + FIELD,
              "`vendor`, `none`, " + FIELD_WORDS,
              ChoiceFormats::brandSource),
          "none",
          "where the brand's name comes from");
  private static final Field<String> BRAND_DEFAULT =
      Field.of("default", Shapes.upTo(255), "\"\"", "the brand where the product names none");

  static final Section<BrandRule> BRAND =
      new Section<>(
          "a brand rule",
          List.of(BRAND_FROM, BRAND_DEFAULT),
          values -> new BrandRule(values.get(BRAND_FROM), values.get(BRAND_DEFAULT)));

  private static final Field<String> NAME =
      Field.required("name", Shapes.some(255), "the attribute, as TikTok names it");
  private static final Field<String> VALUE =
      Field.optional("value", Shapes.some(255), "its value for every product");
  private static final Field<AttributeSource> VALUE_FROM =
      Field.optional(
          "from",
          Shapes.text(FIELD, FIELD_WORDS, AttributeSource.Field::new),
          "the product's field with its value");

  static final Section<AttributeRule> ATTRIBUTE =
      new Section<>(
          "an attribute with `name` and `value` or `from`",
          List.of(NAME, VALUE, VALUE_FROM, WHEN),
          ChoiceFormats::attribute);

  private static final Field<String> CERTIFICATE_NAME =
      Field.required("name", Shapes.some(255), "the certificate, as TikTok names it");
  private static final Field<String> CERTIFICATE_FILE =
      Field.required("file", new DocumentShape(), "the document");
  private static final Field<List<Certificate>> CERTIFICATES =
      Field.of(
          "certificates",
          new ListShape<>(
              new Section<>(
                  "a certificate with `name` and `file`",
                  List.of(WHEN, CERTIFICATE_NAME, CERTIFICATE_FILE),
                  values ->
                      new Certificate(
                          values.find(WHEN),
                          values.get(CERTIFICATE_NAME),
                          values.get(CERTIFICATE_FILE)))),
          "[]",
          "documents that go along");
  private static final Field<String> CHART_TEMPLATE =
      Field.optional("template", RuleFormats.TIKTOK_ID, "a template of Seller Center");
  private static final Field<String> CHART_IMAGE =
      Field.optional("image", new DocumentShape(), "a picture");
  private static final Field<Map<String, String>> SIZE_CHART =
      Field.of(
          "size-chart",
          new Section<>(
              "a mapping with `template` or `image`",
              List.of(CHART_TEMPLATE, CHART_IMAGE),
              ChoiceFormats::sizeChart),
          "{}",
          "a template or a picture");
  private static final Field<String> MANUFACTURER =
      Field.of("manufacturer", Shapes.upTo(255), "\"\"", "as registered in Seller Center");
  private static final Field<String> RESPONSIBLE =
      Field.of("responsible-person", Shapes.upTo(255), "\"\"", "as registered in Seller Center");

  static final Section<Compliance> COMPLIANCE =
      new Section<>(
          "a mapping of documents and people",
          List.of(CERTIFICATES, SIZE_CHART, MANUFACTURER, RESPONSIBLE),
          values ->
              new Compliance(
                  values.get(CERTIFICATES),
                  values.get(SIZE_CHART),
                  values.get(MANUFACTURER),
                  values.get(RESPONSIBLE)));

  private ChoiceFormats() {}

  private static When when(Values values) {
    When when = new When(values.find(TYPE), values.find(TAG), values.find(VENDOR));
    if (when.equals(new When(Optional.empty(), Optional.empty(), Optional.empty()))) {
      values.refuse("names no products", "write type, tag or vendor");
    }
    return when;
  }

  private static CategoryRule category(Values values) {
    if (values.find(DEFAULT_CATEGORY).isEmpty() && values.get(RULES).isEmpty()) {
      values.refuse("names no category", "write `default` or `rules`");
    }
    return new CategoryRule(
        values.find(DEFAULT_CATEGORY), values.get(RULES), values.get(RECOMMEND));
  }

  private static BrandSource brandSource(String text) {
    return switch (text) {
      case "vendor" -> new BrandSource.Vendor();
      case "none" -> new BrandSource.None();
      default -> new BrandSource.Field(text);
    };
  }

  private static AttributeRule attribute(Values values) {
    if (values.find(VALUE).isPresent() == values.find(VALUE_FROM).isPresent()) {
      values.refuse("needs either `value` or `from`", "keep exactly one of them");
    }
    AttributeSource source =
        values
            .find(VALUE_FROM)
            .orElseGet(() -> new AttributeSource.Fixed(values.find(VALUE).orElse("")));
    return new AttributeRule(values.get(NAME), source, values.find(WHEN));
  }

  private static Map<String, String> sizeChart(Values values) {
    Map<String, String> chart = new LinkedHashMap<>();
    values.find(CHART_TEMPLATE).ifPresent(id -> chart.put(CHART_TEMPLATE.name(), id));
    values.find(CHART_IMAGE).ifPresent(file -> chart.put(CHART_IMAGE.name(), file));
    if (chart.size() == 2) {
      values.refuse("has both `template` and `image`", "keep one of them");
    }
    return chart;
  }
}
