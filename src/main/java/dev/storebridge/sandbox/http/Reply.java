package dev.storebridge.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer and how it reaches the client.
 *
 * @param file sent instead of the body when it is not null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only passed on
public record Reply(
    int status,
    Map<String, String> headers,
    byte[] body,
    Path file,
    Delivery delivery,
    Duration delay) {

  /** Whole, cut off in the middle, or a closed connection instead. */
  public enum Delivery {
    WHOLE,
    CUT,
    CLOSED
  }

  /** The mapper of every answer. */
  public static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  /** Whatever the mapper makes of the body. */
  public static Reply json(int status, Object body) {
    try {
      byte[] bytes = JSON.writeValueAsBytes(body);
      return of(status, "application/json; charset=utf-8", bytes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A page. */
  public static Reply html(int status, String page) {
    return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  /** These bytes. */
  public static Reply of(int status, String contentType, byte[] body) {
    return new Reply(
        status, Map.of("Content-Type", contentType), body, null, Delivery.WHOLE, Duration.ZERO);
  }

  /** A file, streamed. */
  public static Reply file(String contentType, Path file) {
    return new Reply(
        200, Map.of("Content-Type", contentType), new byte[0], file, Delivery.WHOLE, Duration.ZERO);
  }

  /** No answer at all: the connection closes. */
  public static Reply closed() {
    return new Reply(0, Map.of(), new byte[0], null, Delivery.CLOSED, Duration.ZERO);
  }

  /** The same, broken off in the middle. */
  public Reply cut() {
    return new Reply(status, headers, body, file, Delivery.CUT, delay);
  }

  /** The same, so much later. */
  public Reply after(Duration longer) {
    return new Reply(status, headers, body, file, delivery, delay.plus(longer));
  }

  /** The same with a header, replacing one of its name. */
  public Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body, file, delivery, delay);
  }
}
