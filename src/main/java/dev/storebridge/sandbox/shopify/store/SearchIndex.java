package dev.storebridge.sandbox.shopify.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the search knows of the products, which at Shopify is older than the store by some seconds:
 * a filter may miss a product that was just changed, while the answer shows the product as it is.
 */
public final class SearchIndex {

  private record Snapshot(Instant at, Map<Long, StoredProduct> products) {}

  private final Shelf shelf;
  private final Clock clock;
  private final Deque<Snapshot> snapshots = new ArrayDeque<>();
  private volatile Duration lag;

  public SearchIndex(Shelf shelf, Clock clock, Duration lag) {
    this.shelf = shelf;
    this.clock = clock;
    this.lag = lag;
    shelf.watch(this::changed);
  }

  /** How far the search is behind from now on. */
  public synchronized void lag(Duration behind) {
    lag = behind;
    snapshots.clear();
    changed();
  }

  private synchronized void changed() {
    if (!lag.isZero()) {
      snapshots.add(new Snapshot(clock.instant(), byId(shelf.products())));
    }
  }

  /** The product as the search knows it; null when the search has not heard of it. */
  public synchronized StoredProduct asIndexed(StoredProduct current) {
    if (lag.isZero()) {
      return current;
    }
    Instant known = clock.instant().minus(lag);
    while (snapshots.size() > 1 && !second().at().isAfter(known)) {
      snapshots.removeFirst();
    }
    return snapshots.isEmpty() ? current : snapshots.getFirst().products().get(current.id());
  }

  private Snapshot second() {
    return snapshots.stream().skip(1).findFirst().orElseThrow();
  }

  private static Map<Long, StoredProduct> byId(Collection<StoredProduct> products) {
    return products.stream().collect(Collectors.toMap(StoredProduct::id, Function.identity()));
  }
}
