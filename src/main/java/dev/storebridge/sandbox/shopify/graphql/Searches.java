package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.store.Shelf;
import dev.storebridge.sandbox.shopify.store.StoredLevel;
import dev.storebridge.sandbox.shopify.store.StoredProduct;
import dev.storebridge.sandbox.shopify.store.StoredVariant;

/** Which fields can be searched, and how. */
final class Searches {

  private final Shelf shelf;

  Searches(Shelf shelf) {
    this.shelf = shelf;
  }

  boolean product(StoredProduct product, SearchTerm term) {
    return switch (term.field()) {
      case "id" -> term.matches(product.id());
      case "updated_at" -> term.matches(product.updatedAt());
      case "created_at" -> term.matches(product.createdAt());
      case "status" -> term.matches(product.status());
      case "tag" -> product.tags().stream().anyMatch(term::matches);
      case "tag_not" -> product.tags().stream().noneMatch(term::matches);
      case "vendor" -> term.matches(product.vendor());
      case "product_type" -> term.matches(product.productType());
      case "handle" -> term.matches(product.handle());
      case "title" -> term.matches(product.title());
      case "sku" -> product.variants().stream().anyMatch(v -> term.matches(v.sku()));
      case "barcode" -> product.variants().stream().anyMatch(v -> term.matches(v.barcode()));
      case "" -> word(product.title(), term);
      default -> throw unknown(term);
    };
  }

  boolean variant(StoredVariant variant, SearchTerm term) {
    return switch (term.field()) {
      case "id" -> term.matches(variant.id());
      case "product_id" -> term.matches(variant.productId());
      case "sku" -> term.matches(variant.sku());
      case "barcode" -> term.matches(variant.barcode());
      case "updated_at" -> term.matches(variant.updatedAt());
      case "" -> term.matches(variant.sku()) || word(variant.title(), term);
      default -> throw unknown(term);
    };
  }

  boolean item(Item item, SearchTerm term) {
    return switch (term.field()) {
      case "id" -> term.matches(item.id());
      case "sku" -> term.matches(item.variant().sku());
      case "created_at" -> term.matches(item.variant().createdAt());
      case "updated_at" -> term.matches(item.variant().updatedAt());
      default -> throw unknown(term);
    };
  }

  boolean level(StoredLevel level, SearchTerm term) {
    return switch (term.field()) {
      case "inventory_item_id" -> term.matches(level.itemId());
      case "updated_at" -> term.matches(level.updatedAt());
      case "" -> shelf.variantOfItem(level.itemId()).filter(v -> term.matches(v.sku())).isPresent();
      default -> throw unknown(term);
    };
  }

  private static boolean word(String text, SearchTerm term) {
    for (String word : text.split(" ", -1)) {
      if (term.matches(word)) {
        return true;
      }
    }
    return term.matches(text);
  }

  private static ApiException unknown(SearchTerm term) {
    return SearchQuery.invalid("the field " + term.field() + " cannot be searched here");
  }
}
