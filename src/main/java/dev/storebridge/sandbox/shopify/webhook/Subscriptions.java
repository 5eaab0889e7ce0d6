package dev.storebridge.sandbox.shopify.webhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who wants to be told of what. The eighth failure in a row ends a subscription. */
public final class Subscriptions {

  private static final long FIRST = 1_190_000_000_000L;
  private static final int MOST_FAILURES = 8;

  private final Map<Long, Subscription> all = new TreeMap<>();
  private long last = FIRST;

  public synchronized long nextId() {
    return ++last;
  }

  /** Adds a subscription or replaces the one of its id. */
  public synchronized void put(Subscription subscription) {
    all.put(subscription.id(), subscription);
  }

  /** True when there was one. */
  public synchronized boolean remove(long id) {
    return all.remove(id) != null;
  }

  /** Ends everything that an app wanted to know. */
  public synchronized void removeOf(String app) {
    all.values().removeIf(one -> one.app().equals(app));
  }

  public synchronized Optional<Subscription> find(long id) {
    return Optional.ofNullable(all.get(id));
  }

  /** Those of every app, the oldest first. */
  public synchronized List<Subscription> all() {
    return List.copyOf(all.values());
  }

  public List<Subscription> of(String app) {
    return all().stream().filter(one -> one.app().equals(app)).toList();
  }

  /** An attempt to deliver ended. */
  synchronized void tried(long id, boolean taken) {
    Subscription known = all.get(id);
    if (known == null) {
      return;
    }
    int failures = taken ? 0 : known.failures() + 1;
    if (failures >= MOST_FAILURES) {
      all.remove(id);
    } else {
      all.put(id, known.withFailures(failures));
    }
  }

  public synchronized void clear() {
    all.clear();
    last = FIRST;
  }
}
