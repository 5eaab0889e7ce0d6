package dev.storebridge.connect;

import dev.storebridge.platform.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Consents under way. A state is good once, for one connection, in the browser that opened the
 * link, for as long as a platform's code is. Only hashes are kept, and those for a day.
 */
@ApplicationScoped
class ConsentStates {
  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final String COOKIE = "storebridge-consent-";

  private final Database database;
  private final TokenVault vault;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ConsentStates(Database database, TokenVault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /** A state for the platform and the cookie that ties it to the browser. */
  record Opened(String state, String cookieName, String cookieValue) {
    /** How long the cookie is good, in seconds. */
    int seconds() {
      return Math.toIntExact(LIFE.toSeconds());
    }
  }

  Opened open(Side side, String storeId, String connectionId) {
    Opened opened = opened(randomText(), randomText());
    Instant now = clock.instant();
    database.transaction(
        sql ->
            sql.update(
                "delete from consent_state where expires_at < ? order by expires_at limit 100",
                now.minus(KEPT)));
    database.transaction(
        sql ->
            sql.update(
                "insert into consent_state"
                    + " (store_id, state_hash, connection_id, side, cookie_hash, expires_at)"
                    + " values (?, ?, ?, ?, ?, ?)",
                storeId,
                Hashes.sha256(opened.state()),
                connectionId,
                side,
                Hashes.sha256(opened.cookieValue()),
                now.plus(LIFE)));
    return opened;
  }

  /**
   * Uses a state up.
   *
   * @return the connection that it was made for
   * @throws ConnectRefusal when it is unknown, used, too old, or of another browser
   */
  String use(Side side, String state, Map<String, String> cookies) {
    String hash = Hashes.sha256(state);
    Instant now = clock.instant();
    Kept kept = find(hash).filter(found -> found.side() == side).orElseThrow(() -> unknown());
    String cookie = cookies.getOrDefault(cookieName(hash), "");
    if (!same(Hashes.sha256(cookie), kept.cookieHash())) {
      throw ConnectRefusal.forbidden(
          "other-browser",
          "This consent was begun in another browser.",
          "Open the connect link and consent in one and the same browser, with cookies allowed.");
    }
    if (!now.isBefore(kept.expiresAt())) {
      throw ConnectRefusal.gone(
          "consent-too-late",
          "The consent took longer than 30 minutes.",
          "Ask for a new connect link.");
    }
    int used =
        database.transaction(
            sql ->
                sql.update(
                    "update consent_state set used_at = ? where state_hash = ? and used_at is null",
                    now,
                    hash));
    if (used != 1) {
      throw ConnectRefusal.gone(
          "consent-used",
          "This consent has been used already.",
          "Look at the connection; ask for a new connect link if it is not connected.");
    }
    return kept.connectionId();
  }

  /**
   * Keeps, sealed, what came with a state that is not used yet, once.
   *
   * @throws ConnectRefusal when the state is unknown, used or too old, or something came before
   */
  void keep(String state, String text) {
    String hash = Hashes.sha256(state);
    String closed = vault.seal(new Secret(text), place(hash));
    int kept =
        database.transaction(
            sql ->
                sql.update(
                    "update consent_state set handed_over = ? where state_hash = ? and side = ?"
                        + " and handed_over is null and used_at is null and expires_at > ?",
                    closed,
                    hash,
                    Side.STORE,
                    clock.instant()));
    if (kept != 1) {
      throw unknown();
    }
  }

  /** What was kept with a state, for the last time. */
  Optional<String> take(String state) {
    String hash = Hashes.sha256(state);
    return database
        .transaction(
            sql -> {
              Optional<String> found =
                  sql.one(
                          "select handed_over from consent_state where state_hash = ? for update",
                          row -> row.optional("handed_over"),
                          hash)
                      .flatMap(text -> text);
              sql.update("update consent_state set handed_over = null where state_hash = ?", hash);
              return found;
            })
        .map(text -> vault.open(text, place(hash)).reveal());
  }

  private static String place(String hash) {
    return "consent/" + hash;
  }

  /** The name of the cookie that belongs to a state. */
  static String cookieOf(String state) {
    return cookieName(Hashes.sha256(state));
  }

  private record Kept(String connectionId, Side side, String cookieHash, Instant expiresAt) {}

  private Optional<Kept> find(String hash) {
    return database.transaction(
        sql ->
            sql.one(
                "select * from consent_state where state_hash = ?",
                row ->
                    new Kept(
                        row.text("connection_id"),
                        row.constant("side", Side.class),
                        row.text("cookie_hash"),
                        row.time("expires_at")),
                hash));
  }

  private static ConnectRefusal unknown() {
    return ConnectRefusal.bad(
        "consent-unknown",
        "This answer belongs to no consent that was begun here.",
        "Ask for a new connect link.");
  }

  private static Opened opened(String state, String cookie) {
    return new Opened(state, cookieOf(state), cookie);
  }

  private static String cookieName(String hash) {
    return COOKIE + hash.substring(0, 12);
  }

  private String randomText() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static boolean same(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
