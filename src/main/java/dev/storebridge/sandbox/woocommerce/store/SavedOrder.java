package dev.storebridge.sandbox.woocommerce.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * An order.
 *
 * @param facts the members as the API names them, without id and dates; treated as immutable
 * @param paid null while it is not
 * @param completed null while it is not
 */
public record SavedOrder(
    long id, ObjectNode facts, Instant created, Instant modified, Instant paid, Instant completed) {

  public String status() {
    return facts.path("status").asText();
  }

  /** A member as text, empty for none. */
  public String text(String member) {
    return facts.path(member).asText("");
  }

  /** The value of a meta member, empty for none. */
  public String meta(String key) {
    for (JsonNode one : facts.path("meta_data")) {
      if (one.path("key").asText().equals(key)) {
        return one.path("value").asText();
      }
    }
    return "";
  }

  SavedOrder with(ObjectNode others, Instant now, Instant paidAt, Instant completedAt) {
    return new SavedOrder(id, others, created, now, paidAt, completedAt);
  }
}
