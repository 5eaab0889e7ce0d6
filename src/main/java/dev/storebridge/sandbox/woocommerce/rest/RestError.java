package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal as WordPress words it: {@code code}, {@code message} and {@code data.status}. */
public final class RestError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient ObjectNode data;
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  /**
   * @param code what callers decide by
   */
  public RestError(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.data = JsonNodeFactory.instance.objectNode().put("status", status);
  }

  /** A parameter that the route does not take. */
  static RestError badParameter(String name, String reason) {
    RestError error = new RestError(400, "rest_invalid_param", "Invalid parameter(s): " + name);
    error.data.putObject("params").put(name, reason);
    return error;
  }

  public static RestError noRoute() {
    return new RestError(
        404, "rest_no_route", "No route was found matching the URL and request method.");
  }

  static RestError unknownProduct(int status) {
    return new RestError(status, "woocommerce_rest_product_invalid_id", "Invalid ID.");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  /** Further members of {@code data}. */
  ObjectNode data() {
    return data;
  }

  /** The same with a header. */
  public RestError with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Map<String, String> headers() {
    return headers;
  }

  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("code", code).put("message", getMessage()).set("data", data);
    return body;
  }
}
