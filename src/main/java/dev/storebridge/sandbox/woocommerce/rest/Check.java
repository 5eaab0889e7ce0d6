package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.util.List;

/** Holds a value of a request against its type, as WordPress does before a route sees it. */
final class Check {

  private final boolean decimals;

  /**
   * @param decimals whether quantities may have some
   */
  Check(boolean decimals) {
    this.decimals = decimals;
  }

  /**
   * The value as it is stored.
   *
   * @param type one of the words of {@code members.json}, or the allowed values
   * @throws RestError when it is of another type
   */
  JsonNode value(String name, String type, JsonNode value) {
    return switch (type) {
      case "string" -> demand(value.isTextual(), name, type, value);
      case "array" -> demand(value.isArray(), name, type, value);
      case "object" -> demand(value.isObject() || value.isNull(), name, type, value);
      case "boolean" -> bool(name, value);
      case "integer" -> whole(name, value);
      case "quantity" -> value.isNull() ? value : quantity(name, value);
      default -> word(name, List.of(type.split("\\|", -1)), value);
    };
  }

  private static JsonNode demand(boolean fits, String name, String type, JsonNode value) {
    if (!fits) {
      throw RestError.badParameter(name, name + " is not of type " + type + ".");
    }
    return value;
  }

  private static JsonNode bool(String name, JsonNode value) {
    String text = value.asText();
    boolean fits = value.isBoolean() || List.of("true", "false", "1", "0").contains(text);
    demand(fits, name, "boolean", value);
    return BooleanNode.valueOf(text.equals("true") || text.equals("1"));
  }

  private static JsonNode whole(String name, JsonNode value) {
    BigDecimal number = number(name, value);
    demand(number.stripTrailingZeros().scale() <= 0, name, "integer", value);
    return LongNode.valueOf(number.longValue());
  }

  private JsonNode quantity(String name, JsonNode value) {
    return decimals && number(name, value).stripTrailingZeros().scale() > 0
        ? DecimalNode.valueOf(number(name, value))
        : whole(name, value);
  }

  private static BigDecimal number(String name, JsonNode value) {
    try {
      return new BigDecimal(value.isNumber() || value.isTextual() ? value.asText() : "");
    } catch (NumberFormatException e) {
      throw RestError.badParameter(name, name + " is not of type integer.");
    }
  }

  private static JsonNode word(String name, List<String> words, JsonNode value) {
    if (!value.isTextual() || !words.contains(value.asText())) {
      throw RestError.badParameter(name, name + " is not one of " + String.join(", ", words) + ".");
    }
    return value;
  }
}
