package dev.storebridge.connect;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/** Signs what a connect link says, so that nothing is kept before one is opened. */
@ApplicationScoped
class LinkSigner {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final String PURPOSE = "storebridge connect link";

  private final EncryptionKeys keys;
  private final Clock clock;

  LinkSigner(EncryptionKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** What a link is for. */
  record Target(Side side, String connectionId) {}

  String sign(Side side, String connectionId) {
    String text =
        String.join(
            ".",
            side.text(),
            encoded(connectionId.getBytes(StandardCharsets.UTF_8)),
            Long.toString(clock.instant().plus(LIFE).getEpochSecond()));
    return text + "." + encoded(keys.current().sign(PURPOSE, text));
  }

  /**
   * @throws ConnectRefusal when the link is not ours or too old
   */
  Target verify(String token) {
    int end = token.lastIndexOf('.');
    String text = end < 0 ? "" : token.substring(0, end);
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3 || !signed(text, token.substring(end + 1))) {
      throw ConnectRefusal.forbidden(
          "link-not-valid",
          "This connect link is not one of ours, or it was changed on its way.",
          "Ask for a new connect link and open it as it is.");
    }
    if (!clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[2])))) {
      throw ConnectRefusal.gone(
          "link-expired",
          "This connect link is older than 10 minutes.",
          "Ask for a new connect link.");
    }
    return new Target(
        Side.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
  }

  private boolean signed(String text, String signature) {
    byte[] given = signature.getBytes(StandardCharsets.UTF_8);
    return keys.known().stream()
        .map(key -> encoded(key.sign(PURPOSE, text)).getBytes(StandardCharsets.UTF_8))
        .anyMatch(right -> MessageDigest.isEqual(right, given));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
