package dev.storebridge.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.platform.Credentials.StoreAccess.KeyPair;
import dev.storebridge.platform.Secret;
import dev.storebridge.woocommerce.WooCommerceSigner.Method;
import dev.storebridge.woocommerce.WooCommerceSigner.Stamp;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The facts are signatures that a running shop accepted. */
class WooCommerceSignerTest {

  private static final KeyPair KEYS =
      new KeyPair(
          new Secret("ck_0123456789abcdef0123456789abcdef01234567"),
          new Secret("cs_89abcdef0123456789abcdef0123456789abcdef"));
  private static final String SHOP = "http://shop.example.test";
  private static final String PRODUCTS = SHOP + "/wp-json/wc/v3/products";

  @Test
  void signsAPage() {
    assertThat(signature("GET", PRODUCTS, Map.of("per_page", "100", "page", "1"), 1))
        .isEqualTo("myXRwJfA3a1T2mPnIeb+eOiXCxIlelk+l00tLnyKjm8=");
  }

  @Test
  void signsWithTheOlderDigest() {
    Map<String, String> query = Map.of("per_page", "100", "page", "1");
    assertThat(
            WooCommerceSigner.signed("GET", PRODUCTS, query, KEYS, stamp(2), Method.HMAC_SHA1)
                .get("oauth_signature"))
        .isEqualTo("pS2tmTC6Ldpi+TlP//EbRquu3Lg=");
  }

  @Test
  void encodesWhatPeopleTypeTwice() {
    Map<String, String> query =
        Map.of(
            "search", "café & tee 100% (new)!*'~",
            "modified_after", "2026-11-22T07:44:32",
            "dates_are_gmt", "true");
    assertThat(signature("GET", PRODUCTS, query, 3))
        .isEqualTo("ppRoL/OtvdWmQy7Mn7kEnzrU1hgR0OFt5NyuOK8pQ2g=");
  }

  @Test
  void signsARequestWithoutAQuery() {
    assertThat(signature("POST", PRODUCTS + "/63/variations/batch", Map.of(), 4))
        .isEqualTo("WrTpcwesRPa62z0mShiSIJ8VIvq1VJoAnQudQJD1vqQ=");
  }

  @Test
  void signsASiteInAFolder() {
    assertThat(signature("PUT", SHOP + "/store/wp-json/wc/v3/orders/70", Map.of(), 5))
        .isEqualTo("/N+m3oHakP9a6WcedML6FxtJpj49WPkCsLQt3atlBOU=");
  }

  @Test
  void signsASiteOnAPortOfItsOwn() {
    String orders = "http://127.0.0.1:8088/wp-json/wc/v3/orders";
    assertThat(signature("GET", orders, Map.of("per_page", "2"), 6))
        .isEqualTo("ML6ILefR8/g3ynh0shu34bg+Vxtnl77TkVGjrM7/3mQ=");
  }

  @Test
  void signsNumberedBrackets() {
    assertThat(signature("GET", PRODUCTS, Map.of("include[0]", "60", "include[1]", "63"), 7))
        .isEqualTo("18GJ5RS9kPhEredH81sq46/Xb5urQuvuzFHkmf60Fi8=");
  }

  @Test
  void keepsTheQueryThatItSigns() {
    Map<String, String> signed =
        WooCommerceSigner.signed("GET", PRODUCTS, Map.of("include", "60,63"), KEYS, stamp(9));
    assertThat(signed)
        .containsEntry("include", "60,63")
        .containsEntry("oauth_timestamp", "1700000000")
        .containsKeys("oauth_consumer_key", "oauth_nonce", "oauth_signature")
        .doesNotContainValue(KEYS.secret().reveal());
  }

  private static String signature(
      String verb, String address, Map<String, String> query, int number) {
    return WooCommerceSigner.signed(verb, address, query, KEYS, stamp(number))
        .get("oauth_signature");
  }

  private static Stamp stamp(int number) {
    return new Stamp(Instant.ofEpochSecond(1_700_000_000L), "n0nce%026d".formatted(number));
  }
}
