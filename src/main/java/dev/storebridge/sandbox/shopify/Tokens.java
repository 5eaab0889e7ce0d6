package dev.storebridge.sandbox.shopify;

import dev.storebridge.sandbox.shopify.graphql.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens that are good: pasted ones for ever, those of OAuth for an hour with a refresh token
 * that turns, those of client credentials for a day.
 */
final class Tokens {

  static final Duration ACCESS_LIFE = Duration.ofMinutes(60);
  static final Duration REFRESH_LIFE = Duration.ofDays(90);
  static final Duration CREDENTIALS_LIFE = Duration.ofSeconds(86_399);

  /** What an access token stands for. */
  record Grant(String app, Set<String> scopes, Instant until) {}

  /** A fresh pair; the refresh token is null where the kind of grant has none. */
  record Issued(String access, String refresh, Grant grant) {}

  private record Refresh(Grant grant, String replaces, Instant until) {}

  private final Clock clock;
  private final ShopifySettings settings;
  private final Map<String, Grant> access = new ConcurrentHashMap<>();
  private final Map<String, Refresh> refresh = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> codes = new ConcurrentHashMap<>();
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  Tokens(ShopifySettings settings) {
    this.settings = settings;
    this.clock = settings.clock();
    reset();
  }

  /** Forgets everything but the pasted tokens. */
  void reset() {
    access.clear();
    refresh.clear();
    codes.clear();
    buckets.clear();
    int number = 1;
    for (String token : new TreeSet<>(settings.apps().tokens())) {
      add(token, "custom-app-" + number++, settings.apps().scopes());
    }
  }

  /** Makes a pasted token good. */
  void add(String token, String app, Set<String> scopes) {
    access.put(token, new Grant(app, Set.copyOf(scopes), Instant.MAX));
  }

  /** Ends a token at once, as an uninstall does. */
  void revoke(String token) {
    access.remove(token);
  }

  /** Ends every token of an app at once. */
  void revokeAll(String app) {
    access.values().removeIf(grant -> grant.app().equals(app));
    refresh.values().removeIf(known -> known.grant().app().equals(app));
  }

  Optional<Grant> find(String token) {
    return token == null
        ? Optional.empty()
        : Optional.ofNullable(access.get(token))
            .filter(grant -> clock.instant().isBefore(grant.until()));
  }

  /** The bucket of an app at this store. */
  Bucket bucket(String app) {
    ShopifySettings.Pace pace = settings.pace();
    return buckets.computeIfAbsent(
        app, name -> new Bucket(clock, pace.bucket(), pace.restoreRate()));
  }

  /** A code that the merchant's consent leaves, good once. */
  String code(Set<String> scopes) {
    String code = random();
    codes.put(code, scopes);
    return code;
  }

  Optional<Issued> redeem(String code, boolean expiring) {
    return Optional.ofNullable(code == null ? null : codes.remove(code))
        .map(scopes -> expiring ? pair(scopes, null) : single(scopes, Instant.MAX));
  }

  Issued clientCredentials() {
    return single(settings.apps().scopes(), clock.instant().plus(CREDENTIALS_LIFE));
  }

  /** A new pair for a refresh token, which stays good until its replacement has been used. */
  synchronized Optional<Issued> refresh(String token) {
    Refresh known = token == null ? null : refresh.get(token);
    if (known == null || clock.instant().isAfter(known.until())) {
      return Optional.empty();
    }
    if (known.replaces() != null) {
      refresh.remove(known.replaces());
    }
    return Optional.of(pair(known.grant().scopes(), token));
  }

  private Issued pair(Set<String> scopes, String replaces) {
    Issued issued = single(scopes, clock.instant().plus(ACCESS_LIFE));
    String next = "shprt_" + random();
    refresh.put(next, new Refresh(issued.grant(), replaces, clock.instant().plus(REFRESH_LIFE)));
    return new Issued(issued.access(), next, issued.grant());
  }

  private Issued single(Set<String> scopes, Instant until) {
    String token = "shpat_" + random();
    Grant grant = new Grant(settings.apps().clientId(), Set.copyOf(scopes), until);
    access.put(token, grant);
    return new Issued(token, null, grant);
  }

  private static String random() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
