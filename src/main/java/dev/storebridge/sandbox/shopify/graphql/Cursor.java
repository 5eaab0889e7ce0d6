package dev.storebridge.sandbox.shopify.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A place in a list: the row it stands after. Opaque to clients, and good only for the list it came
 * from.
 *
 * @param scope what the list was: field, filter and order
 */
record Cursor(long lastId, String lastValue, String scope) {

  private static final ObjectMapper JSON = new ObjectMapper();

  String encoded() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("last_id", lastId);
    members.put("last_value", lastValue);
    members.put("list", Integer.toHexString(scope.hashCode()));
    try {
      return Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(members));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads a cursor back for a list; refuses one of another list. */
  static Cursor decode(String text, String scope) {
    try {
      byte[] json = Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
      JsonNode members = JSON.readTree(json);
      String list = Integer.toHexString(scope.hashCode());
      if (list.equals(members.path("list").asText())) {
        return new Cursor(
            members.path("last_id").asLong(), members.path("last_value").asText(), scope);
      }
    } catch (IllegalArgumentException | IOException e) {
      throw invalid();
    }
    throw invalid();
  }

  private static ApiException invalid() {
    return new ApiException("Invalid cursor for current pagination sort.", "BAD_REQUEST");
  }
}
