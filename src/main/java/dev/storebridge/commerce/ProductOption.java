package dev.storebridge.commerce;

import java.util.List;

/** A kind of choice such as Colour, with its values in the store's order. */
public record ProductOption(String name, List<String> values) {

  public ProductOption {
    values = List.copyOf(values);
  }
}
