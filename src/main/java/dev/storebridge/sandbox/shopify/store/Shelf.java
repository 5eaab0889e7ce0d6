package dev.storebridge.sandbox.shopify.store;

import dev.storebridge.sandbox.catalogue.CatalogueProduct;
import dev.storebridge.sandbox.catalogue.CatalogueVariant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The state of the store. Reads are lock-free, writes are one at a time. Editing a product dates it
 * anew, changing stock does not, as at Shopify.
 */
public final class Shelf {

  /** Where the demo shop keeps its stock. */
  public static final List<StoredLocation> LOCATIONS =
      List.of(
          new StoredLocation(66633, "Bristol Workshop", "4 Quay Row", "Bristol", "BS1 4RN", "ENG"),
          new StoredLocation(
              66634, "Leeds Store Room", "18 Mill Yard", "Leeds", "LS11 9AB", "ENG"));

  private record LevelKey(long itemId, long locationId) {}

  private final Clock clock;
  private final AtomicLong version = new AtomicLong();
  private final Map<Long, StoredProduct> products = new ConcurrentSkipListMap<>();
  private final Map<Long, Long> productOfVariant = new ConcurrentHashMap<>();
  private final Map<Long, Long> productOfItem = new ConcurrentHashMap<>();
  private final Map<LevelKey, StoredLevel> levels = new ConcurrentHashMap<>();
  private Stocking stocking = new Stocking();
  private volatile Runnable watcher = () -> {};
  private volatile Consumer<Happening> listener = happening -> {};

  public Shelf(Clock clock) {
    this.clock = clock;
  }

  /** Calls the watcher after every change. */
  void watch(Runnable changed) {
    watcher = changed;
  }

  /** Tells the listener what changed; only refilling the whole store is told to nobody. */
  public void listen(Consumer<Happening> heard) {
    listener = heard;
  }

  private void touch() {
    version.incrementAndGet();
    watcher.run();
  }

  /** Clears the store and fills it; the products look as if made one a minute in the last month. */
  public synchronized void refill(List<CatalogueProduct> catalogue) {
    products.clear();
    productOfVariant.clear();
    productOfItem.clear();
    levels.clear();
    stocking = new Stocking();
    Instant first = now().minus(Duration.ofDays(30));
    for (int i = 0; i < catalogue.size(); i++) {
      put(catalogue.get(i), first.plusSeconds(i % 43_200L * 60));
    }
    touch();
  }

  /** Adds a product as of now. */
  public synchronized StoredProduct add(CatalogueProduct product) {
    StoredProduct added = put(product, now());
    touch();
    listener.accept(new Happening.Created(added));
    return added;
  }

  /** Removes a product with its variants and stock. */
  public synchronized boolean remove(long productId) {
    StoredProduct gone = products.remove(productId);
    if (gone == null) {
      return false;
    }
    for (StoredVariant variant : gone.variants()) {
      productOfVariant.remove(variant.id());
      productOfItem.remove(variant.itemId());
      LOCATIONS.forEach(at -> levels.remove(new LevelKey(variant.itemId(), at.id())));
    }
    touch();
    listener.accept(new Happening.Removed(productId));
    return true;
  }

  /** Applies a change; an equal outcome leaves the product and its date as they were. */
  public synchronized Optional<StoredProduct> edit(
      long productId, UnaryOperator<StoredProduct> change) {
    StoredProduct before = products.get(productId);
    StoredProduct edited = products.computeIfPresent(productId, (id, old) -> change.apply(old));
    touch();
    if (edited != null && !edited.equals(before)) {
      listener.accept(new Happening.Edited(edited));
    }
    return Optional.ofNullable(edited);
  }

