package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.store.Shelf;
import dev.storebridge.sandbox.shopify.store.StoredChoice;
import dev.storebridge.sandbox.shopify.store.StoredMedia;
import dev.storebridge.sandbox.shopify.store.StoredProduct;
import dev.storebridge.sandbox.shopify.store.StoredVariant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The fields of variants. */
final class VariantFields {

  private final Shelf shelf;

  VariantFields(Shelf shelf) {
    this.shelf = shelf;
  }

  List<TypeFields<?>> types() {
    return List.of(variant(), selected());
  }

  private TypeFields<StoredVariant> variant() {
    return plain()
        .field("displayName", v -> product(v).title() + " - " + v.title())
        .field("product", this::product)
        .field("availableForSale", v -> !v.tracked() || shelf.available(v.itemId()) > 0)
        .field("inventoryQuantity", v -> shelf.available(v.itemId()))
        .field("selectedOptions", StoredVariant::choices)
        .field("media", (v, env) -> Paging.page(env, media(v), Sort.byId(StoredMedia::id)))
        .field("metafield", v -> null)
        .field("inventoryItem", v -> new Item(v))
        .needs("inventoryItem", "read_inventory", "read_products");
  }

  private static TypeFields<StoredVariant> plain() {
    return new TypeFields<>("ProductVariant", StoredVariant.class)
        .field("id", v -> Gid.of("ProductVariant", v.id()))
        .field("legacyResourceId", v -> Long.toString(v.id()))
        .field("title", StoredVariant::title)
        .field("sku", StoredVariant::sku)
        .field("barcode", StoredVariant::barcode)
        .field("position", StoredVariant::position)
        .field("price", v -> padded(v.price()))
        .field("compareAtPrice", v -> padded(v.compareAt()))
        .field("taxable", v -> true)
        .field("inventoryPolicy", v -> "DENY")
        .field("createdAt", StoredVariant::createdAt)
        .field("updatedAt", StoredVariant::updatedAt);
  }

  private static TypeFields<StoredChoice> selected() {
    return new TypeFields<>("SelectedOption", StoredChoice.class)
        .field("name", StoredChoice::option)
        .field("value", choice -> choice.value().name())
        .field("optionValue", choice -> ProductFields.chosen(choice.value()));
  }

  private StoredProduct product(StoredVariant variant) {
    return shelf.product(variant.productId()).orElseThrow();
  }

  private List<StoredMedia> media(StoredVariant variant) {
    return product(variant).media().stream().filter(m -> m.id() == variant.mediaId()).toList();
  }

  /** The scalar Money is padded to two places, unlike the amounts of MoneyV2. */
  private static Object padded(BigDecimal amount) {
    return amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
