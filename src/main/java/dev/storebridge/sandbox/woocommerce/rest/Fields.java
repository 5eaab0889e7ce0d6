package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code _fields}: what a caller wants to see of an object. */
final class Fields {

  private Fields() {}

  /** The wanted members, all of them without the parameter. */
  static JsonNode cut(JsonNode whole, Ask ask) {
    List<String> wanted = ask.list("_fields");
    if (wanted.isEmpty()) {
      return whole;
    }
    Set<String> names =
        wanted.stream().map(name -> name.split("\\.", 2)[0]).collect(Collectors.toSet());
    (whole.isArray() ? whole : List.of(whole)).forEach(one -> ((ObjectNode) one).retain(names));
    return whole;
  }

  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