  /**
   * Sets what is available of an item and returns what it was, empty when nothing is kept there.
   */
  public synchronized Optional<StoredLevel> setAvailable(
      long itemId, long locationId, int available) {
    LevelKey key = new LevelKey(itemId, locationId);
    StoredLevel before = levels.get(key);
    if (before != null && before.available() != available) {
      StoredLevel counted = before.withAvailable(available, now());
      levels.put(key, counted);
      touch();
      boolean tracked = variantOfItem(itemId).map(StoredVariant::tracked).orElse(false);
      listener.accept(new Happening.Counted(counted, tracked));
    }
    return Optional.ofNullable(before);
  }

  /** Moves units of an item between what is available and what is promised to customers. */
  public void move(long itemId, long locationId, int available, int committed) {
    move(itemId, locationId, available, committed, 0);
  }

  /** Sets units of an item aside, or gives them back where they are fewer than none. */
  public void reserve(long itemId, long locationId, int units) {
    move(itemId, locationId, -units, 0, units);
  }

  private synchronized void move(
      long itemId, long locationId, int available, int committed, int reserved) {
    LevelKey key = new LevelKey(itemId, locationId);
    StoredLevel before = levels.get(key);
    if (before == null) {
      return;
    }
    StoredLevel after = before.moved(available, committed, reserved, now());
    levels.put(key, after);
    touch();
    if (available != 0) {
      listener.accept(new Happening.Counted(after, true));
    }
  }

  public Collection<StoredProduct> products() {
    return products.values();
  }

  public Optional<StoredProduct> product(long id) {
    return Optional.ofNullable(products.get(id));
  }

  public Optional<StoredVariant> variant(long id) {
    return find(productOfVariant.get(id)).stream()
        .flatMap(product -> product.variants().stream())
        .filter(variant -> variant.id() == id)
        .findFirst();
  }

  public Optional<StoredVariant> variantOfItem(long itemId) {
    return find(productOfItem.get(itemId)).stream()
        .flatMap(product -> product.variants().stream())
        .filter(variant -> variant.itemId() == itemId)
        .findFirst();
  }

  public Optional<StoredLocation> location(long id) {
    return LOCATIONS.stream().filter(location -> location.id() == id).findFirst();
  }

  public Optional<StoredLevel> level(long itemId, long locationId) {
    return Optional.ofNullable(levels.get(new LevelKey(itemId, locationId)));
  }

  /** The levels of an item, one per location. */
  public List<StoredLevel> levelsOf(long itemId) {
    return LOCATIONS.stream().flatMap(location -> level(itemId, location.id()).stream()).toList();
  }

  /** What is available of an item over all locations. */
  public int available(long itemId) {
    return levelsOf(itemId).stream().mapToInt(StoredLevel::available).sum();
  }

  /** Grows with every change; an unchanged number means an unchanged store. */
  public long version() {
    return version.get();
  }

  /** This moment at Shopify's precision. */
  public Instant now() {
    return exactly().truncatedTo(ChronoUnit.SECONDS);
  }

  /** The time with all that the clock gives; the platform itself tells whole seconds. */
  public Instant exactly() {
    return clock.instant();
  }

  private Optional<StoredProduct> find(Long productId) {
    return productId == null ? Optional.empty() : product(productId);
  }

  private StoredProduct put(CatalogueProduct from, Instant at) {
    StoredProduct product = stocking.store(from, at);
    List<CatalogueVariant> wanted = new ArrayList<>(from.variants());
    for (StoredVariant variant : product.variants()) {
      productOfVariant.put(variant.id(), product.id());
      productOfItem.put(variant.itemId(), product.id());
      stock(variant.itemId(), wanted.get(variant.position() - 1).stock(), at);
    }
    products.put(product.id(), product);
    return product;
  }

  private void stock(long itemId, List<Integer> quantities, Instant at) {
    for (int i = 0; i < LOCATIONS.size(); i++) {
      long location = LOCATIONS.get(i).id();
      int available = i < quantities.size() ? quantities.get(i) : 0;
      levels.put(
          new LevelKey(itemId, location), new StoredLevel(itemId, location, available, 0, 0, at));
    }
  }
}
