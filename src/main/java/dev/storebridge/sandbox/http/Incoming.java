package dev.storebridge.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A request as it arrived. Header names are looked up without regard to case. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only passed on
public record Incoming(
    String method, String path, String query, UnaryOperator<String> headers, byte[] body) {

  /** A header, null when it was not sent. */
  public String header(String name) {
    return headers.apply(name);
  }

  /** The parameters of the address. */
  public Map<String, String> parameters() {
    return decoded(query);
  }

  /** The body as a form. */
  public Map<String, String> form() {
    return decoded(new String(body, StandardCharsets.UTF_8));
  }

  private static Map<String, String> decoded(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    if (text == null || text.isEmpty()) {
      return values;
    }
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      values.put(
          URLDecoder.decode(name, StandardCharsets.UTF_8),
          URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return values;
  }
}
