package dev.storebridge.sandbox.woocommerce.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Orders by id. Some states take the goods of an order out of stock, others put them back, each
 * line once: a mark at the line remembers. The trash puts nothing back. Whoever calls holds the
 * shelf's monitor.
 */
public final class OrderBook {

  private static final Set<String> TAKING = Set.of("processing", "completed", "on-hold");
  private static final Set<String> RETURNING = Set.of("cancelled", "pending", "failed");
  private static final Set<String> PAID = Set.of("processing", "completed");
  private static final String REDUCED = "_reduced_stock";

  private final Shelf shelf;
  private final Supplier<Instant> clock;
  private final Consumer<Happening> hooks;
  private final Map<Long, SavedOrder> orders = new TreeMap<>();

  /**
   * @param hooks are told of every change, under the monitor
   */
  public OrderBook(Shelf shelf, Supplier<Instant> clock, Consumer<Happening> hooks) {
    this.shelf = shelf;
    this.clock = clock;
    this.hooks = hooks;
  }

  public void clear() {
    orders.clear();
  }

  public List<SavedOrder> all() {
    return List.copyOf(orders.values());
  }

  public Optional<SavedOrder> find(long id) {
    return Optional.ofNullable(orders.get(id));
  }

  /** Adds an order in the state that its facts name. */
  public SavedOrder add(ObjectNode facts) {
    Instant now = now();
    SavedOrder order =
        settled(new SavedOrder(shelf.nextId(), facts, now, now, null, null), facts, now);
    hooks.accept(new Happening("order", "created", order.id()));
    return order;
  }

  /** Saves other facts. */
  public SavedOrder save(SavedOrder order, ObjectNode facts) {
    SavedOrder saved = settled(order, facts, now());
    boolean restored = order.status().equals("trash") && !saved.status().equals("trash");
    hooks.accept(new Happening("order", restored ? "restored" : "updated", order.id()));
    return saved;
  }

  /** Into the trash, whatever was reduced stays so; hooks see a deletion. */
  public void trash(SavedOrder order) {
    ObjectNode facts = order.facts().deepCopy().put("status", "trash");
    orders.put(order.id(), order.with(facts, now(), order.paid(), order.completed()));
    hooks.accept(new Happening("order", "deleted", order.id()));
  }

  /** Gone for good; hooks see nothing. */
  public void remove(SavedOrder order) {
    orders.remove(order.id());
  }

  private SavedOrder settled(SavedOrder before, ObjectNode facts, Instant now) {
    String status = facts.path("status").asText();
    if (TAKING.contains(status)) {
      facts.path("line_items").forEach(line -> take((ObjectNode) line));
    } else if (RETURNING.contains(status)) {
      facts.path("line_items").forEach(line -> giveBack((ObjectNode) line));
    }
    Instant paid = before.paid() == null && PAID.contains(status) ? now : before.paid();
    boolean done = before.completed() == null && status.equals("completed");
    SavedOrder order = before.with(facts, now, paid, done ? now : before.completed());
    orders.put(order.id(), order);
    return order;
  }

  private void take(ObjectNode line) {
    if (reduced(line).isEmpty()) {
      keeper(line)
          .ifPresent(
              item -> {
                BigDecimal units = new BigDecimal(line.path("quantity").asText("0"));
                move(item, units.negate());
                ((ArrayNode) line.path("meta_data"))
                    .addObject()
                    .put("id", shelf.nextId())
                    .put("key", REDUCED)
                    .put("value", units.toPlainString())
                    .put("display_key", REDUCED)
                    .put("display_value", units.toPlainString());
              });
    }
  }

  /** Units of a line are sold no longer; as many as were taken at most. */
  public void putBack(ObjectNode order, long lineId, int units) {
    for (JsonNode line : order.path("line_items")) {
      if (line.path("id").asLong() == lineId) {
        reduced(line)
            .ifPresent(
                taken -> {
                  BigDecimal back = BigDecimal.valueOf(units).min(taken);
                  keeper(line).ifPresent(item -> move(item, back));
                  mark((ObjectNode) line, taken.subtract(back));
                });
      }
    }
  }

  private static void mark(ObjectNode line, BigDecimal units) {
    for (JsonNode one : line.path("meta_data")) {
      if (one.path("key").asText().equals(REDUCED)) {
        ((ObjectNode) one).put("value", units.toPlainString());
      }
    }
  }

  private void giveBack(ObjectNode line) {
    reduced(line)
        .ifPresent(
            units -> {
              keeper(line).ifPresent(item -> move(item, units));
              Iterator<JsonNode> meta = line.path("meta_data").iterator();
              while (meta.hasNext()) {
                if (meta.next().path("key").asText().equals(REDUCED)) {
                  meta.remove();
                }
              }
            });
  }

  private static Optional<BigDecimal> reduced(JsonNode line) {
    for (JsonNode one : line.path("meta_data")) {
      if (one.path("key").asText().equals(REDUCED)) {
        return Optional.of(new BigDecimal(one.path("value").asText()));
      }
    }
    return Optional.empty();
  }

  /** What keeps the stock of a line's product; empty where nobody counts it. */
  private Optional<Item> keeper(JsonNode line) {
    long variation = line.path("variation_id").asLong();
    long product = line.path("product_id").asLong();
    Optional<Item> own = shelf.find(variation == 0 ? product : variation);
    return own.filter(item -> item.is("manage_stock"))
        .or(() -> shelf.product(product).filter(item -> item.is("manage_stock")));
  }

  private void move(Item item, BigDecimal units) {
    BigDecimal now = item.get("stock_quantity").decimalValue().add(units);
    shelf.save(item, item.facts().deepCopy().put("stock_quantity", now));
  }

  public Instant now() {
    return clock.get().truncatedTo(ChronoUnit.SECONDS);
  }
}
