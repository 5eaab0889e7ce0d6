package dev.storebridge.sandbox.catalogue;

import java.util.List;

/** A choice that a shopper makes, such as a colour, with its values in display order. */
public record CatalogueOption(String name, List<String> values) {

  public CatalogueOption {
    values = List.copyOf(values);
  }
}
