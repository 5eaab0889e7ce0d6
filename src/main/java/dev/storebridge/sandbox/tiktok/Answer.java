package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** What goes back over the wire. */
@SuppressWarnings("ArrayRecordComponent") // answers are never compared
record Answer(int status, String contentType, Map<String, String> headers, byte[] body) {

  static final String JSON = "application/json; charset=utf-8";
  static final String HTML = "text/html; charset=utf-8";

  static Answer json(int status, JsonNode node) {
    return new Answer(status, JSON, Map.of(), Json.bytes(node));
  }

  static Answer html(int status, String text) {
    return new Answer(status, HTML, Map.of(), text.getBytes(StandardCharsets.UTF_8));
  }

  static Answer redirect(String location) {
    return new Answer(302, HTML, Map.of("Location", location), new byte[0]);
  }

  /** The envelope of every API answer; {@code data} is null in a refusal. */
  static Answer envelope(int status, int code, String message, JsonNode data, String requestId) {
    ObjectNode envelope = Json.object();
    envelope.put("code", code);
    envelope.put("message", message);
    envelope.set("data", data);
    envelope.put("request_id", requestId);
    return json(status, envelope);
  }

  Answer withHeader(String name, String value) {
    return new Answer(status, contentType, Map.of(name, value), body);
  }

  /** The first half of the body: valid HTTP, broken JSON. */
  Answer cutInHalf() {
    return new Answer(status, contentType, headers, Arrays.copyOf(body, body.length / 2));
  }
}
