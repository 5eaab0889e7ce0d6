package dev.storebridge.sandbox.shopify.graphql;

import graphql.execution.directives.QueryAppliedDirective;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Set;

/** The directive that makes a mutation run once per key, which some mutations demand. */
final class Idempotent {

  private static final Set<String> DEMANDED =
      Set.of("inventoryMoveQuantities", "inventorySetQuantities", "refundCreate");
  private static final String NAME = "idempotent";

  private Idempotent() {}

  /** Refuses an operation that leaves the directive out where it is demanded. */
  static void demand(OperationDefinition operation) {
    boolean missing =
        operation.getSelectionSet().getSelectionsOfType(Field.class).stream()
            .anyMatch(field -> DEMANDED.contains(field.getName()) && !field.hasDirective(NAME));
    if (missing) {
      throw new ApiException(
          "The @idempotent directive is required for this mutation but was not provided.",
          "BAD_REQUEST");
    }
  }

  static String key(DataFetchingEnvironment env) {
    List<QueryAppliedDirective> applied =
        env.getQueryDirectives().getImmediateAppliedDirective(NAME);
    String key = applied.getFirst().getArgument("key").getValue();
    if (key == null || key.isBlank()) {
      throw new ApiException("The idempotency key must not be blank.", "BAD_REQUEST");
    }
    return key;
  }
}
