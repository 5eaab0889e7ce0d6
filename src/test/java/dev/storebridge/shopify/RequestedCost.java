package dev.storebridge.shopify;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The points that Shopify reserves for a document, by the rule fitted to its recorded answers: so
 * that the constants in the code cannot drift from the documents.
 */
final class RequestedCost {

  private static final Set<String> FREE = Set.of("PageInfo", "MoneyV2", "MoneyBag");

  private final GraphQLSchema schema;
  private final OperationDefinition operation;
  private final Map<String, FragmentDefinition> fragments;

  RequestedCost(GraphQLSchema schema, Document document) {
    this.schema = schema;
    this.operation = document.getDefinitionsOfType(OperationDefinition.class).getFirst();
    this.fragments =
        document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity()));
  }

  int total() {
    if (operation.getOperation() == OperationDefinition.Operation.MUTATION) {
      return fields(operation.getSelectionSet(), schema.getMutationType()).stream()
          .mapToInt(one -> one.field().getName().equals("refundCreate") ? 20 : 10)
          .sum();
    }
    return Math.max(1, sum(operation.getSelectionSet(), schema.getQueryType()));
  }

  /** Of an interface the dearest type counts. */
  private int sum(SelectionSet set, GraphQLCompositeType type) {
    if (type instanceof GraphQLInterfaceType face) {
      return schema.getImplementations(face).stream().mapToInt(t -> sum(set, t)).max().orElse(0);
    }
    return fields(set, (GraphQLObjectType) type).stream().mapToInt(this::cost).sum();
  }

  private record Selected(Field field, GraphQLNamedType type) {}

  private int cost(Selected selected) {
    if (!(selected.type() instanceof GraphQLCompositeType type)) {
      return 0;
    }
    SelectionSet set = selected.field().getSelectionSet();
    if (type.getName().endsWith("Connection")) {
      int node =
          fields(set, (GraphQLObjectType) type).stream()
              .filter(child -> child.field().getName().equals("nodes"))
              .mapToInt(
                  nodes ->
                      1 + sum(nodes.field().getSelectionSet(), (GraphQLCompositeType) nodes.type()))
              .sum();
      return 2 + size(selected.field()) * node;
    }
    int own = type.getName().equals("Count") ? 10 : FREE.contains(type.getName()) ? 0 : 1;
    return own + sum(set, type);
  }

  private static int size(Field connection) {
    int first =
        connection.getArguments().stream()
            .filter(argument -> argument.getName().equals("first"))
            .map(argument -> ((IntValue) argument.getValue()).getValue().intValue())
            .findFirst()
            .orElseThrow();
    return Math.max(1, (int) Math.floor(2 * Math.log(first)));
  }

  private List<Selected> fields(SelectionSet set, GraphQLObjectType type) {
    List<Selected> found = new ArrayList<>();
    for (Selection<?> selection : set.getSelections()) {
      if (selection instanceof Field field) {
        found.add(new Selected(field, typeOf(type, field)));
      } else if (selection instanceof InlineFragment inline
          && covers(inline.getTypeCondition().getName(), type)) {
        found.addAll(fields(inline.getSelectionSet(), type));
      } else if (selection instanceof FragmentSpread spread) {
        FragmentDefinition fragment = fragments.get(spread.getName());
        if (covers(fragment.getTypeCondition().getName(), type)) {
          found.addAll(fields(fragment.getSelectionSet(), type));
        }
      }
    }
    return found;
  }

  private static GraphQLNamedType typeOf(GraphQLFieldsContainer type, Field field) {
    return GraphQLTypeUtil.unwrapAllAs(type.getField(field.getName()).getType());
  }

  private static boolean covers(String condition, GraphQLImplementingType type) {
    return condition.equals(type.getName())
        || type.getInterfaces().stream().anyMatch(face -> face.getName().equals(condition));
  }
}
