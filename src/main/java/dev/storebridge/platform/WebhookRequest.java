package dev.storebridge.platform;

import java.util.function.UnaryOperator;

/**
 * A webhook as it came in, not yet known to be genuine.
 *
 * @param headers answers a header's value by its name in any case, null when it is missing
 * @param body the very bytes that were signed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WebhookRequest(UnaryOperator<String> headers, byte[] body) {

  /** The header's value, empty when it is missing. */
  public String header(String name) {
    String value = headers.apply(name);
    return value == null ? "" : value;
  }
}
