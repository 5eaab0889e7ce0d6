package dev.storebridge.sandbox.woocommerce.auth;

import dev.storebridge.sandbox.http.Incoming;
import dev.storebridge.sandbox.woocommerce.rest.RestError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who asks. Over https, keys in the query or Basic; whatever that leaves open, OAuth 1.0a decides.
 */
public final class Authentication {

  /**
   * What is special about one request.
   *
   * @param url the address as WordPress rebuilds it from its own home
   * @param now the shop's time
   * @param revoked as if the key did not exist
   */
  public record Circumstances(String url, Instant now, boolean https, boolean revoked) {}

  private static final long LEEWAY = Duration.ofMinutes(15).toSeconds();
  private static final String REFUSED = "woocommerce_rest_authentication_error";
  private static final List<String> REQUIRED =
      List.of(
          "oauth_consumer_key",
          "oauth_timestamp",
          "oauth_nonce",
          "oauth_signature",
          "oauth_signature_method");

  private final Keys keys;

  public Authentication(Keys keys) {
    this.keys = keys;
  }

  /**
   * The key that was shown, nothing when none or an unknown one was.
   *
   * @param query the parameters of the address, as PHP reads them
   * @throws RestError when the credentials are wrong
   */
  public Optional<Key> identify(Incoming request, Map<String, String> query, Circumstances about) {
    if (about.https()) {
      Optional<Key> found = bySecret(request, query, about);
      if (found.isPresent()) {
        return found;
      }
    }
    return byOauth(request, query, about);
  }

  /**
   * Refuses what the key's permissions do not cover.
   *
   * @throws RestError when they do not
   */
  public static void permit(Key key, String method, boolean readOnly) {
    boolean reads = method.equals("GET") || method.equals("HEAD");
    if (reads && !key.mayRead()) {
      throw refusal("The API key provided does not have read permissions.");
    }
    if (!reads && !method.equals("OPTIONS") && (readOnly || !key.mayWrite())) {
      throw refusal("The API key provided does not have write permissions.");
    }
  }

  private Optional<Key> bySecret(Incoming request, Map<String, String> query, Circumstances about) {
    String name = query.getOrDefault("consumer_key", "");
    String secret = query.getOrDefault("consumer_secret", "");
    boolean basic = name.isEmpty() || secret.isEmpty();
    if (basic) {
      String[] pair = basic(request.header("Authorization"));
      name = pair[0];
      secret = pair[1];
    }
    Optional<Key> key = about.revoked() ? Optional.empty() : keys.find(name);
    if (key.isPresent() && !same(key.get().consumerSecret(), secret)) {
      RestError refusal = refusal("Consumer secret is invalid.");
      throw basic
          ? refusal.with("WWW-Authenticate", "Basic realm=\"WooCommerce API. Use a consumer key.\"")
          : refusal;
    }
    return key;
  }

  private static String[] basic(String header) {
    if (header == null || !header.startsWith("Basic ")) {
      return new String[] {"", ""};
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? new String[] {pair, ""}
          : new String[] {pair.substring(0, colon), pair.substring(colon + 1)};
    } catch (IllegalArgumentException e) {
      return new String[] {"", ""};
    }
  }

  private Optional<Key> byOauth(Incoming request, Map<String, String> query, Circumstances about) {
    Map<String, String> parameters = new LinkedHashMap<>(query);
    parameters.putAll(OauthHeader.parameters(request.header("Authorization")));
    String type = request.header("Content-Type");
    if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
      parameters.putAll(request.form());
    }
    if (parameters.keySet().stream().noneMatch(REQUIRED::contains)) {
      return Optional.empty();
    }
    List<String> missing =
        REQUIRED.stream().filter(name -> parameters.getOrDefault(name, "").isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new RestError(
          401,
          "woocommerce_rest_authentication_missing_parameter",
          "Missing OAuth parameter(s) " + String.join(", ", missing));
    }
    return Optional.of(signer(request.method(), parameters, about));
  }

  private Key signer(String method, Map<String, String> parameters, Circumstances about) {
    Key key =
        (about.revoked() ? Optional.<Key>empty() : keys.find(parameters.get("oauth_consumer_key")))
            .orElseThrow(() -> refusal("Consumer key is invalid."));
    String signature = parameters.remove("oauth_signature");
    String algorithm = parameters.get("oauth_signature_method");
    if (!OauthSignature.knows(algorithm)) {
      throw refusal("Invalid signature - signature method is invalid.");
    }
    String base = OauthSignature.base(method, about.url(), parameters);
    if (!same(OauthSignature.sign(base, key.consumerSecret(), algorithm), signature)) {
      throw refusal("Invalid signature - provided signature does not match.");
    }
    checkFreshness(key, parameters, about.now().getEpochSecond());
    return key;
  }

  private void checkFreshness(Key key, Map<String, String> parameters, long now) {
    String stamp = parameters.get("oauth_timestamp");
    long second = stamp.matches("[0-9]{1,12}") ? Long.parseLong(stamp) : 0;
    if (Math.abs(now - second) > LEEWAY) {
      throw refusal("Invalid timestamp.");
    }
    if (!keys.nonces(key).take(second, parameters.get("oauth_nonce"), now - LEEWAY)) {
      throw refusal("Invalid nonce - nonce has already been used.");
    }
  }

  private static RestError refusal(String message) {
    return new RestError(401, REFUSED, message);
  }

  private static boolean same(String wanted, String given) {
    return MessageDigest.isEqual(
        wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
