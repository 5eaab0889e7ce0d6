package dev.storebridge.sandbox.woocommerce.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code Authorization: OAuth name="value", ...}. */
final class OauthHeader {

  private static final Pattern PAIR = Pattern.compile("(oauth_[a-z_]+)=\"([^\"]*)\"");

  private OauthHeader() {}

  static Map<String, String> parameters(String header) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (header != null && header.startsWith("OAuth ")) {
      Matcher pair = PAIR.matcher(header);
      while (pair.find()) {
        parameters.put(pair.group(1), URLDecoder.decode(pair.group(2), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }
}
