package dev.storebridge.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The demo catalogue is large, original in every identity, and good enough to be listed. */
class DemoCatalogueTest {

  private final List<CatalogueProduct> products = DemoCatalogue.products();
  private final List<CatalogueVariant> variants =
      products.stream().flatMap(product -> product.variants().stream()).toList();

  @Test
  void isLargeEnoughAndSteady() {
    assertThat(products).hasSizeGreaterThanOrEqualTo(60);
    assertThat(variants).hasSizeGreaterThanOrEqualTo(150);
    assertThat(DemoCatalogue.products()).isEqualTo(products);
  }

  @Test
  void handlesSkusAndBarcodesAreUnique() {
    assertThat(products).extracting(CatalogueProduct::handle).doesNotHaveDuplicates();
    assertThat(variants).extracting(CatalogueVariant::sku).doesNotHaveDuplicates();
    assertThat(variants).extracting(CatalogueVariant::barcode).doesNotHaveDuplicates();
  }

  @Test
  void skusFitEveryPlatform() {
    assertThat(variants).allMatch(variant -> variant.sku().matches("[A-Z0-9-]{3,50}"));
  }

  @Test
  void barcodesHaveTheRightCheckDigit() {
    assertThat(variants).allMatch(variant -> sound(variant.barcode()));
  }

  private static boolean sound(String gtin) {
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += (gtin.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return gtin.length() == 13 && sum % 10 == 0;
  }

  @Test
  void everythingNeededForAListingIsThere() {
    for (CatalogueProduct product : products) {
      assertThat(product.pictures()).as(product.title()).isNotEmpty();
      assertThat(product.tags()).as(product.title()).contains("tiktok");
      assertThat(product.descriptionHtml()).startsWith("<p>").doesNotContain("<script");
      assertThat(product.title().length()).isBetween(5, 255);
      assertThat(product.options()).hasSizeLessThanOrEqualTo(3);
    }
    for (CatalogueVariant variant : variants) {
      assertThat(variant.price()).isPositive();
      assertThat(variant.grams()).isPositive();
      assertThat(variant.stock()).hasSize(2).allMatch(units -> units > 0);
    }
  }

  @Test
  void showsTheVarietyOfARealShop() {
    assertThat(products).anyMatch(product -> product.options().size() == 3);
    assertThat(products).anyMatch(product -> product.options().isEmpty());
    assertThat(variants).anyMatch(variant -> !variant.tracked());
    assertThat(variants).anyMatch(variant -> variant.compareAt() != null);
    assertThat(products).extracting(CatalogueProduct::type).contains("Mugs", "Candles", "Kitchen");
  }

  @Test
  void picturesAreUniqueFiles() {
    List<String> files =
        products.stream().flatMap(p -> p.pictures().stream()).map(Picture::file).toList();
    assertThat(files).doesNotHaveDuplicates();
  }

  @Test
  void everyMotifCanBeDrawn() {
    PictureStudio studio = new PictureStudio();
    Set<Integer> different = new HashSet<>();
    for (Motif motif : Motif.values()) {
      Picture picture = new Picture("same.png", "", motif, 0x5b6770, 200, 200);
      byte[] drawn = studio.print(picture, 100, 100, "png");
      different.add(java.util.Arrays.hashCode(drawn));
    }
    assertThat(different).hasSize(Motif.values().length);
  }

  @Test
  void aLargeCatalogueHasTheAskedSizeAndUniqueSkus() {
    List<CatalogueProduct> large = LargeCatalogue.of(200, 4);
    assertThat(large).hasSize(200).allMatch(product -> product.variants().size() == 4);
    assertThat(large.stream().flatMap(p -> p.variants().stream()).map(CatalogueVariant::sku))
        .doesNotHaveDuplicates();
  }
}
