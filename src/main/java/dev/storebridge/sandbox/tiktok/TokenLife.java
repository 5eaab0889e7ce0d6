package dev.storebridge.sandbox.tiktok;

import java.time.Duration;

/**
 * How long codes and tokens live.
 *
 * @param rotate whether a refresh returns a new refresh token
 * @param oldTokenGrace how long the replaced refresh token still works
 */
public record TokenLife(
    Duration code, Duration access, Duration refresh, boolean rotate, Duration oldTokenGrace) {

  /** 30 minutes, 7 days, about 99 years, rotation with 60 seconds of grace. */
  public static TokenLife documented() {
    return new TokenLife(
        Duration.ofMinutes(30),
        Duration.ofDays(7),
        Duration.ofDays(36_135),
        true,
        Duration.ofSeconds(60));
  }

  /** The same with another life of access tokens. */
  public TokenLife withAccess(Duration life) {
    return new TokenLife(code, life, refresh, rotate, oldTokenGrace);
  }

  /** The same with another life of refresh tokens. */
  public TokenLife withRefresh(Duration life) {
    return new TokenLife(code, access, life, rotate, oldTokenGrace);
  }

  /** The same with another rule for refresh tokens that were replaced. */
  public TokenLife withRotation(boolean rotates, Duration grace) {
    return new TokenLife(code, access, refresh, rotates, grace);
  }
}
