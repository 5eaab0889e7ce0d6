package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import java.util.Map;
import java.util.OptionalInt;

/** WooCommerce's REST API of a store, as far as it is read. */
@FunctionalInterface
interface RestApi {

  /**
   * What stands at a path.
   *
   * @throws dev.storebridge.platform.PlatformException for anything but a readable answer
   */
  Reply ask(StoreAccount store, Ask ask);

  /**
   * A read.
   *
   * @param path below {@code wc/v3/}
   */
  record Ask(String path, Map<String, String> query, Urgency urgency) {

    public Ask {
      query = Map.copyOf(query);
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
