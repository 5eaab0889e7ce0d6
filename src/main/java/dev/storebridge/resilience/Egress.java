package dev.storebridge.resilience;

import dev.storebridge.platform.AccountId;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;

/**
 * The one way out to the network. TLS is verified, redirects are not followed across hosts, private
 * and loopback addresses, plain http and odd ports are refused unless {@code
 * storebridge.allow-private-hosts} is on, and no answer is read beyond its cap.
 */
public interface Egress {

  /**
   * Sends once and reads the whole answer.
   *
   * @param maxBytes cap on the answer's body
   * @throws dev.storebridge.platform.PlatformException {@code RETRY_LATER} for transport faults and
   *     cut-off answers (with unknown outcome unless the request provably was not sent or its
   *     method is GET or HEAD), {@code MERCHANT_FIX} for a refused address or an answer over the
   *     cap
   */
  Answer send(AccountId account, HttpRequest request, int maxBytes);

  /** An answer, whatever its status. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(int status, HttpHeaders headers, byte[] body) {}
}
