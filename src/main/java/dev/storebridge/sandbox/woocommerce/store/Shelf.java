package dev.storebridge.sandbox.woocommerce.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Products and variations by id. Whoever reads several things that belong together holds its
 * monitor; every single method takes it by itself.
 */
public final class Shelf {

  private static final long FIRST_ID = 1_001;

  private final Supplier<Instant> clock;
  private final Consumer<Happening> hooks;
  private final Map<Long, Item> products = new TreeMap<>();
  private final Map<Long, Item> offshoots = new TreeMap<>();
  private final Map<Long, Set<Long>> variations = new HashMap<>();
  private final Map<String, Set<Long>> bySku = new HashMap<>();
  private long lastId = FIRST_ID - 1;

  /**
   * @param hooks are told of every change, under the monitor
   */
  public Shelf(Supplier<Instant> clock, Consumer<Happening> hooks) {
    this.clock = clock;
    this.hooks = hooks;
  }

  /** Removes everything, silently; ids start anew. */
  public synchronized void clear() {
    products.clear();
    offshoots.clear();
    variations.clear();
    bySku.clear();
    lastId = FIRST_ID - 1;
  }

  /** The next id of anything that WordPress numbers. */
  public synchronized long nextId() {
    return ++lastId;
  }

  /**
   * @param parent 0 for a product
   */
  public synchronized Item add(long parent, ObjectNode facts) {
    Instant now = now();
    Item item = new Item(nextId(), parent, facts, now, now);
    put(item);
    if (parent != 0) {
      variations.computeIfAbsent(parent, id -> new TreeSet<>()).add(item.id());
      touchParent(item);
    }
    hooks.accept(new Happening("created", item.id()));
    return item;
  }

  /** Saves other facts: dates the item anew and, for a variation, its product too. */
  public synchronized Item save(Item item, ObjectNode facts) {
    Item saved = item.with(facts, now());
    put(saved);
    touchParent(saved);
    String before = item.text("status");
    boolean restored = before.equals("trash") && !saved.inTrash();
    hooks.accept(new Happening(restored ? "restored" : "updated", item.id()));
    return saved;
  }

  /** Writes facts into the database directly: no date moves and no hook sees it. */
  public synchronized void overwrite(Item item, ObjectNode facts) {
    put(item.with(facts, item.modified()));
  }

  /** Into the trash; hooks see a deletion. */
  public synchronized void trash(Item item) {
    put(item.with(item.facts().deepCopy().put("status", "trash"), now()));
    hooks.accept(new Happening("deleted", item.id()));
  }

  /** Gone for good, with its variations; hooks see nothing. */
  public synchronized void remove(Item item) {
    kin(item).remove(item.id());
    forgetSku(item);
    variationsOf(item.id()).forEach(this::remove);
    variations.remove(item.id());
    if (item.isVariation()) {
      variations.getOrDefault(item.parent(), new TreeSet<>()).remove(item.id());
      touchParent(item);
    }
  }

  /** A product or a variation. */
  public synchronized Optional<Item> find(long id) {
    return Optional.ofNullable(products.getOrDefault(id, offshoots.get(id)));
  }

  /** A product, and no variation. */
  public synchronized Optional<Item> product(long id) {
    return Optional.ofNullable(products.get(id));
  }

  /** Every product, by id, those in the trash too. */
  public synchronized List<Item> products() {
    return List.copyOf(products.values());
  }

  /** Every variation, by id. */
  public synchronized List<Item> variations() {
    return List.copyOf(offshoots.values());
  }

  /** The variations of a product, oldest first. */
  public synchronized List<Item> variationsOf(long product) {
    Collection<Long> ids = variations.getOrDefault(product, Collections.emptySet());
    return ids.stream().map(offshoots::get).toList();
  }

  /** What an item costs, of a variable product its cheapest variation; null without any price. */
  public synchronized BigDecimal priceOf(Item item) {
    return item.isVariable()
        ? variationsOf(item.id()).stream()
            .map(Item::price)
            .filter(Objects::nonNull)
            .min(BigDecimal::compareTo)
            .orElse(null)
        : item.price();
  }

  /** Who has this SKU, in the trash too; old shops may have several. */
  public synchronized Set<Long> holdersOf(String sku) {
    return Set.copyOf(bySku.getOrDefault(sku, Set.of()));
  }

  private Map<Long, Item> kin(Item item) {
    return item.isVariation() ? offshoots : products;
  }

  private void put(Item item) {
    Item before = kin(item).put(item.id(), item);
    if (before != null) {
      forgetSku(before);
    }
    if (!item.text("sku").isEmpty()) {
      bySku.computeIfAbsent(item.text("sku"), sku -> new LinkedHashSet<>()).add(item.id());
    }
  }

  private void forgetSku(Item item) {
    Set<Long> holders = bySku.get(item.text("sku"));
    if (holders != null) {
      holders.remove(item.id());
    }
  }

  /** The product's own save happens after the hooks have run, so they see nothing of it. */
  private void touchParent(Item variation) {
    Item parent = products.get(variation.parent());
    if (parent != null) {
      products.put(parent.id(), parent.with(parent.facts(), now()));
    }
  }

  private Instant now() {
    return clock.get().truncatedTo(ChronoUnit.SECONDS);
  }
}
