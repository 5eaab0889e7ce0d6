package dev.storebridge.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.commerce.Product;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.sandbox.woocommerce.Fault;
import dev.storebridge.sandbox.woocommerce.WooCommerceSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a shop is reached and lets us in is found out, remembered, and found out again. */
class WooCommerceSitesTest {

  private static final String BASIC = "Authorization";

  @Test
  void showsTheKeyByBasicWhereTheShopKnowsItsTls() {
    try (StubbedWooCommerce shop = shop(WooCommerceSettings::secure).behindTls()) {
      works(shop);
      assertThat(shop.asked("oauth_")).isZero();
    }
  }

  @Test
  void signsOverPlainHttp() {
    try (StubbedWooCommerce shop = shop(settings -> settings)) {
      works(shop);
      assertThat(shop.sent).noneMatch(request -> request.headers().map().containsKey(BASIC));
    }
  }

  @Test
  void signsWhereTheShopDoesNotKnowOfItsTlsAndRemembersIt() {
    try (StubbedWooCommerce shop = shop(settings -> settings).behindTls()) {
      works(shop);
      shop.sent.clear();
      works(shop);
      assertThat(shop.sent).isNotEmpty().noneMatch(r -> r.headers().map().containsKey(BASIC));
      assertThat(shop.tokens.refused()).isEmpty();
    }
  }

  @Test
  void signsInTheQueryWhereTheHeaderIsDropped() {
    try (StubbedWooCommerce shop =
        shop(WooCommerceSettings::secure).behindTls().droppingAuthorization()) {
      works(shop);
      assertThat(shop.asked("oauth_signature")).isPositive();
    }
  }

  @Test
  void signsWithTheHomeThatTheSiteCallsItself() {
    try (StubbedWooCommerce shop =
        shop(s -> s.withSite(s.site().withHome("http://www.shop.example")))) {
      works(shop);
      shop.sandbox.home("https://moved.example");
      works(shop);
      assertThat(shop.storefront.profile(shop.store()).externalId())
          .isEqualTo("https://moved.example");
    }
  }

  @ParameterizedTest
  @CsvSource({"true, ''", "false, ''", "true, /store", "false, /store"})
  void findsTheApiInFoldersAndWithoutPermalinks(boolean permalinks, String path) {
    UnaryOperator<WooCommerceSettings> settings =
        s -> {
          WooCommerceSettings.Site site = s.site().withPath(path);
          return s.withSite(permalinks ? site : site.plain());
        };
    try (StubbedWooCommerce shop = shop(settings)) {
      works(shop);
      assertThat(shop.asked("rest_route=%2Fwc%2Fv3%2F") > 0).isEqualTo(!permalinks);
    }
  }

  @ParameterizedTest
  @CsvSource({"PT40M", "PT-40M", "PT20000H"})
  void goesByTheShopsClockWhenOursIsWrong(Duration off) {
    try (StubbedWooCommerce shop = shop(settings -> settings)) {
      shop.clock.forward(off);
      works(shop);
      long asked = shop.sent.size();
      works(shop);
      assertThat(shop.sent.size() - asked).as("remembered").isEqualTo(3);
    }
  }

  @Test
  void goesByTheShopsClockWhenTheShopsIsWrong() {
    try (StubbedWooCommerce shop = shop(settings -> settings)) {
      works(shop);
      shop.sandbox.switches().on(Fault.WRONG_CLOCK);
      works(shop);
      shop.sandbox.switches().clear();
      works(shop);
    }
  }

  @Test
  void aKeyThatIsGoneNeedsTheMerchant() {
    try (StubbedWooCommerce shop = shop(settings -> settings).behindTls()) {
      works(shop);
      shop.sandbox.switches().on(Fault.KEY_REVOKED);
      assertThat(fault(shop).failure()).isEqualTo(Failure.RE_AUTHORISE);
      assertThat(shop.tokens.refused()).hasSize(1);
    }
  }

  @Test
  void aKeyThatMayOnlyReadIsToldBeforeAnythingIsListed() {
    try (StubbedWooCommerce shop = shop(settings -> settings)) {
      shop.sandbox.switches().on(Fault.KEY_READ_ONLY);
      List<Product> read = new ArrayList<>();
      assertThatThrownBy(() -> shop.storefront.readCatalogue(shop.store(), Set.of(), read::addAll))
          .hasMessageContaining("read-only-key");
      assertThat(read).isEmpty();
      assertThat(shop.tokens.refused()).isEmpty();
    }
  }

  @Test
  void askingWhetherAKeyMayWriteWritesNothing() {
    try (StubbedWooCommerce shop = shop(settings -> settings)) {
      shop.storefront.readCatalogue(shop.store(), Set.of(), batch -> {});
      assertThat(shop.sent)
          .filteredOn(request -> !request.method().equals("GET"))
          .singleElement()
          .satisfies(
              request -> {
                assertThat(request.uri().getPath()).endsWith("/webhooks/batch");
                assertThat(request.bodyPublisher().orElseThrow().contentLength())
                    .isEqualTo("{}".length());
              });
      assertThat(shop.sandbox.webhooks().all()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PHP_WARNING, RETRY_LATER, php-output",
    "HTML_PAGE, RETRY_LATER, unreadable-answer",
    "LOGIN_WALL, RETRY_LATER, login-wall",
    "TRUNCATED_BODY, RETRY_LATER, connection-lost",
    "MAINTENANCE, RETRY_LATER, 503",
    "SERVER_ERROR, RETRY_LATER, 500",
    "TOO_MANY_REQUESTS, SLOW_DOWN, 429",
    "FIREWALL, PAUSE_CONNECTION, 403",
    "REDIRECT, PAUSE_CONNECTION, 301",
    "PLUGIN_INACTIVE, PAUSE_CONNECTION, rest_no_route"
  })
  void aBadDayHasACauseAndAFixAndPasses(Fault bad, Failure failure, String code) {
    try (StubbedWooCommerce shop = shop(settings -> settings)) {
      works(shop);
      shop.sandbox.switches().on(bad);
      PlatformException fault = fault(shop);
      assertThat(fault.failure()).isEqualTo(failure);
      assertThat(fault.explanation().code()).isEqualTo(code);
      assertThat(fault.explanation().cause()).isNotBlank();
      assertThat(fault.explanation().fix()).isNotBlank();
      assertThat(shop.tokens.refused()).isEmpty();
      shop.sandbox.switches().clear();
      works(shop);
    }
  }

  @Test
  void readsPastAByteOrderMark() {
    try (StubbedWooCommerce shop = shop(settings -> settings)) {
      shop.sandbox.switches().on(Fault.BYTE_ORDER_MARK);
      works(shop);
    }
  }

  private static StubbedWooCommerce shop(UnaryOperator<WooCommerceSettings> settings) {
    return StubbedWooCommerce.of(settings);
  }

  private static void works(StubbedWooCommerce shop) {
    assertThat(shop.storefront.profile(shop.store()).name()).isEqualTo("Demo Garden");
  }

  private static PlatformException fault(StubbedWooCommerce shop) {
    return catchThrowableOfType(
        PlatformException.class,
        () -> shop.storefront.readCatalogue(shop.store(), Set.of(), batch -> {}));
  }
}
