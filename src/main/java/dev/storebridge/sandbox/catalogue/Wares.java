package dev.storebridge.sandbox.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One entry of the catalogue file, before its variants are spelt out.
 *
 * @param oneStock the product counts its units, not each variant
 * @param size of the parcel in centimetres, such as 30x20x15, or null
 * @param sizePrice what a value of an option adds to the price
 * @param sizeWeight grams that a value of an option adds
 */
record Wares(
    String title,
    String type,
    String vendor,
    BigDecimal price,
    BigDecimal compareAt,
    int weight,
    Motif motif,
    String about,
    List<String> points,
    List<String> tags,
    String material,
    boolean untracked,
    boolean oneStock,
    String size,
    @JsonProperty("options") LinkedHashMap<String, List<String>> choices,
    Map<String, BigDecimal> sizePrice,
    Map<String, Integer> sizeWeight) {

  Wares {
    choices = choices == null ? new LinkedHashMap<>() : choices;
    sizePrice = sizePrice == null ? Map.of() : sizePrice;
    sizeWeight = sizeWeight == null ? Map.of() : sizeWeight;
  }

  String html() {
    StringBuilder html = new StringBuilder("<p>").append(about).append("</p>\n<ul>\n");
    points.forEach(point -> html.append("<li>").append(point).append("</li>\n"));
    return html.append("</ul>").toString();
  }

  List<CatalogueOption> options() {
    return choices.entrySet().stream()
        .map(choice -> new CatalogueOption(choice.getKey(), choice.getValue()))
        .toList();
  }

  BigDecimal priceOf(List<String> values, BigDecimal from) {
    return values.stream()
        .map(value -> sizePrice.getOrDefault(value, BigDecimal.ZERO))
        .reduce(from, BigDecimal::add);
  }

  int gramsOf(List<String> values) {
    return weight + values.stream().mapToInt(value -> sizeWeight.getOrDefault(value, 0)).sum();
  }
}
