package dev.storebridge.sandbox.shopify.graphql;

import graphql.language.AstPrinter;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.TypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the variables with their declared types and says what does not fit, as Shopify does. */
final class VariableCheck {

  private final GraphQLSchema schema;

  VariableCheck(GraphQLSchema schema) {
    this.schema = schema;
  }

  private record Problem(List<Object> path, String explanation) {

    Map<String, Object> json() {
      return Map.of("path", path, "explanation", explanation);
    }
  }

  List<Map<String, Object>> check(OperationDefinition operation, Map<String, Object> variables) {
    List<Map<String, Object>> errors = new ArrayList<>();
    for (VariableDefinition variable : operation.getVariableDefinitions()) {
      boolean given = variables.containsKey(variable.getName());
      if (!given && variable.getDefaultValue() != null) {
        continue;
      }
      List<Problem> problems = new ArrayList<>();
      Object value = variables.get(variable.getName());
      look(value, typeOf(variable), new Site(List.of(), problems));
      if (!problems.isEmpty()) {
        errors.add(error(variable, value, problems));
      }
    }
    return errors;
  }

  private record Site(List<Object> path, List<Problem> problems) {

    Site at(Object step) {
      List<Object> longer = new ArrayList<>(path);
      longer.add(step);
      return new Site(longer, problems);
    }

    void report(String explanation) {
      problems.add(new Problem(path, explanation));
    }
  }

  private void look(Object value, GraphQLInputType type, Site site) {
    if (type instanceof GraphQLNonNull required) {
      if (value == null) {
        site.report("Expected value to not be null");
      } else {
        look(value, (GraphQLInputType) required.getWrappedType(), site);
      }
    } else if (value != null) {
      lookInside(value, type, site);
    }
  }

  private void lookInside(Object value, GraphQLInputType type, Site site) {
    switch (type) {
      case GraphQLList list -> {
        List<?> values = value instanceof List<?> many ? many : List.of(value);
        for (int i = 0; i < values.size(); i++) {
          look(values.get(i), (GraphQLInputType) list.getWrappedType(), site.at(i));
        }
      }
      case GraphQLInputObjectType object -> lookAtFields(value, object, site);
      case GraphQLEnumType choice -> {
        if (choice.getValue(String.valueOf(value)) == null) {
          String names =
              String.join(", ", choice.getValues().stream().map(v -> v.getName()).toList());
          site.report("Expected \"" + value + "\" to be one of: " + names);
        }
      }
      case GraphQLScalarType scalar ->
          Scalars.misfit(scalar.getName(), value).ifPresent(site::report);
      default -> throw new IllegalStateException("Unknown input type " + type);
    }
  }

  private void lookAtFields(Object value, GraphQLInputObjectType type, Site site) {
    if (!(value instanceof Map<?, ?> members)) {
      site.report("Expected " + value + " to be a key-value object.");
      return;
    }
    for (Object name : members.keySet()) {
      if (type.getFieldDefinition((String) name) == null) {
        site.at(name).report("Field is not defined on " + type.getName());
      }
    }
    for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
      boolean left = !members.containsKey(field.getName());
      if (!left || !field.hasSetDefaultValue()) {
        look(members.get(field.getName()), field.getType(), site.at(field.getName()));
      }
    }
  }

  private GraphQLInputType typeOf(VariableDefinition variable) {
    return wrap(variable.getType());
  }

  private GraphQLInputType wrap(graphql.language.Type<?> type) {
    return switch (type) {
      case graphql.language.NonNullType required ->
          GraphQLNonNull.nonNull(wrap((graphql.language.Type<?>) required.getType()));
      case graphql.language.ListType list ->
          GraphQLList.list(wrap((graphql.language.Type<?>) list.getType()));
      default ->
          (GraphQLInputType)
              GraphQLTypeUtil.unwrapAll(schema.getType(TypeUtil.unwrapAll(type).getName()));
    };
  }

  private static Map<String, Object> error(
      VariableDefinition variable, Object value, List<Problem> problems) {
    StringBuilder message =
        new StringBuilder("Variable $")
            .append(variable.getName())
            .append(" of type ")
            .append(AstPrinter.printAst(variable.getType()))
            .append(" was provided invalid value");
    Problem first = problems.getFirst();
    if (!first.path().isEmpty()) {
      message.append(" for ").append(dotted(first));
      message.append(" (").append(first.explanation()).append(")");
    }
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", "INVALID_VARIABLE");
    extensions.put("value", value);
    extensions.put("problems", problems.stream().map(Problem::json).toList());
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message.toString());
    error.put(
        "locations",
        List.of(
            Map.of(
                "line", variable.getSourceLocation().getLine(),
                "column", variable.getSourceLocation().getColumn())));
    error.put("extensions", extensions);
    return error;
  }

  private static String dotted(Problem problem) {
    return String.join(".", problem.path().stream().map(String::valueOf).toList());
  }
}
