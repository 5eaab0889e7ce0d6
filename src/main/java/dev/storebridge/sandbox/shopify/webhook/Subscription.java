package dev.storebridge.sandbox.shopify.webhook;

import java.time.Instant;
import java.util.List;

/**
 * An app's wish to be told of a topic.
 *
 * @param format JSON or XML
 * @param filter null without one
 * @param includeFields members of the body that are sent; empty for all
 * @param name null without one
 * @param failures attempts in a row that failed
 */
public record Subscription(
    long id,
    String app,
    Topic topic,
    String uri,
    String format,
    String filter,
    List<String> includeFields,
    List<String> metafieldNamespaces,
    String name,
    Instant createdAt,
    Instant updatedAt,
    int failures) {

  Subscription withFailures(int count) {
    return new Subscription(
        id,
        app,
        topic,
        uri,
        format,
        filter,
        includeFields,
        metafieldNamespaces,
        name,
        createdAt,
        updatedAt,
        count);
  }

  /** Whether another one would bring the same deliveries to the same place. */
  public boolean sameAs(Subscription other) {
    return app.equals(other.app)
        && topic == other.topic
        && uri.equals(other.uri)
        && format.equals(other.format)
        && java.util.Objects.equals(filter, other.filter);
  }
}
