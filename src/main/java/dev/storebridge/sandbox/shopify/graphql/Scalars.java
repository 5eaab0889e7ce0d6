package dev.storebridge.sandbox.shopify.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Shopify's own scalars. All of them travel as JSON strings. */
final class Scalars {

  private Scalars() {}

  static GraphQLScalarType named(String name) {
    return GraphQLScalarType.newScalar().name(name).coercing(new Text(name)).build();
  }

  /** Why a variable's value does not fit a scalar; empty when it does. */
  static Optional<String> misfit(String scalar, Object value) {
    boolean fits =
        switch (scalar) {
          case "Int" -> value instanceof Integer;
          case "Float" -> value instanceof Number;
          case "Boolean" -> value instanceof Boolean;
          case "String", "HTML", "URL", "DateTime" -> value instanceof String;
          case "ID" -> value instanceof String || value instanceof Integer;
          case "Money", "Decimal" -> decimal(value);
          default -> value instanceof String || value instanceof Number;
        };
    return fits
        ? Optional.empty()
        : Optional.of("Could not coerce value " + quoted(value) + " to " + scalar);
  }

  private static String quoted(Object value) {
    return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
  }

  private static boolean decimal(Object value) {
    try {
      new BigDecimal(String.valueOf(value));
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private record Text(String name) implements Coercing<String, String> {

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
      return StringValue.of(input.toString());
    }

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      return String.valueOf(value);
    }

    @Override
    public String parseValue(Object value, GraphQLContext context, Locale locale) {
      misfit(name, value)
          .ifPresent(
              why -> {
                throw new CoercingParseValueException(why);
              });
      return String.valueOf(value);
    }

    @Override
    public String parseLiteral(
        Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
      return switch (literal) {
        case StringValue text -> parseValue(text.getValue(), context, locale);
        case IntValue number -> number.getValue().toString();
        case FloatValue number -> number.getValue().toPlainString();
        default -> throw new CoercingParseLiteralException("Expected a " + name);
      };
    }
  }
}
