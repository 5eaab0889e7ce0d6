package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** JSON as PHP writes it: slashes escaped, nothing but ASCII. */
public final class PhpJson {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HexFormat HEX = HexFormat.of();

  private PhpJson() {}

  /** The text's bytes, all of them ASCII. */
  public static byte[] bytes(JsonNode node) {
    return text(node).getBytes(StandardCharsets.US_ASCII);
  }

  static String text(JsonNode node) {
    String plain;
    try {
      plain = JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    StringBuilder php = new StringBuilder(plain.length() + plain.length() / 8);
    for (int i = 0; i < plain.length(); i++) {
      char letter = plain.charAt(i);
      if (letter == '/') {
        php.append("\\/");
      } else if (letter > 0x7e) {
        php.append("\\u").append(HEX.toHexDigits(letter));
      } else {
        php.append(letter);
      }
    }
    return php.toString();
  }
}
