package dev.storebridge.sandbox.shopify.store;

import java.util.List;

/** An option of a product with its values. */
public record StoredOption(long id, String name, int position, List<StoredValue> values) {

  StoredValue value(String name) {
    return values.stream().filter(value -> value.name().equals(name)).findFirst().orElseThrow();
  }
}
