package dev.storebridge.sync.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When in the night each connection has its turn: spread, and every night at the same time. */
@ApplicationScoped
class Nights {

  private static final int PARTS = 10_000;

  private final LocalTime from;
  private final Duration length;

  Nights(
      @ConfigProperty(name = "storebridge.poll.reconciliation-from", defaultValue = "01:00")
          LocalTime from,
      @ConfigProperty(name = "storebridge.poll.reconciliation-length", defaultValue = "5h")
          Duration length) {
    this.from = from;
    this.length = length;
  }

  /** The connection's next turn after a moment; the night is UTC's. */
  Instant after(Instant moment, String connectionId) {
    long part = Math.floorMod(connectionId.hashCode() * 0x9E3779B97F4A7C15L, (long) PARTS);
    Duration into = length.multipliedBy(part).dividedBy(PARTS);
    ZonedDateTime now = moment.atZone(ZoneOffset.UTC);
    Instant turn = now.toLocalDate().atTime(from).toInstant(ZoneOffset.UTC).plus(into);
    while (!turn.isAfter(moment)) {
      turn = turn.plus(Duration.ofDays(1));
    }
    return turn;
  }
}
