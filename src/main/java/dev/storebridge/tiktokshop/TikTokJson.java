package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * JSON as trees, read tolerantly: an id may come as a string or a number, a list may be missing.
 */
final class TikTokJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TikTokJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree of JSON can always be written", e);
    }
  }

  /** Empty when these bytes are no JSON object. */
  static Optional<JsonNode> parse(byte[] bytes) {
    try {
      return Optional.ofNullable(MAPPER.readTree(bytes)).filter(JsonNode::isObject);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  static JsonNode parse(InputStream stream) throws IOException {
    return MAPPER.readTree(stream);
  }

  /** Text of a string or a number, empty for anything else. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText() : "";
  }

  /** A decimal string; what is missing or no number is nothing. */
  static BigDecimal amount(JsonNode node, String field) {
    String text = text(node, field);
    return text.matches("-?\\d{1,15}(\\.\\d{1,6})?") ? new BigDecimal(text) : BigDecimal.ZERO;
  }

  static List<String> texts(JsonNode node, String field) {
    List<String> texts = new ArrayList<>();
    node.path(field).forEach(value -> texts.add(value.asText()));
    return texts;
  }

  static Stream<JsonNode> each(JsonNode node, String field) {
    JsonNode list = node.path(field);
    return list.isArray() ? list.valueStream() : Stream.empty();
  }
}
