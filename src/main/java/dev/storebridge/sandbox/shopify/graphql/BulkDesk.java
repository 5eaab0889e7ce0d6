package dev.storebridge.sandbox.shopify.graphql;

import java.util.List;
import java.util.Optional;

/** Where bulk operations are ordered and asked for. */
public interface BulkDesk {

  /** The new operation, or why there is none. */
  record Receipt(BulkJob job, List<UserProblem> problems) {}

  /** Starts a query as a bulk operation. */
  Receipt run(Caller caller, String query, boolean grouped);

  /** Asks an operation to stop. */
  Receipt cancel(Caller caller, long id);

  Optional<BulkJob> find(Caller caller, long id);

  /** All operations of the caller, oldest first. */
  List<BulkJob> all(Caller caller);
}
