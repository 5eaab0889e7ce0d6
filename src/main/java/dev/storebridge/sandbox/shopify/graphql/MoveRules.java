package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.store.Shelf;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What Shopify refuses when stock is moved between states. */
final class MoveRules {

  private static final int MOST = 2_000_000_000;
  private static final int MOST_DOCUMENTS = 2;
  private static final Set<String> NAMES =
      Set.of("available", "damaged", "incoming", "quality_control", "reserved", "safety_stock");

  private final Shelf shelf;

  MoveRules(Shelf shelf) {
    this.shelf = shelf;
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> changes(Map<String, Object> input) {
    return (List<Map<String, Object>>) input.get("changes");
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> end(Map<String, Object> change, String end) {
    return (Map<String, Object>) change.get(end);
  }

  /** The value to compare with must be sent at both ends, be it null. */
  static void demandComparison(Map<String, Object> input) {
    boolean missing =
        changes(input).stream()
            .anyMatch(
                change ->
                    !end(change, "from").containsKey("changeFromQuantity")
                        || !end(change, "to").containsKey("changeFromQuantity"));
    if (missing) {
      throw new ApiException(
          "InventoryMoveQuantityTerminalInput must include the following argument:"
              + " changeFromQuantity.",
          "INVALID_FIELD_ARGUMENTS");
    }
  }

  List<UserProblem> problems(Map<String, Object> input) {
    List<UserProblem> problems = new ArrayList<>();
    if (!StockRules.isReason(input.get("reason"))) {
      problems.add(
          new UserProblem(
              List.of("input", "reason"), "The specified reason is invalid.", "INVALID_REASON"));
    }
    if (!StockRules.isDocument((String) input.get("referenceDocumentUri"))) {
      problems.add(
          new UserProblem(
              List.of("input", "referenceDocumentUri"),
              "The specified reference document is invalid.",
              "INVALID_REFERENCE_DOCUMENT"));
    }
    Set<Object> documents = new HashSet<>();
    List<Map<String, Object>> changes = changes(input);
    for (int i = 0; i < changes.size(); i++) {
      Map<String, Object> change = changes.get(i);
      problem(i, change).ifPresent(problems::add);
      for (String end : List.of("from", "to")) {
        Optional.ofNullable(end(change, end).get("ledgerDocumentUri")).ifPresent(documents::add);
      }
    }
    if (documents.size() > MOST_DOCUMENTS) {
      problems.add(
          new UserProblem(
              List.of("input", "changes"),
              "Only a maximum of 2 ledger document URIs across all changes is allowed.",
              "MAXIMUM_LEDGER_DOCUMENT_URIS"));
    }
    return problems;
  }

  private Optional<UserProblem> problem(int index, Map<String, Object> change) {
    Map<String, Object> from = end(change, "from");
    Map<String, Object> to = end(change, "to");
    OptionalLong item = Gid.number("InventoryItem", (String) change.get("inventoryItemId"));
    if (item.isEmpty() || shelf.variantOfItem(item.getAsLong()).isEmpty()) {
      return row(
          index,
          "inventoryItemId",
          "INVALID_INVENTORY_ITEM",
          "The specified inventory item could not be found.");
    }
    if (!from.get("locationId").equals(to.get("locationId"))) {
      return row(
          index,
          "to",
          "DIFFERENT_LOCATIONS",
          "The quantities can't be moved between different locations.");
    }
    OptionalLong location = Gid.number("Location", (String) from.get("locationId"));
    if (location.isEmpty() || shelf.level(item.getAsLong(), location.getAsLong()).isEmpty()) {
      return row(index, "from", "INVALID_LOCATION", "The specified location could not be found.");
    }
    if (from.get("name").equals(to.get("name"))) {
      return row(
          index,
          "to",
          "SAME_QUANTITY_NAME",
          "The quantity names for each change can't be the same.");
    }
    int quantity = (Integer) change.get("quantity");
    if (quantity < 0) {
      return row(index, "quantity", "INVALID_QUANTITY_NEGATIVE", "The quantity can't be negative.");
    }
    if (quantity > MOST) {
      return row(
          index,
          "quantity",
          "INVALID_QUANTITY_TOO_HIGH",
          "The quantity can't be higher than 2,000,000,000.");
    }
    return document(index, "from", from).or(() -> document(index, "to", to));
  }

  private static Optional<UserProblem> document(int index, String end, Map<String, Object> at) {
    Object document = at.get("ledgerDocumentUri");
    String name = (String) at.get("name");
    if (!NAMES.contains(name)) {
      return row(index, end, "INVALID_QUANTITY_NAME", "The specified quantity name is invalid.");
    }
    if (name.equals("available")) {
      return document == null
          ? Optional.empty()
          : row(
              index,
              end,
              "INVALID_AVAILABLE_DOCUMENT",
              "A ledger document URI is not allowed when adjusting available.");
    }
    if (document == null) {
      return row(
          index,
          end,
          "INVALID_QUANTITY_DOCUMENT",
          "A ledger document URI is required except when adjusting available.");
    }
    if (document.toString().startsWith("gid://shopify/")) {
      return row(
          index,
          end,
          "INTERNAL_LEDGER_DOCUMENT",
          "Internal (gid://shopify/) ledger documents are not allowed to be adjusted via API.");
    }
    return StockRules.isDocument(document.toString())
        ? Optional.empty()
        : row(index, end, "INVALID_LEDGER_DOCUMENT", "The specified ledger document is invalid.");
  }

  private static Optional<UserProblem> row(int index, String member, String code, String message) {
    return Optional.of(
        new UserProblem(
            List.of("input", "changes", Integer.toString(index), member), message, code));
  }
}
