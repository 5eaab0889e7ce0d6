package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.store.Shelf;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;

/**
 * {@code inventoryMoveQuantities} between available and reserved: all rows or none, once per key.
 */
final class MoveMutation {

  private record Outcome(List<UserProblem> problems) {}

  private final Shelf shelf;
  private final MoveRules rules;
  private final IdempotencyKeys keys;

  MoveMutation(Shelf shelf, IdempotencyKeys keys) {
    this.shelf = shelf;
    this.rules = new MoveRules(shelf);
    this.keys = keys;
  }

  List<TypeFields<?>> types() {
    return List.of(
        new TypeFields<>("InventoryMoveQuantitiesPayload", Outcome.class)
            .field("inventoryAdjustmentGroup", outcome -> null)
            .field("userErrors", Outcome::problems));
  }

  void addTo(TypeFields<Object> mutation) {
    mutation
        .field("inventoryMoveQuantities", (root, env) -> move(env))
        .needs("inventoryMoveQuantities", "write_inventory");
  }

  private Outcome move(DataFetchingEnvironment env) {
    Map<String, Object> input = env.getArgument("input");
    Caller caller = env.getGraphQlContext().get(Caller.class);
    String key = Idempotent.key(env);
    MoveRules.demandComparison(input);
    try {
      return keys.once(caller.app(), key, input, () -> moveOnce(input));
    } catch (IdempotencyKeys.Mismatch e) {
      return new Outcome(
          List.of(
              new UserProblem(
                  null,
                  "The same idempotency key cannot be used with different operation parameters.",
                  "IDEMPOTENCY_KEY_PARAMETER_MISMATCH")));
    }
  }

  private Outcome moveOnce(Map<String, Object> input) {
    synchronized (shelf) {
      List<UserProblem> problems = rules.problems(input);
      if (problems.isEmpty()) {
        MoveRules.changes(input).forEach(this::write);
      }
      return new Outcome(problems);
    }
  }

  private void write(Map<String, Object> change) {
    long item = Gid.number("InventoryItem", (String) change.get("inventoryItemId")).orElseThrow();
    Map<String, Object> from = MoveRules.end(change, "from");
    long location = Gid.number("Location", (String) from.get("locationId")).orElseThrow();
    int quantity = (Integer) change.get("quantity");
    shelf.reserve(item, location, "available".equals(from.get("name")) ? quantity : -quantity);
  }
}
