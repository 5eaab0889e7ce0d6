package dev.storebridge.sandbox.shopify.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A variant with its inventory item.
 *
 * @param price never null: Shopify shows 0.00 for a variant nobody priced
 * @param grams null for one nobody weighed
 * @param mediaId 0 without a picture of its own
 */
public record StoredVariant(
    long id,
    long itemId,
    long productId,
    int position,
    List<StoredChoice> choices,
    String sku,
    String barcode,
    BigDecimal price,
    BigDecimal compareAt,
    Integer grams,
    boolean tracked,
    long mediaId,
    Instant createdAt,
    Instant updatedAt) {

  public String title() {
    return String.join(" / ", choices.stream().map(choice -> choice.value().name()).toList());
  }

  /** A copy with other commercial values, dated now when something differs. */
  public StoredVariant with(VariantEdit edit, Instant now) {
    StoredVariant edited = apply(edit, updatedAt);
    return edited.equals(this) ? this : apply(edit, now);
  }

  /** A copy that names an option otherwise. */
  StoredVariant withOptionRenamed(String from, String to) {
    List<StoredChoice> renamed =
        choices.stream()
            .map(
                choice ->
                    choice.option().equals(from) ? new StoredChoice(to, choice.value()) : choice)
            .toList();
    return new StoredVariant(
        id, itemId, productId, position, renamed, sku, barcode, price, compareAt, grams, tracked,
        mediaId, createdAt, updatedAt);
  }

  private StoredVariant apply(VariantEdit edit, Instant at) {
    return new StoredVariant(
        id,
        itemId,
        productId,
        position,
        choices,
        edit.sku().orElse(sku),
        edit.barcode().orElse(barcode),
        edit.price().orElse(price),
        edit.compareAt().isPresent() ? edit.compareAt().get().amount() : compareAt,
        grams,
        edit.tracked().orElse(tracked),
        mediaId,
        createdAt,
        at);
  }
}
