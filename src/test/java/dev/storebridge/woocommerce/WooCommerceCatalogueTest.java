package dev.storebridge.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.Obstacle;
import dev.storebridge.commerce.Product;
import dev.storebridge.contract.MovableClock;
import dev.storebridge.sandbox.catalogue.CatalogueProduct;
import dev.storebridge.sandbox.catalogue.LargeCatalogue;
import dev.storebridge.sandbox.woocommerce.Fault;
import dev.storebridge.sandbox.woocommerce.WooCommerceSettings;
import dev.storebridge.sandbox.woocommerce.store.Item;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole catalogues, in few requests, while shops change and fail. */
class WooCommerceCatalogueTest {

  private static final List<CatalogueProduct> THOUSAND = LargeCatalogue.of(1_000, 2);

  @Test
  void readsAThousandProductsOfTwoVariationsInAFewRequests() {
    try (StubbedWooCommerce shop = StubbedWooCommerce.of(s -> s.withCatalogue(THOUSAND))) {
      List<Product> all = catalogue(shop);
      assertThat(all).hasSize(1_000).allMatch(product -> product.variants().size() == 2);
      assertThat(shop.sent).hasSizeLessThan(40);
      List<String> some = all.subList(0, 3).stream().map(Product::id).toList();
      assertThat(shop.storefront.products(shop.store(), some, Set.of()))
          .containsExactlyInAnyOrderElementsOf(all.subList(0, 3));
    }
  }

  @Test
  void asksEachProductOfAnOlderShopForItsVariations() {
    List<CatalogueProduct> some = LargeCatalogue.of(120, 2);
    try (StubbedWooCommerce shop =
        StubbedWooCommerce.of(
            s ->
                s.withCatalogue(some)
                    .withQuirks(WooCommerceSettings.Quirk.NO_SHOP_WIDE_VARIATIONS))) {
      assertThat(catalogue(shop)).hasSize(120).allMatch(product -> product.variants().size() == 2);
      assertThat(shop.asked("/wc/v3/variations")).isEqualTo(1);
    }
  }

  @Test
  void losesNothingWhenProductsAreDeletedAndAddedMeanwhile() {
    try (StubbedWooCommerce shop =
        StubbedWooCommerce.of(s -> s.withCatalogue(LargeCatalogue.of(350, 1)))) {
      List<Item> before = shop.sandbox.shelf().products();
      List<Product> read = new ArrayList<>();
      shop.storefront.readCatalogue(
          shop.store(),
          Set.of(),
          batch -> {
            if (read.isEmpty()) {
              before.subList(0, 20).forEach(item -> shop.sandbox.removeProduct(item.id()));
              shop.sandbox.addTrouble();
            }
            read.addAll(batch);
          });
      assertThat(read).extracting(Product::id).doesNotHaveDuplicates();
      assertThat(read)
          .extracting(Product::id)
          .containsAll(before.stream().map(item -> Long.toString(item.id())).toList())
          .containsAll(
              shop.sandbox.shelf().products().stream()
                  .map(item -> Long.toString(item.id()))
                  .toList());
    }
  }

  @Test
  void tellsWhatCannotBeListedAndReadsTheRest() {
    try (StubbedWooCommerce shop = StubbedWooCommerce.of(s -> s)) {
      shop.sandbox.addTrouble();
      assertThat(catalogue(shop))
          .flatExtracting(Product::obstacles)
          .extracting(obstacle -> ((Obstacle) obstacle).code())
          .contains("grouped-product", "external-product", "digital-product", "any-variation");
    }
  }

  /** The shop's zone is not UTC, and its clock may be wrong. */
  @ParameterizedTest
  @CsvSource({"PT0S", "PT40M", "PT-40M"})
  void findsAProductOfWhichAVariationWasSold(Duration off) {
    MovableClock shopTime = new MovableClock(Instant.now().plus(off));
    try (StubbedWooCommerce shop = StubbedWooCommerce.of(s -> s.withClock(shopTime))) {
      Item variation = shop.sandbox.shelf().variations().getFirst();
      shop.storefront.profile(shop.store());
      shopTime.forward(Duration.ofHours(1));
      shop.clock.forward(Duration.ofHours(1));
      Instant before = shop.clock.instant();
      shop.sandbox.changeStock(variation.id(), new BigDecimal("3"));
      List<String> changed = new ArrayList<>();
      shop.storefront.productsChangedSince(shop.store(), before, changed::addAll);
      assertThat(changed).containsExactly(Long.toString(variation.parent()));
    }
  }

  @Test
  void takesQuantitiesInTextAndDecimals() {
    List<Product> plain;
    try (StubbedWooCommerce shop = StubbedWooCommerce.of(s -> s)) {
      plain = catalogue(shop);
    }
    try (StubbedWooCommerce shop =
        StubbedWooCommerce.of(s -> s.withQuirks(WooCommerceSettings.Quirk.STOCK_AS_TEXT))) {
      assertThat(catalogue(shop))
          .flatExtracting(Product::variants)
          .extracting("stock")
          .containsExactlyElementsOf(
              plain.stream()
                  .flatMap(product -> product.variants().stream())
                  .map(variant -> variant.stock())
                  .toList());
    }
  }

  @Test
  void waitsWhereTheHostAsksForItInsteadOfBeginningAnew() {
    try (StubbedWooCommerce shop = StubbedWooCommerce.of(s -> s)) {
      shop.storefront.profile(shop.store());
      shop.sandbox.switches().arm(Fault.TOO_MANY_REQUESTS, 1, "GET /products");
      assertThat(catalogue(shop)).isNotEmpty();
      assertThat(shop.pauses).hasSize(1);
    }
  }

  private static List<Product> catalogue(StubbedWooCommerce shop) {
    List<Product> all = new ArrayList<>();
    shop.storefront.readCatalogue(shop.store(), Set.of(), all::addAll);
    return all;
  }
}
