package dev.storebridge.sandbox.tiktok;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One HTTP request as it arrived. Query values are decoded; those of a doubled name are joined by
 * commas.
 *
 * @param query decoded parameters
 * @param contentTypes every Content-Type line
 * @param arrivedNanos monotonic clock at arrival, comparable within this process only
 * @param arrivedEpochNanos wall clock at arrival, comparable across processes of one machine
 */
@SuppressWarnings("ArrayRecordComponent") // requests are never compared
record Request(
    String method,
    String path,
    Map<String, String> query,
    List<String> contentTypes,
    String token,
    byte[] body,
    long arrivedNanos,
    long arrivedEpochNanos) {

  static Map<String, String> decode(String query) {
    Map<String, String> values = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return values;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      values.merge(unescape(name), unescape(value), (first, next) -> first + "," + next);
    }
    return values;
  }

  private static String unescape(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  String mediaType() {
    if (contentTypes.isEmpty()) {
      return "";
    }
    return contentTypes.get(0).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  boolean multipart() {
    return mediaType().equals("multipart/form-data");
  }

  byte[] signedBody() {
    return multipart() ? new byte[0] : body;
  }

  /** A query parameter; empty when it was not sent. */
  String query(String name) {
    return query.getOrDefault(name, "");
  }
}
