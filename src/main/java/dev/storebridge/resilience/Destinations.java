package dev.storebridge.resilience;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Where requests may go: https on its own port, to hosts all of whose addresses are public.
 *
 * <p>A name that resolves to a public address here and to a private one a moment later gains
 * nothing: the JVM keeps a positive look-up for 30 s (security property {@code
 * networkaddress.cache.ttl}), so the connection uses the addresses that were judged; and should the
 * entry expire in between, TLS asks the private host for a certificate of the public name before a
 * byte of the request is sent.
 */
final class Destinations {

  private static final int HTTPS_PORT = 443;

  private final boolean anywhere;

  /**
   * @param anywhere lets plain http, odd ports and private addresses pass
   */
  Destinations(boolean anywhere) {
    this.anywhere = anywhere;
  }

  /**
   * @throws PlatformException {@code MERCHANT_FIX} when requests may not go there, {@code
   *     RETRY_LATER} when the name cannot be resolved
   */
  void check(AccountId account, URI uri) {
    if (anywhere) {
      return;
    }
    if (!"https".equalsIgnoreCase(uri.getScheme())) {
      throw refused(account, "The address of " + uri.getHost() + " is not an https address");
    }
    if (uri.getPort() != -1 && uri.getPort() != HTTPS_PORT) {
      throw refused(account, "The address of " + uri.getHost() + " names port " + uri.getPort());
    }
    checkAddresses(account, uri.getHost());
  }

  private static void checkAddresses(AccountId account, String host) {
    InetAddress[] addresses;
    try {
      addresses = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw TransportFault.unreachable(account, host, e);
    }
    for (InetAddress address : addresses) {
      if (!PublicAddresses.contains(address)) {
        throw refused(account, host + " resolves to an address that is not on the internet");
      }
    }
  }

  private static PlatformException refused(AccountId account, String cause) {
    return PlatformException.of(
        Failure.MERCHANT_FIX,
        account,
        Explanation.of(
            "address-refused", cause, "url", "Give an https address of a public host, port 443."));
  }
}
