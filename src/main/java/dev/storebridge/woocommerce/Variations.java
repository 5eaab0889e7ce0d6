package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Where the variations of a product come from; several are asked for at a time. */
@FunctionalInterface
interface Variations {

  /** All of a variable product, in any order. */
  List<JsonNode> of(JsonNode product);
}
