package dev.storebridge.sandbox.shopify.store;

import java.util.OptionalLong;

/** Shopify's global ids, {@code gid://shopify/Product/123}. */
public final class Gid {

  private static final String PREFIX = "gid://shopify/";

  private Gid() {}

  public static String of(String type, long number) {
    return PREFIX + type + "/" + number;
  }

  /** A stock level's id carries its item as a query part; clients must keep it. */
  public static String ofLevel(long locationId, long itemId) {
    return PREFIX + "InventoryLevel/" + locationId + "?inventory_item_id=" + itemId;
  }

  /** The number of an id of this type; empty for a foreign or malformed one. */
  public static OptionalLong number(String type, String gid) {
    String start = PREFIX + type + "/";
    if (gid == null || !gid.startsWith(start)) {
      return OptionalLong.empty();
    }
    String digits = gid.substring(start.length());
    boolean sound = digits.length() <= 18 && digits.matches("[0-9]+");
    return sound ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
  }

  /** The type of a well-formed id, an empty text otherwise. */
  public static String type(String gid) {
    if (gid == null || !gid.startsWith(PREFIX)) {
      return "";
    }
    int slash = gid.indexOf('/', PREFIX.length());
    return slash < 0 ? "" : gid.substring(PREFIX.length(), slash);
  }
}
