package dev.storebridge.shopify;

import dev.storebridge.platform.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The {@code hmac} that Shopify puts on a callback: hex of HMAC-SHA256, keyed by the client secret,
 * over the other parameters, sorted and form-encoded with {@code %20} for a blank.
 */
final class CallbackSignature {

  private CallbackSignature() {}

  /** Compares in constant time. */
  static boolean valid(Secret clientSecret, Map<String, String> query) {
    byte[] claimed = query.getOrDefault("hmac", "").getBytes(StandardCharsets.UTF_8);
    byte[] expected = of(clientSecret, query).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, claimed);
  }

  private static String of(Secret clientSecret, Map<String, String> query) {
    Map<String, String> signed = new TreeMap<>(query);
    signed.remove("hmac");
    signed.remove("signature");
    String message =
        signed.entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    return HexFormat.of().formatHex(mac(clientSecret, message));
  }

  private static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static byte[] mac(Secret key, String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }
}
