package dev.storebridge.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The garden shop is complete, and shares nothing with the homewares shop. */
class GardenCatalogueTest {

  private final List<CatalogueProduct> products = GardenCatalogue.products();
  private final List<CatalogueVariant> variants =
      products.stream().flatMap(product -> product.variants().stream()).toList();

  @Test
  void isLargeEnoughAndSteady() {
    assertThat(products).hasSizeGreaterThanOrEqualTo(30);
    assertThat(variants).hasSizeGreaterThanOrEqualTo(80);
    assertThat(GardenCatalogue.products()).isEqualTo(products);
  }

  @Test
  void everythingHasANameOfItsOwn() {
    assertThat(products).extracting(CatalogueProduct::handle).doesNotHaveDuplicates();
    assertThat(variants).extracting(CatalogueVariant::sku).doesNotHaveDuplicates();
    assertThat(variants).allMatch(variant -> variant.sku().matches("[A-Z0-9-]{3,50}"));
  }

  @Test
  void nothingIsSoldInTheHomewaresShopToo() {
    Set<String> codes = new HashSet<>();
    Set<String> files = new HashSet<>();
    for (CatalogueProduct product : DemoCatalogue.products()) {
      product.variants().forEach(variant -> codes.add(variant.barcode()));
      product.variants().forEach(variant -> codes.add(variant.sku()));
      product.pictures().forEach(picture -> files.add(picture.file()));
    }
    assertThat(variants).noneMatch(variant -> codes.contains(variant.barcode()));
    assertThat(variants).noneMatch(variant -> codes.contains(variant.sku()));
    assertThat(products.stream().flatMap(product -> product.pictures().stream()))
        .noneMatch(picture -> files.contains(picture.file()));
  }

  @Test
  void everythingNeededForAListingIsThere() {
    for (CatalogueProduct product : products) {
      assertThat(product.pictures()).as(product.title()).isNotEmpty();
      assertThat(product.tags()).as(product.title()).contains("tiktok");
      assertThat(product.title().length()).isBetween(5, 255);
      assertThat(product.options()).hasSizeLessThanOrEqualTo(3);
    }
    assertThat(variants).allMatch(variant -> variant.price().signum() > 0 && variant.grams() > 0);
  }

  @Test
  void merchantsOfThisKindShareWeightsStocksAndPictures() {
    assertThat(products).anyMatch(product -> product.metafields().containsKey("stock.kept-per"));
    assertThat(products)
        .anyMatch(product -> weights(product) == 1 && product.variants().size() > 1);
    assertThat(products).anyMatch(product -> weights(product) > 1);
    assertThat(products).anyMatch(product -> product.options().size() == 2);
    assertThat(variants).anyMatch(variant -> !variant.tracked());
  }

  private static long weights(CatalogueProduct product) {
    return product.variants().stream().map(CatalogueVariant::grams).distinct().count();
  }
}
