package dev.storebridge.sandbox.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Every combination of option values, the last option turning fastest. */
final class Choices {

  private Choices() {}

  static List<List<String>> of(List<CatalogueOption> options) {
    List<List<String>> choices = List.of(List.of());
    for (CatalogueOption option : options) {
      choices =
          choices.stream()
              .flatMap(choice -> option.values().stream().map(value -> with(choice, value)))
              .toList();
    }
    return choices;
  }

  private static List<String> with(List<String> choice, String value) {
    List<String> longer = new ArrayList<>(choice);
    longer.add(value);
    return longer;
  }
}
