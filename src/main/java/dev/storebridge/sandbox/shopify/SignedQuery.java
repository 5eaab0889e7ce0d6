package dev.storebridge.sandbox.shopify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The query of a redirect after consent: sorted, form-encoded with {@code %20} for blanks, and
 * signed with the app's secret.
 */
final class SignedQuery {

  private static final String ALGORITHM = "HmacSHA256";

  private SignedQuery() {}

  static String of(SortedMap<String, String> values, String secret) {
    StringBuilder query = new StringBuilder();
    values.forEach(
        (name, value) ->
            query.append(query.isEmpty() ? "" : "&").append(name).append('=').append(part(value)));
    return query + "&hmac=" + hmac(query.toString(), secret);
  }

  private static String part(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String hmac(String query, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(query.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
