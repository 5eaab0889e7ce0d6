package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import java.util.Map;

/** Shopify's GraphQL Admin API of a store. */
@FunctionalInterface
interface AdminApi {

  /**
   * The {@code data} of the answer, complete: an answer with any error in it is a fault.
   *
   * @throws dev.storebridge.platform.PlatformException for anything else
   */
  JsonNode ask(StoreAccount store, Query query);

  /** A document with its variables, and who waits for the answer. */
  record Query(ShopifyDocument document, Map<String, ?> variables, Urgency urgency) {}
}
