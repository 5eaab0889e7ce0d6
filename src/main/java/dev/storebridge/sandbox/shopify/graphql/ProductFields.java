package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.store.Shelf;
import dev.storebridge.sandbox.shopify.store.StoredMedia;
import dev.storebridge.sandbox.shopify.store.StoredMetafield;
import dev.storebridge.sandbox.shopify.store.StoredOption;
import dev.storebridge.sandbox.shopify.store.StoredProduct;
import dev.storebridge.sandbox.shopify.store.StoredValue;
import dev.storebridge.sandbox.shopify.store.StoredVariant;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;

/** The fields of products, their options and their further facts. */
final class ProductFields {

  /** A value of an option within its product, which knows whether a variant uses it. */
  private record OptionValue(StoredValue value, boolean used) {}

  private record Options(StoredProduct product, StoredOption option) {}

  private record Count(int count) {}

  private final Shelf shelf;

  ProductFields(Shelf shelf) {
    this.shelf = shelf;
  }

  List<TypeFields<?>> types() {
    return List.of(product(), option(), optionValue(), count(), category(), metafield());
  }

  private TypeFields<StoredProduct> product() {
    return plainProduct()
        .field("options", p -> p.options().stream().map(o -> new Options(p, o)).toList())
        .field("featuredMedia", p -> p.media().isEmpty() ? null : p.media().getFirst())
        .field("media", (p, env) -> Paging.page(env, p.media(), Sort.byId(StoredMedia::id)))
        .field("mediaCount", p -> new Count(p.media().size()))
        .field("variantsCount", p -> new Count(p.variants().size()))
        .field("variants", (p, env) -> Paging.page(env, p.variants(), position()))
        .field("metafield", ProductFields::metafield)
        .field("metafields", (p, env) -> Paging.page(env, metafields(p, env), metafieldOrder()))
        .field("category", p -> null);
  }

  private TypeFields<StoredProduct> plainProduct() {
    return new TypeFields<>("Product", StoredProduct.class)
        .field("id", p -> Gid.of("Product", p.id()))
        .field("legacyResourceId", p -> Long.toString(p.id()))
        .field("title", StoredProduct::title)
        .field("handle", StoredProduct::handle)
        .field("descriptionHtml", StoredProduct::descriptionHtml)
        .field("vendor", StoredProduct::vendor)
        .field("productType", StoredProduct::productType)
        .field("status", StoredProduct::status)
        .field("tags", StoredProduct::tags)
        .field("createdAt", StoredProduct::createdAt)
        .field("updatedAt", StoredProduct::updatedAt)
        .field("publishedAt", p -> p.status().equals("ACTIVE") ? p.createdAt() : null)
        .field("isGiftCard", p -> false)
        .field("hasOnlyDefaultVariant", StoredProduct::hasOnlyDefaultVariant)
        .field("tracksInventory", p -> p.variants().stream().anyMatch(StoredVariant::tracked))
        .field("totalInventory", this::total);
  }

  private Object total(StoredProduct product) {
    return product.variants().stream().mapToInt(v -> shelf.available(v.itemId())).sum();
  }

  static Sort<StoredVariant> position() {
    return new Sort<>("POSITION", v -> Sort.padded(v.position()), StoredVariant::id, false);
  }

  private static Sort<StoredMetafield> metafieldOrder() {
    return Sort.byId(StoredMetafield::id);
  }

  private static Object metafield(StoredProduct product, DataFetchingEnvironment env) {
    String namespace = env.getArgument("namespace");
    String key = env.getArgument("key");
    return product.metafields().stream()
        .filter(field -> field.namespace().equals(namespace) && field.key().equals(key))
        .findFirst()
        .orElse(null);
  }

  private static List<StoredMetafield> metafields(
      StoredProduct product, DataFetchingEnvironment env) {
    String namespace = env.getArgument("namespace");
    List<String> keys = env.getArgument("keys");
    return product.metafields().stream()
        .filter(field -> namespace == null || field.namespace().equals(namespace))
        .filter(field -> keys == null || keys.contains(field.namespace() + "." + field.key()))
        .toList();
  }

  private static TypeFields<Options> option() {
    return new TypeFields<>("ProductOption", Options.class)
        .field("id", o -> Gid.of("ProductOption", o.option().id()))
        .field("name", o -> o.option().name())
        .field("position", o -> o.option().position())
        .field(
            "optionValues",
            o ->
                o.option().values().stream()
                    .map(value -> new OptionValue(value, uses(o.product(), value)))
                    .toList());
  }

  private static boolean uses(StoredProduct product, StoredValue value) {
    return product.variants().stream()
        .anyMatch(v -> v.choices().stream().anyMatch(choice -> choice.value().equals(value)));
  }

  private static TypeFields<OptionValue> optionValue() {
    return new TypeFields<>("ProductOptionValue", OptionValue.class)
        .field("id", o -> Gid.of("ProductOptionValue", o.value().id()))
        .field("name", o -> o.value().name())
        .field("hasVariants", OptionValue::used);
  }

  /** The value of an option as a chosen one, which therefore has a variant. */
  static Object chosen(StoredValue value) {
    return new OptionValue(value, true);
  }

  static Object count(int number) {
    return new Count(number);
  }

  private static TypeFields<Count> count() {
    return new TypeFields<>("Count", Count.class)
        .field("count", Count::count)
        .field("precision", c -> "EXACT");
  }

  /** The demo shop's products carry no category of Shopify's taxonomy. */
  private static TypeFields<Void> category() {
    return new TypeFields<>("TaxonomyCategory", Void.class)
        .field("id", c -> null)
        .field("name", c -> null)
        .field("fullName", c -> null);
  }

  private static TypeFields<StoredMetafield> metafield() {
    return new TypeFields<>("Metafield", StoredMetafield.class)
        .field("id", m -> Gid.of("Metafield", m.id()))
        .field("namespace", StoredMetafield::namespace)
        .field("key", StoredMetafield::key)
        .field("type", m -> "single_line_text_field")
        .field("value", StoredMetafield::value)
        .field("updatedAt", StoredMetafield::updatedAt);
  }
}
