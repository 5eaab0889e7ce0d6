package dev.storebridge.sandbox.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Generates catalogues of any size for measurements. Pictures are shared between the products. */
public final class LargeCatalogue {

  private static final int PICTURES = 24;
  private static final List<Motif> MOTIFS = List.of(Motif.values());

  private LargeCatalogue() {}

  /** As many products with as many variants each; the same numbers give the same catalogue. */
  public static List<CatalogueProduct> of(int products, int variantsEach) {
    return IntStream.range(0, products).mapToObj(i -> product(i, variantsEach)).toList();
  }

  private static CatalogueProduct product(int index, int variantsEach) {
    String number = String.format("%06d", index + 1);
    List<String> sizes =
        IntStream.rangeClosed(1, variantsEach).mapToObj(size -> "No. " + size).toList();
    List<CatalogueOption> options =
        variantsEach > 1 ? List.of(new CatalogueOption("Size", sizes)) : List.of();
    List<CatalogueVariant> variants = new ArrayList<>();
    for (int v = 0; v < variantsEach; v++) {
      variants.add(variant(index, v, options.isEmpty() ? List.of() : List.of(sizes.get(v))));
    }
    return new CatalogueProduct(
        "stoneware-piece-" + number,
        "Stoneware Piece " + number,
        "<p>Piece number " + number + " of a very long kiln run.</p>",
        "Tidewell Pottery",
        "Mugs",
        "active",
        List.of("tiktok"),
        options,
        variants,
        List.of(picture(index % PICTURES)),
        Map.of("custom.material", "Stoneware"));
  }

  private static CatalogueVariant variant(int index, int v, List<String> choices) {
    String sku = "LC-" + String.format("%06d", index + 1) + "-" + (v + 1);
    return new CatalogueVariant(
        choices,
        sku,
        Gtin.of(100_000_000L + index * 100L + v),
        BigDecimal.valueOf(995 + index % 50 * 100L + v * 50L, 2),
        null,
        300 + v * 50,
        true,
        List.of(5 + (index + v) % 40, 2 + (index + v) % 9),
        0);
  }

  private static Picture picture(int number) {
    Motif motif = MOTIFS.get(number % MOTIFS.size());
    String name = "shared-" + number;
    return new Picture(name + ".jpg", "A stoneware piece", motif, Tints.of(name), 800, 800);
  }
}
