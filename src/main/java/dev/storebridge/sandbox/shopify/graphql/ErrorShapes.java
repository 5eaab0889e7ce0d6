package dev.storebridge.sandbox.shopify.graphql;

import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Says what went wrong while a query ran, in Shopify's shapes. */
final class ErrorShapes {

  private ErrorShapes() {}

  /** Turns refusals of fields into errors, and faults of the sandbox into server faults. */
  static final class Handler implements DataFetcherExceptionHandler {

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
        DataFetcherExceptionHandlerParameters fault) {
      GraphQLError error =
          new ExceptionWhileDataFetching(
              fault.getPath(), fault.getException(), fault.getSourceLocation());
      return CompletableFuture.completedFuture(
          DataFetcherExceptionHandlerResult.newResult(error).build());
    }
  }

  /** Shopify reports the cause alone, not the nulls that follow from it. */
  static List<Map<String, Object>> of(List<GraphQLError> errors) {
    return errors.stream()
        .filter(error -> error.getErrorType() != ErrorType.NullValueInNonNullableField)
        .map(ErrorShapes::shape)
        .toList();
  }

  static ApiException asException(GraphQLError error) {
    if (error instanceof ExceptionWhileDataFetching fault
        && fault.getException() instanceof ApiException refusal) {
      return refusal;
    }
    return new ApiException(error.getMessage(), "INTERNAL_SERVER_ERROR");
  }

  private static Map<String, Object> shape(GraphQLError error) {
    ApiException cause = asException(error);
    boolean refusal = !cause.extensions().containsValue("INTERNAL_SERVER_ERROR");
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put(
        "message",
        refusal
            ? cause.getMessage()
            : "Internal error. Looks like something went wrong on our end.\nRequest ID: "
                + UUID.randomUUID()
                + " ("
                + error.getMessage()
                + ")");
    if (error.getLocations() != null) {
      shape.put(
          "locations",
          error.getLocations().stream()
              .map(at -> Map.of("line", at.getLine(), "column", at.getColumn()))
              .toList());
    }
    shape.put("path", error.getPath());
    shape.put("extensions", cause.extensions());
    return shape;
  }
}
