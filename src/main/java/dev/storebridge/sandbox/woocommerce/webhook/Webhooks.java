package dev.storebridge.sandbox.woocommerce.webhook;

import dev.storebridge.sandbox.post.Post;
import dev.storebridge.sandbox.woocommerce.store.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The subscriptions, and what happens to them while events are delivered. */
public final class Webhooks implements AutoCloseable {

  private final Map<Long, Webhook> hooks = new TreeMap<>();
  private final Courier courier;
  private long lastId;

  /** Nobody is subscribed at first. */
  public Webhooks(Courier courier) {
    this.courier = courier;
  }

  /** Ends every subscription and forgets what was to be delivered. */
  public synchronized void clear() {
    hooks.clear();
    courier.clear();
    lastId = 0;
  }

  /** The way that deliveries take, and what may happen to them. */
  public Post post() {
    return courier.post();
  }

  /** The id of the next subscription. */
  public synchronized long nextId() {
    return ++lastId;
  }

  /** Adds a subscription or replaces the one of its id. */
  public synchronized void put(Webhook webhook) {
    hooks.put(webhook.id(), webhook);
  }

  /** True when there was one. */
  public synchronized boolean remove(long id) {
    return hooks.remove(id) != null;
  }

  /** A subscription by its id. */
  public synchronized Optional<Webhook> find(long id) {
    return Optional.ofNullable(hooks.get(id));
  }

  /** The newest first. */
  public synchronized List<Webhook> all() {
    return new ArrayList<>(hooks.values()).reversed();
  }

  /** Tells the receiver that it was subscribed, and waits for an answer of any kind. */
  public void ping(Webhook webhook) {
    courier.ping(webhook);
  }

  /** Queues an event for everybody who wants to know. */
  public void happened(Happening happening) {
    String topic = happening.resource() + "." + happening.event();
    for (Webhook webhook : all()) {
      if (webhook.active() && webhook.topic().equals(topic)) {
        courier.queue(webhook.id(), happening.id(), () -> deliver(webhook.id(), happening));
      }
    }
  }

  private void deliver(long id, Happening happening) {
    find(id)
        .filter(Webhook::active)
        .ifPresent(
            webhook ->
                courier.deliver(
                    webhook,
                    happening,
                    taken -> change(id, taken ? Webhook::succeeded : Webhook::failed)));
  }

  private synchronized void change(long id, UnaryOperator<Webhook> change) {
    hooks.computeIfPresent(id, (key, webhook) -> change.apply(webhook));
  }

  @Override
  public void close() {
    courier.close();
  }
}
