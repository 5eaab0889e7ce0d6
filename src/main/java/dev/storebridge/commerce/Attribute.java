package dev.storebridge.commerce;

import java.util.List;

/**
 * A property of a listing, resolved against the channel's category.
 *
 * @param id the channel's id of the attribute
 * @param name as the category calls it
 */
public record Attribute(String id, String name, List<AttributeValue> values) {

  public Attribute {
    values = List.copyOf(values);
  }
}
