package dev.storebridge.sandbox.woocommerce;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A client's own way of signing, written apart from the sandbox's. */
final class OauthSigner {

  private final String key;
  private final String secret;

  OauthSigner(String key, String secret) {
    this.key = key;
    this.secret = secret;
  }

  /** The address with everything that signs it. */
  String sign(String method, String url, long timestamp) {
    return sign(method, url, timestamp, UUID.randomUUID().toString().replace("-", ""));
  }

  String sign(String method, String url, long timestamp, String nonce) {
    int mark = url.indexOf('?');
    String base = mark < 0 ? url : url.substring(0, mark);
    String query = mark < 0 ? "" : url.substring(mark + 1) + "&";
    String oauth =
        "oauth_consumer_key=%s&oauth_nonce=%s&oauth_signature_method=HMAC-SHA256&oauth_timestamp=%d&oauth_version=1.0"
            .formatted(key, nonce, timestamp);
    List<String> pairs = new ArrayList<>();
    for (String pair : (query + oauth).split("&", -1)) {
      String[] sides = pair.split("=", 2);
      pairs.add(encode(decode(sides[0])) + "=" + encode(decode(sides[1])));
    }
    Collections.sort(pairs);
    String text = method + "&" + encode(base) + "&" + encode(String.join("&", pairs));
    return base + "?" + query + oauth + "&oauth_signature=" + encode(hmac(text));
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec((secret + "&").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
      encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b & 0xff));
    }
    return encoded.toString();
  }
}
