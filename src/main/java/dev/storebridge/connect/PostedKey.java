package dev.storebridge.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/** The JSON that a shop posts with its key. */
final class PostedKey {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PostedKey() {}

  /**
   * Its members as texts.
   *
   * @throws ConnectRefusal when it is no JSON object
   */
  static Map<String, String> members(String body) {
    Map<String, String> members = new HashMap<>();
    read(body)
        .properties()
        .forEach(member -> members.put(member.getKey(), member.getValue().asText("")));
    return members;
  }

  private static JsonNode read(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException notJson) {
      throw unreadable();
    }
    throw unreadable();
  }

  private static ConnectRefusal unreadable() {
    return ConnectRefusal.bad(
        "not-a-key",
        "This is not what WooCommerce posts when a key is handed over.",
        "Open a connect link and approve the access on the shop's own page.");
  }
}
