package dev.storebridge.sandbox.woocommerce.webhook;

import java.time.Instant;

/**
 * A subscription to a topic.
 *
 * @param status active, paused or disabled
 * @param topic such as {@code product.updated}
 * @param modified null until somebody changes it
 * @param failures deliveries in a row that failed
 */
public record Webhook(
    long id,
    String name,
    String status,
    String topic,
    String deliveryUrl,
    String secret,
    Instant created,
    Instant modified,
    int failures) {

  private static final int PATIENCE = 5;

  /** The first half of the topic. */
  public String resource() {
    return topic.substring(0, topic.indexOf('.'));
  }

  /** The second half of the topic. */
  public String event() {
    return topic.substring(topic.indexOf('.') + 1);
  }

  boolean active() {
    return status.equals("active");
  }

  Webhook succeeded() {
    return with(status, 0);
  }

  /** The seventh failure in a row ends the subscription. */
  Webhook failed() {
    return with(failures > PATIENCE ? "disabled" : status, failures + 1);
  }

  private Webhook with(String other, int count) {
    return new Webhook(id, name, other, topic, deliveryUrl, secret, created, modified, count);
  }

  @Override
  public String toString() {
    return "Webhook[" + id + ", " + topic + ", " + status + "]";
  }
}
