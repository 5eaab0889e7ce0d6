package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.store.Shelf;
import dev.storebridge.sandbox.shopify.store.StoredLevel;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** {@code inventorySetQuantities}: all rows or none, compared before they are set, once per key. */
final class StockMutation {

  private record Change(String name, int delta, long itemId, long locationId) {}

  private record Group(
      long id,
      Instant createdAt,
      String reason,
      String reference,
      String app,
      List<Change> changes) {}

  private record Outcome(Group group, List<UserProblem> problems) {}

  private final Shelf shelf;
  private final StockRules rules;
  private final IdempotencyKeys keys;
  private final AtomicLong groups = new AtomicLong(740_000_000);

  StockMutation(Shelf shelf, IdempotencyKeys keys) {
    this.shelf = shelf;
    this.rules = new StockRules(shelf);
    this.keys = keys;
  }

  List<TypeFields<?>> types() {
    return List.of(
        new TypeFields<>("InventorySetQuantitiesPayload", Outcome.class)
            .field("inventoryAdjustmentGroup", Outcome::group)
            .field("userErrors", Outcome::problems),
        group(),
        change());
  }

  void addTo(TypeFields<Object> mutation) {
    mutation
        .field("inventorySetQuantities", (root, env) -> set(env))
        .needs("inventorySetQuantities", "write_inventory");
  }

  private Outcome set(DataFetchingEnvironment env) {
    Map<String, Object> input = env.getArgument("input");
    Caller caller = env.getGraphQlContext().get(Caller.class);
    String key = Idempotent.key(env);
    StockRules.demandComparison(input);
    try {
      return keys.once(caller.app(), key, input, () -> setOnce(input, caller));
    } catch (IdempotencyKeys.Mismatch e) {
      return new Outcome(
          null,
          List.of(
              new UserProblem(
                  null,
                  "The same idempotency key cannot be used with different operation parameters.",
                  "IDEMPOTENCY_KEY_PARAMETER_MISMATCH")));
    }
  }

  private Outcome setOnce(Map<String, Object> input, Caller caller) {
    synchronized (shelf) {
      List<UserProblem> problems = rules.problems(input);
      return problems.isEmpty()
          ? new Outcome(write(input, caller), List.of())
          : new Outcome(null, problems);
    }
  }

  private Group write(Map<String, Object> input, Caller caller) {
    List<Change> changes = new ArrayList<>();
    boolean onHand = "on_hand".equals(input.get("name"));
    for (Map<String, Object> row : StockRules.rows(input)) {
      long item = Gid.number("InventoryItem", (String) row.get("inventoryItemId")).orElseThrow();
      long location = Gid.number("Location", (String) row.get("locationId")).orElseThrow();
      StoredLevel before = shelf.level(item, location).orElseThrow();
      int quantity = (Integer) row.get("quantity");
      int available = onHand ? quantity - before.committed() - before.reserved() : quantity;
      shelf.setAvailable(item, location, available);
      int delta = available - before.available();
      if (delta != 0) {
        changes.add(new Change("available", delta, item, location));
        changes.add(new Change("on_hand", delta, item, location));
      }
    }
    return changes.isEmpty()
        ? null
        : new Group(
            groups.incrementAndGet(),
            shelf.now(),
            (String) input.get("reason"),
            (String) input.get("referenceDocumentUri"),
            caller.app(),
            changes);
  }

  private static TypeFields<Group> group() {
    return new TypeFields<>("InventoryAdjustmentGroup", Group.class)
        .field("id", g -> Gid.of("InventoryAdjustmentGroup", g.id()))
        .field("createdAt", Group::createdAt)
        .field("reason", Group::reason)
        .field("referenceDocumentUri", Group::reference)
        .field("app", g -> new ShopFields.App(g.app()))
        .field("changes", Group::changes);
  }

  private TypeFields<Change> change() {
    return new TypeFields<>("InventoryChange", Change.class)
        .field("name", Change::name)
        .field("delta", Change::delta)
        .field("quantityAfterChange", c -> null)
        .field("item", c -> shelf.variantOfItem(c.itemId()).map(Item::new).orElse(null))
        .field("location", c -> shelf.location(c.locationId()).orElse(null));
  }
}
