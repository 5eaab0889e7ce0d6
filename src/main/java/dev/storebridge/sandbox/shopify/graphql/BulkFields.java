package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.store.Gid;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.OptionalLong;

/** The fields that have to do with bulk operations. */
final class BulkFields {

  private final BulkDesk desk;

  BulkFields(BulkDesk desk) {
    this.desk = desk;
  }

  List<TypeFields<?>> types() {
    return List.of(
        job(), receipt("BulkOperationRunQueryPayload"), receipt("BulkOperationCancelPayload"));
  }

  void addTo(TypeFields<Object> query, TypeFields<Object> mutation) {
    query
        .field("bulkOperation", (root, env) -> desk.find(caller(env), id(env)).orElse(null))
        .field("bulkOperations", (root, env) -> all(env));
    mutation
        .field(
            "bulkOperationRunQuery",
            (root, env) ->
                desk.run(caller(env), env.getArgument("query"), env.getArgument("groupObjects")))
        .field("bulkOperationCancel", (root, env) -> desk.cancel(caller(env), id(env)));
  }

  private Page all(DataFetchingEnvironment env) {
    Sort<BulkJob> sort = Sort.byId(BulkJob::id).reversed(env.getArgument("reverse"));
    List<BulkJob> rows = desk.all(caller(env)).stream().sorted(sort.comparator()).toList();
    return Paging.page(env, rows, sort);
  }

  private static long id(DataFetchingEnvironment env) {
    OptionalLong id = Gid.number("BulkOperation", env.getArgument("id"));
    return id.orElseThrow(ApiException::invalidId);
  }

  private static Caller caller(DataFetchingEnvironment env) {
    return env.getGraphQlContext().get(Caller.class);
  }

  private static TypeFields<BulkDesk.Receipt> receipt(String type) {
    return new TypeFields<>(type, BulkDesk.Receipt.class)
        .field("bulkOperation", BulkDesk.Receipt::job)
        .field("userErrors", BulkDesk.Receipt::problems);
  }

  private static TypeFields<BulkJob> job() {
    return new TypeFields<>("BulkOperation", BulkJob.class)
        .field("id", j -> Gid.of("BulkOperation", j.id()))
        .field("status", BulkJob::status)
        .field("type", j -> "QUERY")
        .field("errorCode", BulkJob::errorCode)
        .field("createdAt", BulkJob::createdAt)
        .field("completedAt", BulkJob::completedAt)
        .field("objectCount", BulkJob::objects)
        .field("rootObjectCount", BulkJob::roots)
        .field("fileSize", BulkJob::bytes)
        .field("url", BulkJob::url)
        .field("partialDataUrl", j -> null)
        .field("query", BulkJob::query);
  }
}
