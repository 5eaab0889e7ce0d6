package dev.storebridge.sandbox.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spells out a catalogue file: options become variants with SKUs, bar codes, stock and pictures.
 */
final class CatalogueFile {

  private static final Set<String> VISIBLE = Set.of("Colour", "Design", "Pattern", "Shade");

  private CatalogueFile() {}

  /**
   * Every product of the file, the same at every call.
   *
   * @param firstNumber keeps bar codes of several files apart
   */
  static List<CatalogueProduct> read(String name, int firstNumber) {
    List<Wares> wares = wares(name);
    List<CatalogueProduct> products = new ArrayList<>();
    for (int i = 0; i < wares.size(); i++) {
      products.add(product(wares.get(i), firstNumber + i));
    }
    return List.copyOf(products);
  }

  private static List<Wares> wares(String name) {
    try (InputStream file = CatalogueFile.class.getResourceAsStream("/sandbox/catalogue/" + name)) {
      return new ObjectMapper().readValue(file, new TypeReference<List<Wares>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("The catalogue " + name + " cannot be read", e);
    }
  }

  private static CatalogueProduct product(Wares wares, int index) {
    String handle = Slug.of(wares.title());
    List<CatalogueOption> options = wares.options();
    int visible = visibleOption(options);
    List<Picture> pictures = pictures(wares, handle, visible);
    List<CatalogueVariant> variants = new ArrayList<>();
    for (List<String> choice : Choices.of(options)) {
      int picture = visible < 0 ? 0 : options.get(visible).values().indexOf(choice.get(visible));
      variants.add(variant(wares, choice, new int[] {index, variants.size(), picture}));
    }
    return new CatalogueProduct(
        handle,
        wares.title(),
        wares.html(),
        wares.vendor(),
        wares.type(),
        "active",
        wares.tags(),
        options,
        variants,
        pictures,
        facts(wares));
  }

  private static Map<String, String> facts(Wares wares) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("custom.material", wares.material());
    if (wares.size() != null) {
      facts.put("package.cm", wares.size());
    }
    if (wares.oneStock()) {
      facts.put("stock.kept-per", "product");
    }
    return facts;
  }

  private static int visibleOption(List<CatalogueOption> options) {
    for (int i = 0; i < options.size(); i++) {
      if (VISIBLE.contains(options.get(i).name())) {
        return i;
      }
    }
    return -1;
  }

  private static List<Picture> pictures(Wares wares, String handle, int visible) {
    List<String> looks =
        visible < 0
            ? List.of(wares.material(), wares.title())
            : wares.options().get(visible).values();
    List<Picture> pictures = new ArrayList<>();
    for (String look : looks) {
      String ending = pictures.size() == 1 ? ".png" : ".jpg";
      String file = handle + "-" + (pictures.size() + 1) + ending;
      String alt = visible < 0 ? wares.title() : wares.title() + " in " + look;
      pictures.add(new Picture(file, alt, wares.motif(), Tints.of(look), 1200, 1200));
    }
    return pictures;
  }

  /** One variant; the numbers are the product's index, the variant's and the picture's. */
  private static CatalogueVariant variant(Wares wares, List<String> choice, int[] numbers) {
    int seed = numbers[0] * 37 + numbers[1] * 11;
    BigDecimal compareAt =
        wares.compareAt() == null ? null : wares.priceOf(choice, wares.compareAt());
    return new CatalogueVariant(
        choice,
        Slug.sku(initials(wares.vendor()), shortTitle(wares), String.join("-", choice)),
        Gtin.of(1_000L * (numbers[0] + 1) + numbers[1]),
        wares.priceOf(choice, wares.price()),
        compareAt,
        wares.gramsOf(choice),
        !wares.untracked(),
        List.of(6 + seed % 60, 3 + seed % 17),
        numbers[2]);
  }

  private static String shortTitle(Wares wares) {
    String[] words = wares.title().split(" ", -1);
    return words.length > 3 ? String.join(" ", words[0], words[1], words[2]) : wares.title();
  }

  private static String initials(String vendor) {
    return vendor.replaceAll("[^A-Z]", "");
  }
}
