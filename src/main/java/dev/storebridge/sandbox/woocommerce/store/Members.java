package dev.storebridge.sandbox.woocommerce.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The members of a product or a variation: in which order they are shown, what they are when nobody
 * set them, and which may be written.
 */
public final class Members {

  private static final JsonNode FILE = read();

  /** Those of a product. */
  public static final Members PRODUCT = new Members(FILE.path("product"));

  /** Those of a variation. */
  public static final Members VARIATION = new Members(FILE.path("variation"));

  private final ObjectNode blank;
  private final JsonNode writable;

  private Members(JsonNode file) {
    this.blank = (ObjectNode) file.path("blank");
    this.writable = file.path("write");
  }

  /** A fresh object with every member in order. */
  public ObjectNode blank() {
    return blank.deepCopy();
  }

  JsonNode standard(String member) {
    return blank.path(member);
  }

  /** The type of a member that may be written, or the values it may have; empty for the others. */
  public String typeOf(String member) {
    return writable.path(member).asText("");
  }

  private static JsonNode read() {
    try (InputStream file =
        Members.class.getResourceAsStream("/sandbox/woocommerce/members.json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The members of products cannot be read", e);
    }
  }
}
