package dev.storebridge.sandbox.woocommerce.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** OAuth 1.0a of one leg, as the platform computes it. */
final class OauthSignature {

  private static final Map<String, String> ALGORITHMS =
      Map.of("HMAC-SHA1", "HmacSHA1", "HMAC-SHA256", "HmacSHA256");

  private OauthSignature() {}

  static boolean knows(String method) {
    return ALGORITHMS.containsKey(method);
  }

  /**
   * The text that is signed. Names and values are encoded before they are joined and the whole once
   * more; the order is that of the raw names.
   */
  static String base(String method, String url, Map<String, String> parameters) {
    String pairs =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
                .collect(Collectors.joining("&"));
    return method + "&" + encode(url) + "&" + encode(pairs);
  }

  static String sign(String base, String secret, String method) {
    try {
      String algorithm = ALGORITHMS.get(method);
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec((secret + "&").getBytes(StandardCharsets.UTF_8), algorithm));
      return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Percent-encoding of RFC 3986, which leaves the tilde alone. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
