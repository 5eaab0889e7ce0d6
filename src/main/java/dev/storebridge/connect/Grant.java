package dev.storebridge.connect;

import dev.storebridge.platform.Authoriser;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One authorisation with its tokens.
 *
 * @param app by its name in the configuration
 * @param storeId of a store's grant, empty for a channel's
 * @param tenant empty until somebody claims it
 * @param previousRefresh the refresh token before this one, until this pair has proved itself
 * @param refreshAt when a new pair is due, empty when none can be had
 */
record Grant(
    String id,
    Platform platform,
    String app,
    String storeId,
    Optional<String> tenant,
    Tokens tokens,
    Optional<Secret> previousRefresh,
    State state,
    Optional<Instant> refreshAt) {

  /** Whether its tokens are of use. */
  enum State {
    ACTIVE,
    NEEDS_REAUTHORISATION
  }

  /** An access token and what renews it. */
  record Tokens(
      Secret access,
      Instant accessExpiresAt,
      Optional<Secret> refresh,
      Optional<Instant> refreshExpiresAt) {
    static Tokens of(Authoriser.Issued issued) {
      return new Tokens(
          issued.accessToken(),
          issued.accessExpiresAt(),
          issued.refreshToken(),
          issued.refreshExpiresAt());
    }

    /** At 80 % of the lifetime, seen from now. */
    Instant dueAt(Instant now) {
      Duration life = Duration.between(now, accessExpiresAt);
      return now.plusSeconds(Math.max(0, life.toSeconds() * 4 / 5));
    }
  }

  /**
   * To whom tokens were issued.
   *
   * @param storeId empty for a channel's grant
   */
  record Holder(Platform platform, String app, String storeId, Optional<String> tenant) {}

  boolean active() {
    return state == State.ACTIVE;
  }

  boolean expired(Clock clock) {
    return !tokens.accessExpiresAt().isAfter(clock.instant());
  }

  boolean due(Instant now) {
    return refreshAt.filter(at -> !at.isAfter(now)).isPresent();
  }
}
