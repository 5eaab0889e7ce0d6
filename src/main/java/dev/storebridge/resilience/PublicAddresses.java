package dev.storebridge.resilience;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells addresses of the public internet from those that lead back to us or our neighbours. IPv6
 * forms that carry an IPv4 address are judged by what they carry; the JDK itself turns IPv4-mapped
 * ones into IPv4.
 */
final class PublicAddresses {

  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return switch (address) {
      case Inet4Address four -> isPublic(four.getAddress());
      case Inet6Address six ->
          isPublicSix(six.getAddress())
              && carried(six.getAddress()).map(PublicAddresses::contains).orElse(true);
      default -> false;
    };
  }

  /** Beyond what the JDK names: this network, carriers' NAT, protocol and benchmark nets, 240/4. */
  private static boolean isPublic(byte[] four) {
    int first = four[0] & 0xff;
    int second = four[1] & 0xff;
    int third = four[2] & 0xff;
    return first != 0
        && !(first == 100 && second >= 64 && second < 128)
        && !(first == 192 && second == 0 && third == 0)
        && !(first == 198 && (second == 18 || second == 19))
        && first < 240;
  }

  /** Refuses unique local (fc00::/7) and Teredo (2001::/32) addresses. */
  private static boolean isPublicSix(byte[] six) {
    boolean uniqueLocal = (six[0] & 0xfe) == 0xfc;
    boolean teredo = six[0] == 0x20 && six[1] == 0x01 && six[2] == 0 && six[3] == 0;
    return !uniqueLocal && !teredo;
  }

  /** The IPv4 address in an IPv4-compatible, NAT64 (64:ff9b::/96) or 6to4 (2002::/16) one. */
  private static Optional<InetAddress> carried(byte[] six) {
    boolean compatible = Arrays.equals(six, 0, 12, new byte[12], 0, 12);
    byte[] nat64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    if (compatible || Arrays.equals(six, 0, 12, nat64, 0, 12)) {
      return Optional.of(four(six, 12));
    }
    boolean sixToFour = six[0] == 0x20 && six[1] == 0x02;
    return sixToFour ? Optional.of(four(six, 2)) : Optional.empty();
  }

  private static InetAddress four(byte[] six, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(six, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
