package dev.storebridge.sandbox.shopify.graphql;

import java.util.Map;

/** What a client posts. */
public record GraphRequest(String query, String operationName, Map<String, Object> variables) {

  public GraphRequest {
    variables = variables == null ? Map.of() : variables;
  }
}
