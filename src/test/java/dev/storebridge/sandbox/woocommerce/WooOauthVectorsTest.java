package dev.storebridge.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.sandbox.woocommerce.auth.Key;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Signatures that an independent library made, for shops at given addresses and one moment: the
 * sandbox takes what the real platform took and refuses what it refused.
 */
class WooOauthVectorsTest {

  private static final Key KEY =
      new Key(
          "ck_0123456789abcdef0123456789abcdef01234567",
          "cs_89abcdef0123456789abcdef0123456789abcdef",
          "read_write");
  private static final Clock MOMENT =
      Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      1|SHA256|GET |http://shop.example.test|       |/products|per_page=100&page=1|myXRwJfA3a1T2mPnIeb%2BeOiXCxIlelk%2Bl00tLnyKjm8%3D|200
      2|SHA1  |GET |http://shop.example.test|       |/products|per_page=100&page=1|pS2tmTC6Ldpi%2BTlP%2F%2FEbRquu3Lg%3D|200
      3|SHA256|GET |http://shop.example.test|       |/products|search=caf%C3%A9%20%26%20tee%20100%25%20%28new%29%21%2A%27~&modified_after=2026-11-22T07%3A44%3A32&dates_are_gmt=true|ppRoL%2FOtvdWmQy7Mn7kEnzrU1hgR0OFt5NyuOK8pQ2g%3D|200
      4|SHA256|POST|http://shop.example.test|       |/products/63/variations/batch||WrTpcwesRPa62z0mShiSIJ8VIvq1VJoAnQudQJD1vqQ%3D|200
      5|SHA256|PUT |http://shop.example.test/store|/store|/orders/70||%2FN%2Bm3oHakP9a6WcedML6FxtJpj49WPkCsLQt3atlBOU%3D|400
      6|SHA256|GET |http://127.0.0.1:8088|          |/orders|per_page=2|ML6ILefR8%2Fg3ynh0shu34bg%2BVxtnl77TkVGjrM7%2F3mQ%3D|200
      7|SHA256|GET |http://shop.example.test|       |/products|include%5B0%5D=60&include%5B1%5D=63|18GJ5RS9kPhEredH81sq46%2FXb5urQuvuzFHkmf60Fi8%3D|200
      8|SHA256|GET |http://shop.example.test|       |/products|include%5B%5D=60|H6wdbpPgyeSFDOjdm5YEAd7QHW7dU%2FWNr6L6L4JN%2ByE%3D|401
      """)
  void vector(
      int number,
      String hash,
      String method,
      String home,
      String path,
      String route,
      String query,
      String signature,
      int status) {
    try (WooCommerceSandbox sandbox = shop(home, path == null ? "" : path)) {
      String oauth =
          "oauth_consumer_key=%s&oauth_nonce=n0nce0000000000000000000000000%d&oauth_signature_method=HMAC-%s&oauth_timestamp=1700000000&oauth_version=1.0&oauth_signature=%s"
              .formatted(KEY.consumerKey(), number, hash, signature);
      String url =
          "%s/wp-json/wc/v3%s?%s%s"
              .formatted(sandbox.storeUrl(), route, query == null ? "" : query + "&", oauth);
      HttpResponse<String> answer =
          WooClient.stranger(sandbox).send(method, url, method.equals("GET") ? null : "{}");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      if (status == 401) {
        assertThat(WooClient.json(answer).path("message").asText())
            .isEqualTo("Invalid signature - provided signature does not match.");
      }
    }
  }

  private static WooCommerceSandbox shop(String home, String path) {
    WooCommerceSettings settings = WooCommerceSettings.demo();
    return WooCommerceSandbox.start(
        settings
            .withKeys(KEY)
            .withClock(MOMENT)
            .withCatalogue(List.of())
            .withSite(settings.site().withHome(home).withPath(path)));
  }
}
