package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.order.OrderDesk;
import dev.storebridge.sandbox.shopify.store.SearchIndex;
import dev.storebridge.sandbox.shopify.store.Shelf;
import dev.storebridge.sandbox.shopify.webhook.Subscriptions;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Answers GraphQL requests as the Admin API does: document, variables, cost, bucket, then the work.
 */
public final class AdminApi {

  private static final int MAX_COST = 1_000;

  private final GraphQLSchema schema;
  private final Documents documents;
  private final VariableCheck variables;
  private final GraphQL graphQl;

  /** What the store does besides showing its wares. */
  public record Desks(BulkDesk bulk, OrderDesk orders) {}

  /**
   * Who is told of changes.
   *
   * @param anywhere whether addresses on this machine and over plain http are taken
   */
  public record Hooks(Subscriptions subscriptions, boolean anywhere) {}

  public AdminApi(
      Shelf shelf, SearchIndex index, ShopFacts facts, Desks desks, Hooks hooks, Clock clock) {
    this.schema =
        AdminSchema.build(
            new AdminSchema.Parts(shelf, index, facts, desks.bulk(), desks.orders(), hooks, clock));
    this.documents = new Documents(schema);
    this.variables = new VariableCheck(schema);
    this.graphQl =
        GraphQL.newGraphQL(schema)
            .preparsedDocumentProvider(
                (input, parser) -> CompletableFuture.completedFuture(entry(input)))
            .defaultDataFetcherExceptionHandler(new ErrorShapes.Handler())
            .build();
  }

  /** The answer's JSON; refusals are answers too, always with HTTP status 200. */
  public Map<String, Object> answer(GraphRequest request, Caller caller) {
    Documents.Checked checked = documents.check(request.query());
    if (!checked.sound()) {
      return errors(checked.errors());
    }
    try {
      Documents.CheckedOperation operation = operation(checked, request);
      List<Map<String, Object>> problems =
          variables.check(operation.definition(), request.variables());
      return problems.isEmpty() ? paid(request, caller, operation) : errors(problems);
    } catch (ApiException e) {
      return errors(List.of(e.asError()));
    }
  }

  /** Runs one window of a bulk query and returns the data; throws when anything fails. */
  public Map<String, Object> bulk(String query, Caller caller, BulkWindow window) {
    ExecutionInput input =
        ExecutionInput.newExecutionInput(query)
            .graphQLContext(Map.of(Caller.class, caller, BulkWindow.class, window))
            .build();
    ExecutionResult result = graphQl.execute(input);
    if (!result.getErrors().isEmpty()) {
      throw ErrorShapes.asException(result.getErrors().getFirst());
    }
    return result.getData();
  }

  /** Why a query may not run as a bulk operation; empty when it may. */
  public Optional<String> bulkObjection(String query) {
    Documents.Checked checked = documents.check(query);
    return checked.sound()
        ? BulkRules.objection(schema, query, checked.document())
        : Optional.of("Invalid bulk query: " + checked.errors().getFirst().get("message"));
  }

  /** The operation's name, or its first field when it has none; for logs. */
  public String title(GraphRequest request) {
    if (request.operationName() != null && !request.operationName().isEmpty()) {
      return request.operationName();
    }
    Documents.Checked checked = documents.check(request.query());
    return checked.operations().values().stream()
        .findFirst()
        .map(Documents.CheckedOperation::title)
        .orElse("invalid");
  }

  private Map<String, Object> paid(
      GraphRequest request, Caller caller, Documents.CheckedOperation operation) {
    int requested = Math.max(1, operation.cost().requested(request.variables()));
    if (requested > MAX_COST) {
      throw tooDear(requested);
    }
    if (caller.throttled() || !caller.bucket().take(requested)) {
      return throttled(requested, caller);
    }
    Map<String, Object> answer = run(request, caller, operation);
    int actual = Math.min(requested, actual(operation, answer));
    caller.bucket().giveBack(requested - actual);
    answer.put("extensions", Map.of("cost", cost(requested, actual, caller)));
    return answer;
  }

  private static int actual(Documents.CheckedOperation operation, Map<String, Object> answer) {
    return Math.max(1, operation.cost().actual(answer.get("data")));
  }

  private Map<String, Object> run(
      GraphRequest request, Caller caller, Documents.CheckedOperation operation) {
    try {
      Idempotent.demand(operation.definition());
    } catch (ApiException e) {
      Map<String, Object> answer = errors(List.of(e.asError()));
      answer.put("data", null);
      return answer;
    }
    ExecutionInput.Builder input =
        ExecutionInput.newExecutionInput(request.query())
            .variables(request.variables())
            .graphQLContext(Map.of(Caller.class, caller));
    if (request.operationName() != null && !request.operationName().isEmpty()) {
      input.operationName(request.operationName());
    }
    ExecutionResult result = graphQl.execute(input.build());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("data", result.getData());
    if (!result.getErrors().isEmpty()) {
      answer.put("errors", ErrorShapes.of(result.getErrors()));
    }
    return answer;
  }

  private static Documents.CheckedOperation operation(
      Documents.Checked checked, GraphRequest request) {
    String name = request.operationName();
    Map<String, Documents.CheckedOperation> all = checked.operations();
    if ((name == null || name.isEmpty()) && all.size() == 1) {
      return all.values().iterator().next();
    }
    Documents.CheckedOperation named = all.get(name == null ? "" : name);
    if (named == null) {
      throw new ApiException("No operation named \"" + name + "\"", "BAD_REQUEST");
    }
    return named;
  }

  private PreparsedDocumentEntry entry(ExecutionInput input) {
    return new PreparsedDocumentEntry(documents.check(input.getQuery()).document());
  }

  private static Map<String, Object> errors(List<Map<String, Object>> errors) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("errors", errors);
    return answer;
  }

  private static ApiException tooDear(int cost) {
    return new ApiException(
        "Query cost is "
            + cost
            + ", which exceeds the single query max cost limit ("
            + MAX_COST
            + ").",
        "MAX_COST_EXCEEDED",
        Map.of(
            "cost", cost,
            "maxCost", MAX_COST,
            "documentation", "https://shopify.dev/api/usage/rate-limits"));
  }

  private static Map<String, Object> throttled(int requested, Caller caller) {
    ApiException refusal =
        new ApiException(
            "Throttled",
            "THROTTLED",
            Map.of("documentation", "https://shopify.dev/api/usage/rate-limits"));
    Map<String, Object> answer = errors(List.of(refusal.asError()));
    answer.put("extensions", Map.of("cost", cost(requested, null, caller)));
    return answer;
  }

  private static Map<String, Object> cost(int requested, Integer actual, Caller caller) {
    Map<String, Object> status = caller.bucket().status();
    if (caller.throttled()) {
      status.put("currentlyAvailable", 0);
    }
    Map<String, Object> cost = new LinkedHashMap<>();
    cost.put("requestedQueryCost", requested);
    cost.put("actualQueryCost", actual);
    cost.put("throttleStatus", status);
    return cost;
  }
}
