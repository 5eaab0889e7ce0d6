package dev.storebridge.sandbox.woocommerce;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;

/** Which addresses the shop's server calls: none of its own network and no odd ports. */
final class Addresses {

  private static final Set<Integer> PORTS = Set.of(-1, 80, 443, 8080);

  private Addresses() {}

  /**
   * @param secure whether it must be https
   * @param anywhere whether loopback, private networks, http and any port will do
   */
  static boolean mayBeCalled(String address, boolean secure, boolean anywhere) {
    try {
      URI url = URI.create(address);
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (!web || url.getHost() == null) {
        return false;
      }
      return anywhere
          || ((!secure || "https".equals(url.getScheme()))
              && PORTS.contains(url.getPort())
              && isPublic(url.getHost()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A name that nobody knows is left to the call itself. */
  private static boolean isPublic(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      return !address.isLoopbackAddress()
          && !address.isSiteLocalAddress()
          && !address.isLinkLocalAddress()
          && !address.isAnyLocalAddress();
    } catch (UnknownHostException e) {
      return true;
    }
  }
}
