package dev.storebridge.sync.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NightsTest {

  private final Nights nights = new Nights(LocalTime.of(1, 0), Duration.ofHours(5));

  @Test
  void everyConnectionHasItsTurnOnceANightAtTheSameTime() {
    Instant noon = Instant.parse("2026-11-27T12:00:00Z");
    Instant first = nights.after(noon, "acme-uk");
    assertThat(first)
        .isBetween(Instant.parse("2026-11-28T01:00:00Z"), Instant.parse("2026-11-28T06:00:00Z"));
    assertThat(nights.after(first, "acme-uk")).isEqualTo(first.plus(Duration.ofDays(1)));
    assertThat(nights.after(first.minusSeconds(1), "acme-uk")).isEqualTo(first);
  }

  @Test
  void turnsAreSpreadOverTheNight() {
    Instant noon = Instant.parse("2026-11-27T12:00:00Z");
    List<Long> hours =
        IntStream.range(0, 1000)
            .mapToObj(number -> nights.after(noon, "shop-" + number))
            .map(turn -> Duration.between(Instant.parse("2026-11-28T01:00:00Z"), turn).toHours())
            .toList();
    for (long hour = 0; hour < 5; hour++) {
      long wanted = hour;
      assertThat(hours.stream().filter(one -> one == wanted).count()).isBetween(140L, 260L);
    }
  }
}
