package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.store.Shelf;
import dev.storebridge.sandbox.shopify.store.StoredLevel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What Shopify refuses when stock is set. */
final class StockRules {

  private static final int MOST = 1_000_000_000;
  private static final Set<String> REASONS =
      Set.of(
          "correction",
          "cycle_count_available",
          "damaged",
          "movement_canceled",
          "movement_created",
          "movement_received",
          "movement_updated",
          "other",
          "promotion",
          "quality_control",
          "received",
          "reservation_created",
          "reservation_deleted",
          "reservation_updated",
          "restock",
          "safety_stock",
          "shrinkage");

  private final Shelf shelf;

  StockRules(Shelf shelf) {
    this.shelf = shelf;
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> rows(Map<String, Object> input) {
    return (List<Map<String, Object>>) input.get("quantities");
  }

  static boolean isReason(Object reason) {
    return REASONS.contains(reason);
  }

  /** Documents are named by an address with a scheme. */
  static boolean isDocument(String reference) {
    return reference.matches("[A-Za-z][A-Za-z0-9+.-]*://.+");
  }

  /** The value to compare with must be sent, be it null. */
  static void demandComparison(Map<String, Object> input) {
    if (rows(input).stream().anyMatch(row -> !row.containsKey("changeFromQuantity"))) {
      throw new ApiException(
          "InventoryQuantityInput must include the following argument: changeFromQuantity.",
          "INVALID_FIELD_ARGUMENTS");
    }
  }

  List<UserProblem> problems(Map<String, Object> input) {
    List<UserProblem> problems = new ArrayList<>();
    String name = (String) input.get("name");
    if (!Set.of("available", "on_hand").contains(name)) {
      problems.add(
          problem(
              "INVALID_NAME",
              "The quantity name must be either 'available' or 'on_hand'.",
              "name"));
    }
    if (!isReason(input.get("reason"))) {
      problems.add(problem("INVALID_REASON", "The specified reason is invalid.", "reason"));
    }
    String reference = (String) input.get("referenceDocumentUri");
    if (reference != null && !isDocument(reference)) {
      problems.add(
          problem(
              "INVALID_REFERENCE_DOCUMENT",
              "The specified reference document is invalid.",
              "referenceDocumentUri"));
    }
    addRows(rows(input), name, problems);
    return problems;
  }

  private void addRows(List<Map<String, Object>> rows, String name, List<UserProblem> problems) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> row = rows.get(i);
      String pair = row.get("inventoryItemId") + " " + row.get("locationId");
      if (!seen.add(pair)) {
        problems.add(
            row(
                i,
                "locationId",
                "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
                "The combination of inventoryItemId and locationId must be unique."));
      }
      problem(i, row, name).ifPresent(problems::add);
    }
  }

  private Optional<UserProblem> problem(int index, Map<String, Object> row, String name) {
    OptionalLong item = Gid.number("InventoryItem", (String) row.get("inventoryItemId"));
    OptionalLong location = Gid.number("Location", (String) row.get("locationId"));
    if (item.isEmpty() || shelf.variantOfItem(item.getAsLong()).isEmpty()) {
      return Optional.of(
          row(
              index,
              "inventoryItemId",
              "INVALID_INVENTORY_ITEM",
              "The specified inventory item could not be found."));
    }
    if (location.isEmpty() || shelf.location(location.getAsLong()).isEmpty()) {
      return Optional.of(
          row(
              index,
              "locationId",
              "INVALID_LOCATION",
              "The specified location could not be found."));
    }
    StoredLevel level = shelf.level(item.getAsLong(), location.getAsLong()).orElseThrow();
    return quantity(index, row, name).or(() -> stale(index, row, level.quantity(name)));
  }

  private static Optional<UserProblem> quantity(int index, Map<String, Object> row, String name) {
    int quantity = (Integer) row.get("quantity");
    if (quantity > MOST) {
      String message = "The quantity can't be higher than 1,000,000,000.";
      return Optional.of(row(index, "quantity", "INVALID_QUANTITY_TOO_HIGH", message));
    }
    if (quantity < -MOST) {
      String message = "The quantity can't be lower than -1,000,000,000.";
      return Optional.of(row(index, "quantity", "INVALID_QUANTITY_TOO_LOW", message));
    }
    if (quantity < 0 && "on_hand".equals(name)) {
      String message = "The quantity can't be negative.";
      return Optional.of(row(index, "quantity", "INVALID_QUANTITY_NEGATIVE", message));
    }
    return Optional.empty();
  }

  private static Optional<UserProblem> stale(int index, Map<String, Object> row, int persisted) {
    Object expected = row.get("changeFromQuantity");
    if (expected == null || expected.equals(persisted)) {
      return Optional.empty();
    }
    return Optional.of(
        row(
            index,
            "changeFromQuantity",
            "CHANGE_FROM_QUANTITY_STALE",
            "The changeFromQuantity argument no longer matches the persisted quantity."));
  }

  private static UserProblem problem(String code, String message, String member) {
    return new UserProblem(List.of("input", member), message, code);
  }

  private static UserProblem row(int index, String member, String code, String message) {
    return new UserProblem(
        List.of("input", "quantities", Integer.toString(index), member), message, code);
  }
}
