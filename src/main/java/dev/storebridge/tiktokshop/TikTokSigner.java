package dev.storebridge.tiktokshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.storebridge.platform.Secret;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests as TikTok checks them: path, then every query key with its decoded value in byte
 * order, then the bytes of the body as they are sent, wrapped in the app's secret. Source: TikTok
 * docs, "Sign your API request".
 */
final class TikTokSigner {

  private static final String ALGORITHM = "HmacSHA256";
  private static final Set<String> UNSIGNED = Set.of("sign", "access_token");
  private static final Comparator<String> BYTE_ORDER =
      (left, right) -> Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));

  private TikTokSigner() {}

  /**
   * What is signed.
   *
   * @param query decoded values
   * @param mediaType of the body; parameters such as a boundary may follow
   * @param body empty when nothing is sent
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Message(String path, Map<String, String> query, String mediaType, byte[] body) {

    private boolean multipart() {
      return mediaType.toLowerCase(Locale.ROOT).strip().startsWith("multipart/form-data");
    }
  }

  /** The value of the query parameter {@code sign}: lower-case hex, upper case is refused. */
  static String sign(Secret secret, Message message) {
    Mac mac = mac(secret);
    mac.update(secret.reveal().getBytes(UTF_8));
    mac.update(message.path().getBytes(UTF_8));
    mac.update(joined(message.query()).getBytes(UTF_8));
    if (!message.multipart()) {
      mac.update(message.body());
    }
    mac.update(secret.reveal().getBytes(UTF_8));
    return HexFormat.of().formatHex(mac.doFinal());
  }

  private static String joined(Map<String, String> query) {
    Map<String, String> sorted = new TreeMap<>(BYTE_ORDER);
    sorted.putAll(query);
    sorted.keySet().removeAll(UNSIGNED);
    StringBuilder text = new StringBuilder();
    sorted.forEach((key, value) -> text.append(key).append(value));
    return text.toString();
  }

  private static Mac mac(Secret secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no " + ALGORITHM, e);
    }
  }
}
