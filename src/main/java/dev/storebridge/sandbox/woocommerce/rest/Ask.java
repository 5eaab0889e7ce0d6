package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A request of a known key.
 *
 * @param route such as {@code /wc/v3/products}
 * @param query the parameters as PHP reads them
 * @param body an object, empty when nothing was sent
 * @param repeats answer the first page for ever
 */
public record Ask(
    String method, String route, Map<String, String> query, JsonNode body, boolean repeats) {

  boolean has(String name) {
    return query.containsKey(name) || query.containsKey(name + "[0]");
  }

  String text(String name, String otherwise) {
    return query.getOrDefault(name, otherwise);
  }

  /**
   * @throws RestError when it is not true or false
   */
  boolean flag(String name) {
    String text = text(name, body.path(name).asText("false"));
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0", "" -> false;
      default -> throw RestError.badParameter(name, name + " is not of type boolean.");
    };
  }

  /**
   * A whole number within bounds.
   *
   * @throws RestError when it is not one
   */
  int number(String name, int otherwise, int least, int most) {
    String text = query.get(name);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("-?[0-9]{1,9}")) {
      throw RestError.badParameter(name, name + " is not of type integer.");
    }
    int number = Integer.parseInt(text);
    if (number < least || number > most) {
      String bounds =
          most == Integer.MAX_VALUE
              ? name + " must be greater than or equal to " + least
              : name + " must be between " + least + " (inclusive) and " + most + " (inclusive)";
      throw RestError.badParameter(name, bounds);
    }
    return number;
  }

  /** Values joined by commas or numbered in brackets. */
  List<String> list(String name) {
    List<String> values = new ArrayList<>();
    if (query.containsKey(name)) {
      Arrays.stream(query.get(name).split("[\\s,]+", -1))
          .filter(value -> !value.isEmpty())
          .forEach(values::add);
    }
    for (int i = 0; query.containsKey(name + "[" + i + "]"); i++) {
      values.add(query.get(name + "[" + i + "]"));
    }
    return values;
  }

  /**
   * Ids joined by commas or numbered in brackets.
   *
   * @throws RestError when one is no number
   */
  List<Long> ids(String name) {
    return list(name).stream()
        .map(
            text -> {
              if (!text.matches("[0-9]{1,18}")) {
                throw RestError.badParameter(name, name + "[0] is not of type integer.");
              }
              return Long.valueOf(text);
            })
        .toList();
  }

  /**
   * One of the given words.
   *
   * @throws RestError when it is another
   */
  String word(String name, String otherwise, List<String> words) {
    String text = text(name, otherwise);
    if (!words.contains(text)) {
      throw RestError.badParameter(name, name + " is not one of " + String.join(", ", words) + ".");
    }
    return text;
  }
}
