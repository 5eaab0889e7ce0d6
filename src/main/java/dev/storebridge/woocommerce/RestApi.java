package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** WooCommerce's REST API of a store. */
@FunctionalInterface
interface RestApi {

  /**
   * What the shop answers.
   *
   * @throws dev.storebridge.platform.PlatformException for anything but a readable answer
   */
  Reply ask(StoreAccount store, Ask ask);

  /**
   * A request.
   *
   * @param path below {@code wc/v3/}
   * @param body of a write, empty for reads and deletions
   * @param once true when a lost answer must not lead to a repetition
   */
  record Ask(
      String verb,
      String path,
      Map<String, String> query,
      Optional<JsonNode> body,
      Urgency urgency,
      boolean once) {

    public Ask {
      query = Map.copyOf(query);
    }

    /** A request that may be repeated. */
    Ask(
        String verb,
        String path,
        Map<String, String> query,
        Optional<JsonNode> body,
        Urgency urgency) {
      this(verb, path, query, body, urgency, false);
    }

    /** A create that the shop would carry out a second time. */
    static Ask creating(String path, Map<String, String> query, JsonNode body, Urgency urgency) {
      return new Ask("POST", path, query, Optional.of(body), urgency, true);
    }

    /** A read. */
    Ask(String path, Map<String, String> query, Urgency urgency) {
      this("GET", path, query, Optional.empty(), urgency);
    }

    boolean write() {
      return !verb.equals("GET");
    }
  }

  /**
   * An answer.
   *
   * @param total how many entries the whole list has; empty when the shop does not say
   * @param pages how many pages
   */
  record Reply(JsonNode body, OptionalInt total, OptionalInt pages) {}
}
