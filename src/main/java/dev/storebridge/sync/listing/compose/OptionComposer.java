package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.OptionValue;
import dev.storebridge.commerce.Variant;
import dev.storebridge.platform.Market;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The kinds of choice a listing offers, and each variant's values. */
final class OptionComposer {

  private static final String SHORTEN = "Shorten it in the store.";

  private final Subject subject;
  private final Problems problems;
  private final Market market;
  private final List<String> names;

  OptionComposer(Subject subject) {
    this.subject = subject;
    problems = subject.problems();
    market = subject.shop().market();
    Map<String, String> renamed = subject.rules().listings().renamedOptions();
    names =
        subject.product().options().stream()
            .map(option -> renamed.getOrDefault(option.name(), option.name()).strip())
            .toList();
  }

  /** By variant id. */
  Map<String, List<OptionValue>> compose() {
    checkNames();
    Map<String, List<OptionValue>> byVariant = new HashMap<>();
    Map<List<String>, Variant> taken = new HashMap<>();
    for (Variant variant : subject.product().variants()) {
      List<OptionValue> values = values(variant);
      byVariant.put(variant.id(), values);
      Variant twin = taken.putIfAbsent(lowered(values), variant);
      if (twin != null) {
        alike(variant, twin);
      }
    }
    checkValues(byVariant);
    return byVariant;
  }

  private void checkNames() {
    if (names.size() > market.optionsMax()) {
      problems.content(
          "too-many-options",
          "The product has "
              + names.size()
              + " kinds of choice; the channel takes "
              + market.optionsMax()
              + ".",
          "options",
          "Split the product, or join two options into one.");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        problems.content(
            "option-doubled",
            "Two kinds of choice are called \"" + name + "\".",
            "options[" + name + "]",
            "Rename one in the store or in listings.options.rename.");
      }
      if (name.codePointCount(0, name.length()) > market.optionNameMax()) {
        problems.content(
            "option-name-too-long",
            "\"" + name + "\" is longer than " + market.optionNameMax() + " characters.",
            "options[" + name + "]",
            "Rename it in the store or in listings.options.rename.");
      }
    }
  }

  private List<OptionValue> values(Variant variant) {
    List<OptionValue> values = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String value = i < variant.options().size() ? variant.options().get(i).strip() : "";
      if (value.isEmpty()) {
        problems.content(
            "option-value-missing",
            "The variant has no value for \"" + names.get(i) + "\".",
            Subject.field(variant, "options[" + names.get(i) + "]"),
            "Give it one in the store.");
      }
      values.add(new OptionValue(names.get(i), value));
    }
    return values;
  }

  private void checkValues(Map<String, List<OptionValue>> byVariant) {
    byVariant.values().stream()
        .flatMap(List::stream)
        .distinct()
        .filter(o -> o.value().codePointCount(0, o.value().length()) > market.optionValueMax())
        .sorted((a, b) -> a.value().compareTo(b.value()))
        .forEach(
            option ->
                problems.content(
                    "option-value-too-long",
                    "\""
                        + option.value()
                        + "\" is longer than "
                        + market.optionValueMax()
                        + " characters.",
                    "options[" + option.name() + "]",
                    SHORTEN));
  }

  private void alike(Variant variant, Variant twin) {
    problems.content(
        "variants-alike",
        "Variants "
            + twin.id()
            + " and "
            + variant.id()
            + " cannot be told apart by their options.",
        Subject.field(variant, "options"),
        "Give them different option values, or remove one.");
  }

  private static List<String> lowered(List<OptionValue> values) {
    return values.stream().map(option -> option.value().toLowerCase(Locale.ROOT)).toList();
  }
}
