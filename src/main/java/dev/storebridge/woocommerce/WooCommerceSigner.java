package dev.storebridge.woocommerce;

import dev.storebridge.platform.Credentials.StoreAccess.KeyPair;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * OAuth 1.0a without a token, as WooCommerce checks it: for shops where HTTP Basic cannot work. A
 * list must be one value with commas ({@code include=60,63}): PHP names empty brackets anew, so
 * what was signed with them is refused. Pure.
 */
final class WooCommerceSigner {

  private WooCommerceSigner() {}

  /** How the signature is made. */
  enum Method {
    HMAC_SHA256("HMAC-SHA256", "HmacSHA256"),
    HMAC_SHA1("HMAC-SHA1", "HmacSHA1");

    private final String name;
    private final String algorithm;

    Method(String name, String algorithm) {
      this.name = name;
      this.algorithm = algorithm;
    }
  }

  /**
   * What makes a request unlike any other.
   *
   * @param at by the shop's clock; more than 15 minutes beside it are refused
   * @param nonce never used before with this key
   */
  record Stamp(Instant at, String nonce) {}

  /**
   * The whole query of a signed request.
   *
   * @param address without a query, as the site itself calls it, whatever the request's own address
   */
  static Map<String, String> signed(
      String verb, String address, Map<String, String> query, KeyPair keys, Stamp stamp) {
    return signed(verb, address, query, keys, stamp, Method.HMAC_SHA256);
  }

  static Map<String, String> signed(
      String verb,
      String address,
      Map<String, String> query,
      KeyPair keys,
      Stamp stamp,
      Method method) {
    Map<String, String> all = new LinkedHashMap<>(query);
    all.put("oauth_consumer_key", keys.key().reveal());
    all.put("oauth_nonce", stamp.nonce());
    all.put("oauth_signature_method", method.name);
    all.put("oauth_timestamp", Long.toString(stamp.at().getEpochSecond()));
    all.put("oauth_version", "1.0");
    all.put("oauth_signature", signature(base(verb, address, all), keys, method));
    return all;
  }

  static String base(String verb, String address, Map<String, String> parameters) {
    return verb + "&" + encode(address) + "&" + encode(text(new TreeMap<>(parameters)));
  }

  /** Parameters as they stand in an address. */
  static String text(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** As RFC 3986 has it: everything but letters, digits and {@code -._~}. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String signature(String base, KeyPair keys, Method method) {
    byte[] key = (keys.secret().reveal() + "&").getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance(method.algorithm);
      mac.init(new SecretKeySpec(key, method.algorithm));
      return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has " + method.algorithm, e);
    }
  }
}
