package dev.storebridge.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.SteeredClock;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which tokens are good, for how long, and how they are had. */
class ShopifyTokensTest {

  private static final String ASK =
      "/admin/oauth/authorize?client_id=demo-client-id&scope=read_products,read_locations"
          + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fback&state=s%201";

  private final SteeredClock clock = new SteeredClock();
  private final ShopifySandbox sandbox =
      ShopifySandbox.start(ShopifySettings.demo().withClock(clock));
  private final AdminClient nobody = new AdminClient(sandbox, null);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void refusesMissingAndUnknownTokens() {
    for (AdminClient client : new AdminClient[] {nobody, new AdminClient(sandbox, "shpat_x")}) {
      HttpResponse<String> response = client.send("{ shop { name } }", Map.of());
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.body())
          .isEqualTo(
              "{\"errors\":\"[API] Invalid API key or access token (unrecognized login or wrong"
                  + " password)\"}");
    }
  }

  @Test
  void aRevokedTokenIsDead() {
    sandbox.revokeToken("shpat_demo");
    assertThat(works("shpat_demo")).isFalse();
    sandbox.reset();
    assertThat(works("shpat_demo")).isTrue();
  }

  @Test
  void consentLeadsToACodeAndTheCodeToAPair() {
    assertThat(nobody.get(ASK).body()).contains("read_products,read_locations").contains("Install");
    JsonNode pair = redeem(consentedCode());
    assertThat(pair.path("scope").asText()).isEqualTo("read_locations,read_products");
    assertThat(pair.path("expires_in").asInt()).isEqualTo(3600);
    assertThat(pair.path("refresh_token_expires_in").asInt()).isEqualTo(7_776_000);
    assertThat(works(pair.path("access_token").asText())).isTrue();
  }

  @Test
  void aCodeIsGoodOnce() {
    String code = consentedCode();
    redeem(code);
    assertThat(redeem(code).path("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void theRedirectIsSigned() {
    String query = URI.create(consentLocation()).getRawQuery();
    assertThat(query).contains("state=s%201").contains("shop=demo-homewares.myshopify.com");
    String signed = query.replaceFirst("&hmac=.*", "");
    assertThat(query.replaceFirst(".*&hmac=", "")).isEqualTo(hmac(signed));
  }

  @Test
  void tokensExpireAndAreRefreshedWithGrace() {
    JsonNode first = redeem(consentedCode());
    clock.advance(Duration.ofMinutes(61));
    assertThat(works(first.path("access_token").asText())).isFalse();
    JsonNode second = refresh(first);
    assertThat(works(second.path("access_token").asText())).isTrue();
    JsonNode again = refresh(first);
    assertThat(again.has("access_token")).as("the answer may have been lost").isTrue();
    refresh(second);
    assertThat(refresh(first).path("error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void clientCredentialsGiveADay() {
    JsonNode answer =
        token(
            "{\"client_id\":\"demo-client-id\",\"client_secret\":\"shpss_demo_client_secret\","
                + "\"grant_type\":\"client_credentials\"}");
    assertThat(answer.path("expires_in").asInt()).isEqualTo(86_399);
    assertThat(answer.has("refresh_token")).isFalse();
    clock.advance(Duration.ofHours(23));
    assertThat(works(answer.path("access_token").asText())).isTrue();
    clock.advance(Duration.ofHours(2));
    assertThat(works(answer.path("access_token").asText())).isFalse();
  }

  @Test
  void refusesAWrongSecret() {
    JsonNode answer =
        token(
            "{\"client_id\":\"demo-client-id\",\"client_secret\":\"x\","
                + "\"grant_type\":\"client_credentials\"}");
    assertThat(answer.path("error").asText()).isEqualTo("invalid_client");
  }

  private boolean works(String token) {
    return new AdminClient(sandbox, token).send("{ shop { name } }", Map.of()).statusCode() == 200;
  }

  private String consentLocation() {
    return nobody.post(ASK, "").headers().firstValue("Location").orElseThrow();
  }

  private String consentedCode() {
    return consentLocation().replaceFirst(".*[?&]code=([^&]+).*", "$1");
  }

  private JsonNode redeem(String code) {
    return token(
        "{\"client_id\":\"demo-client-id\",\"client_secret\":\"shpss_demo_client_secret\","
            + "\"expiring\":\"1\",\"code\":\""
            + code
            + "\"}");
  }

  private JsonNode refresh(JsonNode pair) {
    return token(
        "{\"client_id\":\"demo-client-id\",\"client_secret\":\"shpss_demo_client_secret\","
            + "\"grant_type\":\"refresh_token\",\"refresh_token\":\""
            + pair.path("refresh_token").asText()
            + "\"}");
  }

  private JsonNode token(String body) {
    return AdminClient.json(nobody.post("/admin/oauth/access_token", body).body());
  }

  private static String hmac(String text) {
    try {
      javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
      byte[] key = "shpss_demo_client_secret".getBytes(java.nio.charset.StandardCharsets.UTF_8);
      mac.init(new javax.crypto.spec.SecretKeySpec(key, "HmacSHA256"));
      byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      return java.util.HexFormat.of().formatHex(mac.doFinal(bytes));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
