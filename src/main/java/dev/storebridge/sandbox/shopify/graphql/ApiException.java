package dev.storebridge.sandbox.shopify.graphql;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal that becomes one entry of {@code errors}, with Shopify's code in its extensions. */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, Object> extensions = new LinkedHashMap<>();

  public ApiException(String message, String code) {
    this(message, code, Map.of());
  }

  public ApiException(String message, String code, Map<String, Object> more) {
    super(message);
    extensions.put("code", code);
    extensions.putAll(more);
  }

  static ApiException invalidId() {
    return new ApiException("invalid id", "RESOURCE_NOT_FOUND");
  }

  /** The code and its companions as the answer shows them. */
  public Map<String, Object> extensions() {
    return extensions;
  }

  /** The error without a place in the document. */
  public Map<String, Object> asError() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", getMessage());
    error.put("extensions", extensions);
    return error;
  }
}
