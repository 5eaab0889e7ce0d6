package dev.storebridge.sandbox.shopify.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What Shopify demands of a query that is to run as a bulk operation. */
final class BulkRules {

  private static final int MOST_BYTES = 65_535;
  private static final int MOST_CONNECTIONS = 5;
  private static final int DEEPEST = 2;

  private final GraphQLSchema schema;
  private final Map<String, FragmentDefinition> fragments;
  private int connections;

  private BulkRules(GraphQLSchema schema, Document document) {
    this.schema = schema;
    this.fragments =
        document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .collect(Collectors.toMap(FragmentDefinition::getName, part -> part));
  }

  /** Why a sound document may not run in bulk; empty when it may. */
  static Optional<String> objection(GraphQLSchema schema, String text, Document document) {
    if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("Bulk queries must not be longer than " + MOST_BYTES + " bytes.");
    }
    OperationDefinition operation =
        document.getDefinitionsOfType(OperationDefinition.class).getFirst();
    if (operation.getOperation() != OperationDefinition.Operation.QUERY) {
      return Optional.of("Only queries can be run here.");
    }
    try {
      BulkRules rules = new BulkRules(schema, document);
      rules.roots(operation.getSelectionSet());
      rules.walk(operation.getSelectionSet(), schema.getQueryType(), new Depth(-1, false, true));
      rules.count();
      return Optional.empty();
    } catch (Objection e) {
      return Optional.of(e.getMessage());
    }
  }

  private static final class Objection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Objection(String message) {
      super(message);
    }
  }

  /**
   * Where the walk is.
   *
   * @param level 0 inside the root connection
   * @param listed inside a plain list
   * @param identified whether the node around selects its id
   */
  private record Depth(int level, boolean listed, boolean identified) {}

  private void roots(SelectionSet set) {
    for (Field field : set.getSelectionsOfType(Field.class)) {
      if (field.getName().equals("node") || field.getName().equals("nodes")) {
        throw new Objection("Bulk queries cannot use the top-level " + field.getName() + " field.");
      }
    }
  }

  private void count() {
    if (connections == 0) {
      throw new Objection("Bulk queries must contain at least one connection.");
    }
    if (connections > MOST_CONNECTIONS) {
      throw new Objection("Bulk queries cannot contain more than 5 connections.");
    }
  }

  private void walk(SelectionSet set, GraphQLFieldsContainer parent, Depth depth) {
    for (Selection<?> selection : set.getSelections()) {
      if (selection instanceof Field field && !field.getName().startsWith("__")) {
        visit(field, parent.getFieldDefinition(field.getName()).getType(), depth);
      } else if (selection instanceof InlineFragment part) {
        walk(part.getSelectionSet(), narrowed(part, parent), depth);
      } else if (selection instanceof FragmentSpread spread) {
        FragmentDefinition part = fragments.get(spread.getName());
        String type = part.getTypeCondition().getName();
        walk(part.getSelectionSet(), (GraphQLFieldsContainer) schema.getType(type), depth);
      }
    }
  }

  private GraphQLFieldsContainer narrowed(InlineFragment part, GraphQLFieldsContainer parent) {
    return part.getTypeCondition() == null
        ? parent
        : (GraphQLFieldsContainer) schema.getType(part.getTypeCondition().getName());
  }

  private void visit(Field field, GraphQLOutputType type, Depth depth) {
    GraphQLUnmodifiedType bare = GraphQLTypeUtil.unwrapAll(type);
    if (!(bare instanceof GraphQLFieldsContainer container)) {
      return;
    }
    if (bare.getName().endsWith("Connection")) {
      connection(field, container, depth);
    } else {
      boolean list = GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLList;
      Depth inside = new Depth(depth.level(), depth.listed() || list, depth.identified());
      walk(field.getSelectionSet(), container, inside);
    }
  }

  private void connection(Field field, GraphQLFieldsContainer container, Depth depth) {
    connections++;
    if (depth.listed()) {
      throw new Objection(
          "Queries that contain a connection field within a list field are not supported.");
    }
    if (depth.level() + 1 > DEEPEST) {
      throw new Objection(
          "Bulk queries cannot contain connections with a nesting depth greater than 2.");
    }
    if (!depth.identified()) {
      throw new Objection(
          "The parent 'node' field for a nested connection must select the 'id' field without an alias.");
    }
    for (Field child : field.getSelectionSet().getSelectionsOfType(Field.class)) {
      if (child.getName().equals("nodes")) {
        throw new Objection("Bulk queries must read connections through edges and node.");
      }
      if (child.getName().equals("edges")) {
        edges(child, container, depth.level() + 1);
      }
    }
  }

  private void edges(Field edges, GraphQLFieldsContainer connection, int level) {
    GraphQLFieldsContainer edge = bare(connection, "edges");
    for (Field node : edges.getSelectionSet().getSelectionsOfType(Field.class)) {
      if (node.getName().equals("node")) {
        Depth inside = new Depth(level, false, selectsId(node.getSelectionSet()));
        walk(node.getSelectionSet(), bare(edge, "node"), inside);
      }
    }
  }

  private static GraphQLFieldsContainer bare(GraphQLFieldsContainer parent, String field) {
    return (GraphQLFieldsContainer)
        GraphQLTypeUtil.unwrapAll(parent.getFieldDefinition(field).getType());
  }

  private boolean selectsId(SelectionSet set) {
    return set.getSelections().stream()
        .anyMatch(
            selection ->
                switch (selection) {
                  case Field field -> field.getName().equals("id") && field.getAlias() == null;
                  case FragmentSpread spread ->
                      selectsId(fragments.get(spread.getName()).getSelectionSet());
                  default -> false;
                });
  }
}
