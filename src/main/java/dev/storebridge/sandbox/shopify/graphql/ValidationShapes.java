package dev.storebridge.sandbox.shopify.graphql;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says a document's mistakes in Shopify's words and codes: {@code undefinedField}, {@code
 * missingRequiredArguments}, {@code argumentLiteralsIncompatible}, {@code PARSE_ERROR} are
 * recorded; the codes of the rarer mistakes are those of the GraphQL library that Shopify runs.
 */
final class ValidationShapes {

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

  private ValidationShapes() {}

  static Map<String, Object> syntax(InvalidSyntaxException e) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", "syntax error: " + e.getMessage());
    error.put("locations", locations(List.of(e.getLocation())));
    error.put("extensions", Map.of("code", "PARSE_ERROR"));
    return error;
  }

  static Map<String, Object> of(ValidationError found, Document document) {
    List<String> path = path(found, document);
    Map<String, Object> error = new LinkedHashMap<>();
    Shape shape = shape(found, path);
    error.put("message", shape.message());
    error.put("locations", locations(found.getLocations()));
    error.put("path", path);
    error.put("extensions", shape.extensions());
    return error;
  }

  private record Shape(String message, Map<String, Object> extensions) {}

  private static Shape shape(ValidationError found, List<String> path) {
    List<String> words = quoted(found.getDescription());
    String first = words.isEmpty() ? "" : words.get(0);
    String field = path.getLast();
    ValidationErrorType type = (ValidationErrorType) found.getValidationErrorType();
    return switch (type) {
      case FieldUndefined -> undefinedField(first, words.size() > 1 ? words.get(1) : "");
      case MissingFieldArgument ->
          new Shape(
              "Field '" + field + "' is missing required arguments: " + first,
              members("missingRequiredArguments", "className", "Field", "name", field)
                  .and("arguments", first));
      case UnknownArgument ->
          new Shape(
              "Field '" + field + "' doesn't accept argument '" + first + "'",
              members("argumentNotAccepted", "name", field, "typeName", "Field")
                  .and("argumentName", first));
      case WrongType, NullValueForNonNullArgument ->
          new Shape(
              "Argument '" + first + "' on Field '" + field + "' has an invalid value.",
              members("argumentLiteralsIncompatible", "typeName", "Field", "argumentName", first));
      case UnusedVariable ->
          new Shape(
              "Variable $" + first + " is declared by " + path.getFirst() + " but not used",
              members("variableNotUsed", "variableName", first));
      case UndefinedVariable ->
          new Shape(
              "Variable $" + first + " is used by " + path.getFirst() + " but not declared",
              members("variableNotDefined", "variableName", first));
      case VariableTypeMismatch ->
          new Shape(
              "Type mismatch on variable: " + String.join(" / ", words),
              members("variableMismatch"));
      case SubselectionRequired, SubselectionNotAllowed ->
          new Shape(
              "Field must have selections or be a leaf: field '" + field + "'",
              members("selectionMismatch", "nodeName", "field '" + field + "'"));
      case UnknownDirective ->
          new Shape(
              "Directive @" + first + " is not defined",
              members("undefinedDirective", "directiveName", first));
      default -> new Shape(found.getDescription(), members(decapitalised(type.name())));
    };
  }

  private static Shape undefinedField(String field, String type) {
    return new Shape(
        "Field '" + field + "' doesn't exist on type '" + type + "'",
        members("undefinedField", "typeName", type, "fieldName", field));
  }

  private static List<String> path(ValidationError found, Document document) {
    List<String> path = new ArrayList<>();
    path.add(operation(document));
    if (found.getQueryPath() != null) {
      path.addAll(found.getQueryPath());
    }
    return path;
  }

  private static String operation(Document document) {
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .findFirst()
        .map(
            operation -> {
              String kind = operation.getOperation().name().toLowerCase(java.util.Locale.ROOT);
              return operation.getName() == null ? kind : kind + " " + operation.getName();
            })
        .orElse("document");
  }

  private static List<Map<String, Object>> locations(List<SourceLocation> places) {
    return places == null
        ? List.of()
        : places.stream()
            .map(at -> Map.<String, Object>of("line", at.getLine(), "column", at.getColumn()))
            .toList();
  }

  private static List<String> quoted(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = QUOTED.matcher(text == null ? "" : text);
    while (matcher.find()) {
      words.add(matcher.group(1));
    }
    return words;
  }

  private static String decapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static Members members(String code, Object... pairs) {
    Members members = new Members();
    members.put("code", code);
    for (int i = 0; i < pairs.length; i += 2) {
      members.put((String) pairs[i], pairs[i + 1]);
    }
    return members;
  }

  private static final class Members extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    Members and(String name, Object value) {
      put(name, value);
      return this;
    }
  }
}
