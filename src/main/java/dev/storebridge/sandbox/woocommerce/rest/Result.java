package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a route answers. */
public record Result(int status, JsonNode body, Map<String, String> headers) {

  /** 200. */
  public static Result ok(JsonNode body) {
    return new Result(200, body, Map.of());
  }

  /** 201 with the address of what came to be. */
  static Result created(JsonNode body, String location) {
    return new Result(201, body, Map.of("Location", location));
  }

  /** A refusal. */
  public static Result of(RestError error) {
    return new Result(error.status(), error.body(), error.headers());
  }

  Result with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Result(status, body, more);
  }

  /** The same on the wire. */
  public Reply reply() {
    Reply reply = Reply.of(status, "application/json; charset=UTF-8", PhpJson.bytes(body));
    for (Map.Entry<String, String> header : headers.entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply;
  }
}
