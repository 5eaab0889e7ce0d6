package dev.storebridge.sandbox.shopify.graphql;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Walks an operation along the schema and works out what each part costs. */
final class CostPlan {

  private static final Set<String> FREE =
      Set.of("MoneyBag", "MoneyV2", "MailingAddress", "LocationAddress", "ShopAddress", "PageInfo");
  private static final CostNode.Size ONCE = new CostNode.Size.Once();
  private static final int MUTATION = 10;
  private static final Map<String, Integer> DEAR = Map.of("refundCreate", 20);

  private final GraphQLSchema schema;
  private final OperationDefinition operation;
  private final Map<String, FragmentDefinition> fragments;

  CostPlan(GraphQLSchema schema, Document document, OperationDefinition operation) {
    this.schema = schema;
    this.operation = operation;
    this.fragments =
        document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .collect(Collectors.toMap(FragmentDefinition::getName, f -> f));
  }

  CostNode compile() {
    boolean mutation = operation.getOperation() == OperationDefinition.Operation.MUTATION;
    GraphQLObjectType root = mutation ? schema.getMutationType() : schema.getQueryType();
    List<CostNode> children =
        flat(operation.getSelectionSet(), root, root).stream()
            .map(selected -> mutation ? mutation(selected) : node(selected))
            .toList();
    return new CostNode("", ONCE, 0, List.of(children));
  }

  private record Selected(Field field, GraphQLFieldsContainer parent) {

    GraphQLUnmodifiedType type() {
      return GraphQLTypeUtil.unwrapAll(parent.getFieldDefinition(field.getName()).getType());
    }

    String key() {
      return field.getResultKey();
    }
  }

  /** A mutation costs 10, and the objects of its payload are free on their first level. */
  private CostNode mutation(Selected selected) {
    GraphQLObjectType payload = (GraphQLObjectType) selected.type();
    List<CostNode> children =
        flat(selected.field().getSelectionSet(), payload, payload).stream()
            .map(
                below -> {
                  CostNode paid = node(below);
                  boolean list = paid.size() instanceof CostNode.Size.Paged;
                  return list ? paid : new CostNode(paid.key(), ONCE, 0, paid.branches());
                })
            .toList();
    return new CostNode(selected.key(), ONCE, price(selected.field()), List.of(children));
  }

  private static int price(Field mutation) {
    return DEAR.getOrDefault(mutation.getName(), MUTATION);
  }

  private CostNode node(Selected selected) {
    if (!(selected.type() instanceof GraphQLCompositeType type)) {
      return new CostNode(selected.key(), ONCE, 0, List.of());
    }
    String name = type.getName();
    if (name.endsWith("Error")) {
      return new CostNode(selected.key(), ONCE, 0, List.of());
    }
    if (name.endsWith("Connection")) {
      return connection(selected, (GraphQLObjectType) type);
    }
    int own = name.equals("Count") ? 10 : FREE.contains(name) ? 0 : 1;
    return new CostNode(selected.key(), ONCE, own, branches(selected.field(), type));
  }

  private CostNode connection(Selected selected, GraphQLObjectType type) {
    List<CostNode> children = new ArrayList<>();
    for (Selected child : flat(selected.field().getSelectionSet(), type, type)) {
      if (child.field().getName().equals("nodes")) {
        children.add(node(child));
      } else if (child.field().getName().equals("edges")) {
        GraphQLCompositeType edge = (GraphQLCompositeType) child.type();
        children.add(new CostNode(child.key(), ONCE, 0, branches(child.field(), edge)));
      }
    }
    return new CostNode(selected.key(), first(selected.field()), 0, List.of(children));
  }

  private List<List<CostNode>> branches(Field field, GraphQLCompositeType type) {
    List<List<CostNode>> branches = new ArrayList<>();
    for (GraphQLObjectType concrete : concrete(type)) {
      branches.add(flat(field.getSelectionSet(), type, concrete).stream().map(this::node).toList());
    }
    return branches;
  }

  private List<GraphQLObjectType> concrete(GraphQLCompositeType type) {
    return switch (type) {
      case GraphQLInterfaceType several -> schema.getImplementations(several);
      case GraphQLUnionType several ->
          several.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
      default -> List.of((GraphQLObjectType) type);
    };
  }

  /** The fields that apply to the concrete type, fragments opened. */
  private List<Selected> flat(
      SelectionSet set, GraphQLCompositeType parent, GraphQLObjectType concrete) {
    List<Selected> fields = new ArrayList<>();
    for (Selection<?> selection : set == null ? List.<Selection<?>>of() : selections(set)) {
      switch (selection) {
        case Field field -> {
          if (!field.getName().startsWith("__")) {
            fields.add(new Selected(field, concrete));
          }
        }
        case InlineFragment part ->
            fields.addAll(
                opened(part.getTypeCondition(), part.getSelectionSet(), parent, concrete));
        case FragmentSpread spread -> {
          FragmentDefinition part = fragments.get(spread.getName());
          fields.addAll(opened(part.getTypeCondition(), part.getSelectionSet(), parent, concrete));
        }
        default -> throw new IllegalStateException("Unknown selection " + selection);
      }
    }
    return fields;
  }

  private List<Selected> opened(
      TypeName condition,
      SelectionSet set,
      GraphQLCompositeType parent,
      GraphQLObjectType concrete) {
    GraphQLType type = condition == null ? parent : schema.getType(condition.getName());
    GraphQLCompositeType narrowed = (GraphQLCompositeType) type;
    return concrete(narrowed).contains(concrete) ? flat(set, narrowed, concrete) : List.of();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static List<Selection<?>> selections(SelectionSet set) {
    return (List) set.getSelections();
  }

  private CostNode.Size first(Field field) {
    return field.getArguments().stream()
        .filter(argument -> argument.getName().equals("first"))
        .findFirst()
        .map(Argument::getValue)
        .map(this::size)
        .orElse(new CostNode.Size.Paged(null, null));
  }

  private CostNode.Size size(Value<?> value) {
    if (value instanceof IntValue number) {
      return new CostNode.Size.Paged(number.getValue().intValue(), null);
    }
    if (!(value instanceof VariableReference reference)) {
      return new CostNode.Size.Paged(null, null);
    }
    Integer otherwise =
        operation.getVariableDefinitions().stream()
            .filter(variable -> variable.getName().equals(reference.getName()))
            .map(variable -> variable.getDefaultValue())
            .filter(IntValue.class::isInstance)
            .map(number -> ((IntValue) number).getValue().intValue())
            .findFirst()
            .orElse(null);
    return new CostNode.Size.Paged(otherwise, reference.getName());
  }
}
