package dev.storebridge.sandbox.tiktok;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a {@link TikTokSandbox} behaves.
 *
 * @param port 0 picks a free one
 * @param latency added to every API and token answer
 * @param reviewDelay from submission of a product to the end of its review
 * @param newListingsPerDay products created for listing per shop and UTC day; 0 means no limit
 * @param httpStatuses overrides of the HTTP status by error code, as the real map is uncertain
 * @param callLogSize how many calls the log remembers
 * @param clock decides over timestamps, tokens, reviews and days
 */
public record TikTokSettings(
    String host,
    int port,
    List<TikTokApp> apps,
    List<TikTokShop> shops,
    Duration latency,
    Duration reviewDelay,
    Pace pace,
    int newListingsPerDay,
    TokenLife tokens,
    Map<Integer, Integer> httpStatuses,
    int callLogSize,
    Clock clock) {

  public TikTokSettings {
    apps = List.copyOf(apps);
    shops = List.copyOf(shops);
    httpStatuses = Map.copyOf(httpStatuses);
  }

  /** One app, one British shop, no latency, no limits, reviews of three seconds. */
  public static TikTokSettings defaults() {
    return new TikTokSettings(
        "127.0.0.1",
        0,
        List.of(TikTokApp.sandbox()),
        List.of(TikTokShop.of("7495000000000000001", "GB")),
        Duration.ZERO,
        Duration.ofSeconds(3),
        Pace.none(),
        0,
        TokenLife.documented(),
        Map.of(),
        20_000,
        Clock.systemUTC());
  }

  public TikTokSettings withPort(int value) {
    return new TikTokSettings(
        host,
        value,
        apps,
        shops,
        latency,
        reviewDelay,
        pace,
        newListingsPerDay,
        tokens,
        httpStatuses,
        callLogSize,
        clock);
  }

  public TikTokSettings withHost(String value) {
    return new TikTokSettings(
        value,
        port,
        apps,
        shops,
        latency,
        reviewDelay,
        pace,
        newListingsPerDay,
        tokens,
        httpStatuses,
        callLogSize,
        clock);
  }

  public TikTokSettings withApps(TikTokApp... value) {
    return new TikTokSettings(
        host,
        port,
        List.of(value),
        shops,
        latency,
        reviewDelay,
        pace,
        newListingsPerDay,
        tokens,
        httpStatuses,
        callLogSize,
        clock);
  }

  public TikTokSettings withShops(List<TikTokShop> value) {
    return new TikTokSettings(
        host,
        port,
        apps,
        value,
        latency,
        reviewDelay,
        pace,
        newListingsPerDay,
        tokens,
        httpStatuses,
        callLogSize,
        clock);
  }

  public TikTokSettings withShops(TikTokShop... value) {
    return withShops(List.of(value));
  }

  public TikTokSettings withLatency(Duration value) {
    return new TikTokSettings(
        host,
        port,
        apps,
        shops,
        value,
        reviewDelay,
        pace,
        newListingsPerDay,
        tokens,
        httpStatuses,
        callLogSize,
        clock);
  }

  public TikTokSettings withReviewDelay(Duration value) {
    return new TikTokSettings(
        host,
        port,
        apps,
        shops,
        latency,
        value,
        pace,
        newListingsPerDay,
        tokens,
        httpStatuses,
        callLogSize,
        clock);
  }

  public TikTokSettings withPace(Pace value) {
    return new TikTokSettings(
        host,
        port,
        apps,
        shops,
        latency,
        reviewDelay,
        value,
        newListingsPerDay,
        tokens,
        httpStatuses,
        callLogSize,
        clock);
  }

  public TikTokSettings withNewListingsPerDay(int value) {
    return new TikTokSettings(
        host,
        port,
        apps,
        shops,
        latency,
        reviewDelay,
        pace,
        value,
        tokens,
        httpStatuses,
        callLogSize,
        clock);
  }

  public TikTokSettings withTokens(TokenLife value) {
    return new TikTokSettings(
        host,
        port,
        apps,
        shops,
        latency,
        reviewDelay,
        pace,
        newListingsPerDay,
        value,
        httpStatuses,
        callLogSize,
        clock);
  }

  public TikTokSettings withHttpStatuses(Map<Integer, Integer> value) {
    return new TikTokSettings(
        host,
        port,
        apps,
        shops,
        latency,
        reviewDelay,
        pace,
        newListingsPerDay,
        tokens,
        value,
        callLogSize,
        clock);
  }

  public TikTokSettings withCallLogSize(int value) {
    return new TikTokSettings(
        host,
        port,
        apps,
        shops,
        latency,
        reviewDelay,
        pace,
        newListingsPerDay,
        tokens,
        httpStatuses,
        value,
        clock);
  }

  public TikTokSettings withClock(Clock value) {
    return new TikTokSettings(
        host,
        port,
        apps,
        shops,
        latency,
        reviewDelay,
        pace,
        newListingsPerDay,
        tokens,
        httpStatuses,
        callLogSize,
        value);
  }
}
