package dev.storebridge.work;

import dev.storebridge.platform.Platform;
import dev.storebridge.platform.WebhookEvent;
import java.time.Instant;

/**
 * Something that a platform told us, as we keep it: who, what, about which ids, when; never the
 * body.
 *
 * @param storeId the store account that it concerns; {@code app:<name>} while no connection has the
 *     shop
 * @param id grows with time
 * @param connectionId the one connection that it concerns; empty when it concerns all of the
 *     store's
 * @param bodyHash SHA-256, lower-case hex
 * @param bodySize in bytes
 */
public record Signal(
    String storeId,
    String id,
    String connectionId,
    Platform platform,
    WebhookEvent event,
    Instant receivedAt,
    String bodyHash,
    int bodySize) {

  /** What the ids of apps begin with, so that none is mistaken for a store's. */
  private static final String APP = "app:";

  /** In whose place signals are kept that belong to no store yet. */
  public static String ofApp(String name) {
    return APP + name;
  }

  boolean owned() {
    return !storeId.startsWith(APP);
  }
}
