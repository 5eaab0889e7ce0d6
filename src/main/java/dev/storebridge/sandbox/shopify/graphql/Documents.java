package dev.storebridge.sandbox.shopify.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.validation.Validator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Parses and validates each text once; clients send the same few documents again and again. */
final class Documents {

  private static final int KEPT = 500;

  /** A checked document: its operations with their costs by name, or the errors it has. */
  record Checked(
      Document document,
      Map<String, CheckedOperation> operations,
      List<Map<String, Object>> errors) {

    boolean sound() {
      return errors.isEmpty();
    }
  }

  /** An operation and what it costs. */
  record CheckedOperation(OperationDefinition definition, CostNode cost) {

    String title() {
      return definition.getName() != null
          ? definition.getName()
          : definition.getSelectionSet().getSelectionsOfType(Field.class).stream()
              .findFirst()
              .map(Field::getName)
              .orElse("fragment");
    }
  }

  private final GraphQLSchema schema;
  private final ConcurrentMap<String, Checked> known = new ConcurrentHashMap<>();

  Documents(GraphQLSchema schema) {
    this.schema = schema;
  }

  Checked check(String text) {
    if (known.size() > KEPT) {
      known.clear();
    }
    return known.computeIfAbsent(text, this::read);
  }

  private Checked read(String text) {
    Document document;
    try {
      document = Parser.parse(text);
    } catch (InvalidSyntaxException e) {
      return new Checked(null, Map.of(), List.of(ValidationShapes.syntax(e)));
    }
    List<Map<String, Object>> errors =
        new Validator()
            .validateDocument(schema, document, Locale.ENGLISH).stream()
                .map(error -> ValidationShapes.of(error, document))
                .toList();
    return new Checked(document, errors.isEmpty() ? operations(document) : Map.of(), errors);
  }

  private Map<String, CheckedOperation> operations(Document document) {
    Map<String, CheckedOperation> operations = new LinkedHashMap<>();
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      CostNode cost = new CostPlan(schema, document, operation).compile();
      String name = operation.getName() == null ? "" : operation.getName();
      operations.put(name, new CheckedOperation(operation, cost));
    }
    return operations;
  }
}
