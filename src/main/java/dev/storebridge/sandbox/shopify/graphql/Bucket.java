package dev.storebridge.sandbox.shopify.graphql;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The leaky bucket of one app at one store, in cost points. */
public final class Bucket {

  private final Clock clock;
  private final int maximum;
  private final int restoreRate;
  private double available;
  private long filledAt;

  public Bucket(Clock clock, int maximum, int restoreRate) {
    this.clock = clock;
    this.maximum = maximum;
    this.restoreRate = restoreRate;
    this.available = maximum;
    this.filledAt = clock.millis();
  }

  /** Reserves the points, or takes nothing and answers false. */
  public synchronized boolean take(int points) {
    restore();
    if (points > available) {
      return false;
    }
    available -= points;
    return true;
  }

  /** Gives back what a query did not use. */
  public synchronized void giveBack(int points) {
    restore();
    available = Math.min(maximum, available + points);
  }

  /** The state as answers show it. */
  public synchronized Map<String, Object> status() {
    restore();
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("maximumAvailable", maximum);
    status.put("currentlyAvailable", (int) Math.floor(available));
    status.put("restoreRate", restoreRate);
    return status;
  }

  private void restore() {
    long now = clock.millis();
    available = Math.min(maximum, available + (now - filledAt) * restoreRate / 1000d);
    filledAt = now;
  }
}
