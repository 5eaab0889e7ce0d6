package dev.storebridge.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.sandbox.SteeredClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** OAuth 1.0a over plain http: signatures, times and nonces. */
class WooOauthTest {

  private static final SteeredClock CLOCK = new SteeredClock();
  private static final OauthSigner SIGNER =
      new OauthSigner(
          WooCommerceSettings.DEMO_KEY.consumerKey(),
          WooCommerceSettings.DEMO_KEY.consumerSecret());

  private static WooCommerceSandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = WooCommerceSandbox.start(WooCommerceSettings.demo().withClock(CLOCK));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void aSignedAddressIsLetIn() {
    assertThat(get(SIGNER.sign("GET", products(), now())).statusCode()).isEqualTo(200);
    String odd = products() + "?search=" + OauthSigner.encode("caf\u00e9 & tee 50% ~*!'()");
    assertThat(get(SIGNER.sign("GET", odd, now())).statusCode()).isEqualTo(200);
  }

  @Test
  void writesAreSignedWithoutTheirBody() {
    String url = SIGNER.sign("POST", products(), now());
    assertThat(WooClient.stranger(sandbox).send("POST", url, "{\"name\":\"Signed\"}").statusCode())
        .isEqualTo(201);
  }

  @Test
  void theParametersMayStandInTheHeader() {
    String url = SIGNER.sign("GET", products(), now());
    String header =
        "OAuth "
            + url.substring(url.indexOf('?') + 1).replace("=", "=\"").replace("&", "\", ")
            + "\"";
    assertThat(WooClient.saying(sandbox, header).send("GET", products(), null).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aChangedQueryBreaksTheSignature() {
    refused(
        SIGNER.sign("GET", products() + "?page=1", now()).replace("page=1", "page=2"),
        "Invalid signature - provided signature does not match.");
    OauthSigner liar = new OauthSigner(WooCommerceSettings.DEMO_KEY.consumerKey(), "cs_wrong");
    refused(
        liar.sign("GET", products(), now()),
        "Invalid signature - provided signature does not match.");
  }

  @Test
  void anUnknownKeyIsCalledInvalid() {
    refused(
        new OauthSigner("ck_nobody", "cs_nobody").sign("GET", products(), now()),
        "Consumer key is invalid.");
  }

  @Test
  void aQuarterOfAnHourIsCloseEnough() {
    assertThat(get(SIGNER.sign("GET", products(), now() - 900)).statusCode()).isEqualTo(200);
    assertThat(get(SIGNER.sign("GET", products(), now() + 900)).statusCode()).isEqualTo(200);
    refused(SIGNER.sign("GET", products(), now() - 901), "Invalid timestamp.");
    refused(SIGNER.sign("GET", products(), now() + 901), "Invalid timestamp.");
  }

  @Test
  void aNonceWorksOnce() {
    CLOCK.advance(Duration.ofSeconds(10));
    String url = SIGNER.sign("GET", products(), now());
    assertThat(get(url).statusCode()).isEqualTo(200);
    refused(url, "Invalid nonce - nonce has already been used.");
  }

  @Test
  void onlyTheLastNonceOfASecondIsRemembered() {
    CLOCK.advance(Duration.ofSeconds(10));
    String first = SIGNER.sign("GET", products(), now());
    assertThat(get(first).statusCode()).isEqualTo(200);
    assertThat(get(SIGNER.sign("GET", products(), now())).statusCode()).isEqualTo(200);
    assertThat(get(first).statusCode()).isEqualTo(200);
  }

  @Test
  void missingParametersAreNamed() {
    HttpResponse<String> answer = get(products() + "?oauth_consumer_key=ck_x&oauth_nonce=1");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(WooClient.json(answer).path("code").asText())
        .isEqualTo("woocommerce_rest_authentication_missing_parameter");
    assertThat(answer.body()).contains("oauth_timestamp").contains("oauth_signature");
  }

  @Test
  void theShopsOwnAddressIsSignedAndNotTheAskedOne() {
    sandbox.home("https://garden.example");
    try {
      refused(
          SIGNER.sign("GET", products(), now()),
          "Invalid signature - provided signature does not match.");
      String signed = SIGNER.sign("GET", "https://garden.example/wp-json/wc/v3/products", now());
      String asked = signed.replace("https://garden.example", sandbox.storeUrl());
      HttpResponse<String> answer = get(asked);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Link").orElseThrow())
          .startsWith("<https://garden.example/wp-json/wc/v3/products?");
    } finally {
      sandbox.home("");
    }
  }

  @Test
  void overHttpsOauthWorksAsWell() {
    try (WooCommerceSandbox secure =
        WooCommerceSandbox.start(WooCommerceSettings.demo().secure().withClock(CLOCK))) {
      String url = SIGNER.sign("GET", secure.storeUrl() + "/wp-json/wc/v3/products", now());
      assertThat(WooClient.stranger(secure).send("GET", url, null).statusCode()).isEqualTo(200);
    }
  }

  private static String products() {
    return sandbox.storeUrl() + "/wp-json/wc/v3/products";
  }

  private static long now() {
    return CLOCK.instant().getEpochSecond();
  }

  private static HttpResponse<String> get(String url) {
    return WooClient.stranger(sandbox).send("GET", url, null);
  }

  private static void refused(String url, String message) {
    HttpResponse<String> answer = get(url);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(WooClient.json(answer).path("code").asText())
        .isEqualTo("woocommerce_rest_authentication_error");
    assertThat(WooClient.json(answer).path("message").asText()).isEqualTo(message);
  }
}
