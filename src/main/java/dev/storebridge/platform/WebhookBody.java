package dev.storebridge.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The few values that are read of a webhook's body, in one pass and without keeping the rest. Ids
 * stay text, so that long numbers lose no digit.
 */
public final class WebhookBody {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, List<String>> found = new HashMap<>();

  private WebhookBody() {}

  /**
   * Reads what can be read; a body that is no JSON object yields what came before its fault.
   *
   * @param paths member names joined by dots; the elements of arrays have their array's path
   */
  public static WebhookBody read(byte[] json, Set<String> paths) {
    WebhookBody body = new WebhookBody();
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        body.members(parser, "", paths);
      }
    } catch (IOException notJson) {
      // Genuine but unreadable: the signal is kept with what its headers say.
    }
    return body;
  }

  private void members(JsonParser parser, String prefix, Set<String> paths) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String path = prefix + parser.currentName();
      parser.nextToken();
      value(parser, path, paths);
    }
  }

  private void value(JsonParser parser, String path, Set<String> paths) throws IOException {
    JsonToken token = parser.currentToken();
    boolean leadsOn = paths.stream().anyMatch(wanted -> wanted.startsWith(path + "."));
    if (token == JsonToken.START_OBJECT && leadsOn) {
      members(parser, path + ".", paths);
    } else if (token == JsonToken.START_ARRAY && (leadsOn || paths.contains(path))) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        value(parser, path, paths);
      }
    } else if (token.isScalarValue() && paths.contains(path)) {
      if (token != JsonToken.VALUE_NULL) {
        found.computeIfAbsent(path, any -> new ArrayList<>()).add(parser.getText());
      }
    } else {
      parser.skipChildren();
    }
  }

  /** All values at a path, in the body's order. */
  public List<String> all(String path) {
    return found.getOrDefault(path, List.of());
  }

  /** The first value at a path, empty when there is none. */
  public String first(String path) {
    List<String> values = all(path);
    return values.isEmpty() ? "" : values.getFirst();
  }
}
