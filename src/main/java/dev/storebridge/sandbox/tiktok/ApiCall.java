package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A call that passed the gateway.
 *
 * @param shop the cipher's shop, or the first of the grant where no cipher is taken
 */
record ApiCall(
    Request request,
    Endpoint endpoint,
    Map<String, String> path,
    Grant grant,
    Shop shop,
    ObjectNode body) {

  String query(String name) {
    return request.query(name);
  }

  String productId() {
    return path.getOrDefault("product_id", "");
  }
}
