package dev.storebridge.sandbox.woocommerce.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a query as PHP does: {@code a[]=1&a[]=2} become {@code a[0]} and {@code a[1]}. */
public final class PhpQuery {

  private PhpQuery() {}

  /**
   * @param text the raw query, may be null
   */
  public static Map<String, String> parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    if (text == null || text.isEmpty()) {
      return values;
    }
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (!name.isEmpty()) {
        values.put(numbered(name, values), value);
      }
    }
    return values;
  }

  private static String numbered(String name, Map<String, String> values) {
    if (!name.endsWith("[]")) {
      return name;
    }
    String stem = name.substring(0, name.length() - 2);
    int next = 0;
    while (values.containsKey(stem + "[" + next + "]")) {
      next++;
    }
    return stem + "[" + next + "]";
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
