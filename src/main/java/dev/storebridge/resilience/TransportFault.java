package dev.storebridge.resilience;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** Puts what went wrong on the wire into the words and the type of a platform's failure. */
final class TransportFault {

  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final Set<Class<? extends Throwable>> NEVER_SENT =
      Set.of(
          ConnectException.class,
          HttpConnectTimeoutException.class,
          UnresolvedAddressException.class,
          UnknownHostException.class,
          SSLHandshakeException.class);

  private TransportFault() {}

  /** The fault of a request, with unknown outcome when it may have been carried out. */
  static PlatformException of(AccountId account, HttpRequest request, Throwable fault) {
    PlatformException failure =
        retryLater(account, code(fault), words(fault, request.uri().getHost()), fault);
    boolean harmless = READS.contains(request.method()) || neverSent(fault);
    return harmless ? failure : failure.withUnknownOutcome();
  }

  static PlatformException unreachable(AccountId account, String host, Throwable fault) {
    return retryLater(account, "unreachable", words(fault, host), fault);
  }

  /** The answer is longer than we are prepared to read; a write may have been carried out. */
  static PlatformException tooLarge(AccountId account, HttpRequest request, long maxBytes) {
    PlatformException failure =
        PlatformException.of(
            Failure.MERCHANT_FIX,
            account,
            Explanation.of(
                "answer-too-large",
                "%s answered with more than %d bytes".formatted(request.uri().getHost(), maxBytes),
                "",
                "Make what is fetched there smaller."));
    return READS.contains(request.method()) ? failure : failure.withUnknownOutcome();
  }

  private static PlatformException retryLater(
      AccountId account, String code, String cause, Throwable fault) {
    return PlatformException.of(
            Failure.RETRY_LATER,
            account,
            Explanation.of(code, cause, "", "Nothing to do: it is tried again."))
        .causedBy(fault);
  }

  private static boolean neverSent(Throwable fault) {
    return chain(fault)
        .anyMatch(cause -> NEVER_SENT.stream().anyMatch(type -> type.isInstance(cause)));
  }

  private static String code(Throwable fault) {
    if (chain(fault).anyMatch(SSLHandshakeException.class::isInstance)) {
      return "tls";
    }
    if (neverSent(fault)) {
      return "unreachable";
    }
    return isTimeout(fault) ? "timed-out" : "connection-lost";
  }

  private static String words(Throwable fault, String host) {
    return switch (code(fault)) {
      case "tls" -> "The certificate of " + host + " was not accepted";
      case "unreachable" -> host + " cannot be reached";
      case "timed-out" -> host + " did not answer in time";
      default -> "The connection to " + host + " broke";
    };
  }

  private static boolean isTimeout(Throwable fault) {
    return fault instanceof HttpTimeoutException || fault instanceof TimeoutException;
  }

  private static Stream<Throwable> chain(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause).limit(8);
  }
}
