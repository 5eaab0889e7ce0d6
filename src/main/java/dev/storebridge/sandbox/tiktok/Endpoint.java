package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the endpoint table.
 *
 * @param label method and path template, the name under which calls are counted
 * @param cipher whether shop_cipher is required; where it is not, it is refused
 */
record Endpoint(
    String label,
    String method,
    List<String> template,
    String scope,
    boolean cipher,
    boolean multipart,
    Map<String, Field> query,
    Map<String, Field> body) {

  static Endpoint of(String label, JsonNode row) {
    int blank = label.indexOf(' ');
    return new Endpoint(
        label,
        label.substring(0, blank),
        List.of(label.substring(blank + 1).split("/", -1)),
        row.path("scope").asText(),
        row.path("cipher").asBoolean(),
        row.path("multipart").asBoolean(),
        Field.tree(row.path("query")),
        Field.tree(row.path("body")));
  }

  /** The path parameters when the path fits this template. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != template.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < template.size(); i++) {
      String wanted = template.get(i);
      if (wanted.startsWith("{")) {
        parameters.put(wanted.substring(1, wanted.length() - 1), path.get(i));
      } else if (!wanted.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }

  /** How many fixed segments: a fixed path goes before a template. */
  int fixedSegments() {
    int fixed = 0;
    for (String segment : template) {
      fixed += segment.startsWith("{") ? 0 : 1;
    }
    return fixed;
  }
}
