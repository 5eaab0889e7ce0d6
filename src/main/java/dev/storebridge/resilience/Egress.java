package dev.storebridge.resilience;

import dev.storebridge.platform.AccountId;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;

/**
 * The one way out to the network. TLS is verified, redirects are followed for GET and HEAD on the
 * same host alone, private and loopback addresses, plain http and odd ports are refused unless
 * {@code storebridge.allow-private-hosts} is on, and no answer is read beyond its cap.
 *
 * <p>Any status is an answer, a redirect that is not followed too: the adapter classifies it.
 */
public interface Egress {

  /**
   * Sends once and reads the whole answer within the request's time-out (30 s when it has none),
   * headers and body together.
   *
   * @param maxBytes cap on the answer's body
   * @throws dev.storebridge.platform.PlatformException {@code RETRY_LATER} for transport faults and
   *     cut-off answers (with unknown outcome unless the request provably was not sent or its
   *     method is GET or HEAD), {@code MERCHANT_FIX} for a refused address or an answer over the
   *     cap
   */
  Answer send(AccountId account, HttpRequest request, int maxBytes);

  /**
   * Sends once and hands the answer's body over as it arrives, for answers too long for the heap.
   * The request's time-out bounds the wait for the headers and each silence of the body.
   *
   * @param maxBytes cap on the answer's body
   * @throws dev.storebridge.platform.PlatformException as {@link #send}; the reader may have seen a
   *     part of the body by then. What the reader itself throws as an unchecked exception comes out
   *     unchanged
   */
  void stream(AccountId account, HttpRequest request, long maxBytes, AnswerReader reader);

  /** An answer, whatever its status. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(int status, HttpHeaders headers, byte[] body) {}

  /** Takes an answer in while it arrives. */
  interface AnswerReader {

    /**
     * Takes one answer in.
     *
     * @param body closed by the egress; what is left unread is dropped with its connection
     * @throws IOException only what reading {@code body} threw
     */
    void read(int status, HttpHeaders headers, InputStream body) throws IOException;
  }
}
