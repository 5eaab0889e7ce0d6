package dev.storebridge.sandbox.tiktok;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * TikTok Shop request signing: HMAC-SHA256 over path, sorted decoded query and raw body, wrapped in
 * the app secret; lower-case hex.
 */
final class Signature {

  private Signature() {}

  /** {@code body} is empty for multipart requests, whose bytes are not signed. */
  static String of(String secret, String path, Map<String, String> query, byte[] body) {
    StringBuilder text = new StringBuilder(secret).append(path);
    new TreeMap<>(query)
        .forEach(
            (name, value) -> {
              if (!name.equals("sign") && !name.equals("access_token")) {
                text.append(name).append(value);
              }
            });
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    message.writeBytes(body);
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    message.writeBytes(key);
    return hmac(key, message.toByteArray());
  }

  static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static String hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(message));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM has no HmacSHA256", e);
    }
  }
}
