package dev.storebridge.sandbox.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthorisationTest {

  private static final TikTokShop ONE =
      TikTokShop.of("7495000000000000001", "GB").withSeller("Acme");
  private static final TikTokShop TWO =
      TikTokShop.of("7495000000000000002", "DE").withSeller("Acme");
  private static final TikTokShop OTHER = TikTokShop.of("7495000000000000003", "GB");

  private final Stage stage =
      new Stage(
          TikTokSettings.defaults()
              .withShops(ONE, TWO, OTHER)
              .withTokens(TokenLife.documented().withRefresh(Duration.ofDays(30))));

  @AfterEach
  void stop() {
    stage.close();
  }

  private String consent(String tail) {
    return stage.sandbox.consentUrl() + "?service_id=" + stage.app.serviceId() + tail;
  }

  private static Map<String, String> redirect(ShopClient.Reply reply) {
    assertThat(reply.status()).isEqualTo(302);
    String location = reply.raw().headers().firstValue("location").orElseThrow();
    return Request.decode(URI.create(location).getRawQuery());
  }

  private String code() {
    return redirect(ShopClient.plain(consent("&state=s1&decision=approve"))).get("code");
  }

  private ShopClient.Reply exchange(String code) {
    return token("get", "&grant_type=authorized_code&auth_code=" + code);
  }

  private ShopClient.Reply refresh(String token) {
    return token("refresh", "&grant_type=refresh_token&refresh_token=" + token);
  }

  private ShopClient.Reply token(String act, String tail) {
    return ShopClient.plain(
        stage.sandbox.authUrl()
            + "/api/v2/token/"
            + act
            + "?app_key="
            + stage.app.key()
            + "&app_secret="
            + stage.app.secret()
            + tail);
  }

  @Test
  void showsAPageWithTheShopsAndTwoButtons() {
    ShopClient.Reply page = ShopClient.plain(consent("&state=s1"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(new String(page.raw().body(), StandardCharsets.UTF_8))
        .contains(ONE.id(), TWO.id(), "Approve", "Refuse", "value=\"s1\"");
  }

  @Test
  void knowsServicesAndNotAppKeys() {
    String url = stage.sandbox.consentUrl() + "?service_id=" + stage.app.key();
    assertThat(ShopClient.plain(url).status()).isEqualTo(404);
  }

  @Test
  void approvalReturnsCodeAndState() {
    Map<String, String> back = redirect(ShopClient.plain(consent("&state=s%201&decision=approve")));
    assertThat(back).containsEntry("state", "s 1").containsKey("code");
  }

  @Test
  void anInstallFromTheStoreComesBackWithoutState() {
    Map<String, String> back = redirect(ShopClient.plain(consent("&decision=approve")));
    assertThat(back).containsKey("code").doesNotContainKey("state");
  }

  @Test
  void refusalReturnsAnError() {
    Map<String, String> back = redirect(ShopClient.plain(consent("&state=s1&decision=refuse")));
    assertThat(back).containsEntry("error", "auth_denied").containsEntry("code", "null");
  }

  @Test
  void shopsOfTwoSellersCannotBeAuthorisedTogether() {
    String choice = "&decision=approve&shops=" + ONE.id() + "&shops=" + OTHER.id();
    assertThat(ShopClient.plain(consent(choice)).status()).isEqualTo(400);
  }

  @Test
  void aCodeBecomesTokensWithAbsoluteExpiry() {
    JsonNode data = exchange(code()).data();
    assertThat(data.path("access_token_expire_in").asLong())
        .isBetween(stage.now() + 7 * 86_400 - 5, stage.now() + 7 * 86_400);
    assertThat(data.path("refresh_token_expire_in").asLong())
        .isGreaterThan(stage.now() + 29 * 86_400);
    assertThat(data.path("user_type").asInt(-1)).isZero();
    assertThat(data.path("seller_base_region").asText()).isEqualTo("GB");
    assertThat(data.path("granted_scopes").toString()).contains("seller.product.write");
  }

  @Test
  void theTokenOpensTheShopsOfItsSeller() {
    String token = exchange(code()).data().path("access_token").asText();
    JsonNode shops =
        stage.seller().token(token).get("/authorization/202309/shops").data().path("shops");
    assertThat(shops.findValuesAsText("id")).containsExactly(ONE.id(), TWO.id());
    assertThat(shops.get(0).path("cipher").asText()).isEqualTo(ONE.cipher());
    assertThat(shops.get(0).path("seller_type").asText()).isEqualTo("LOCAL");
    assertThat(stage.seller().token(token).get("/seller/202309/shops").data().path("shops").get(0))
        .hasToString("{\"id\":\"" + ONE.id() + "\",\"region\":\"GB\"}");
  }

  @Test
  void aCodeWorksOnce() {
    String code = code();
    assertThat(exchange(code).code()).isZero();
    assertThat(exchange(code).code()).isEqualTo(36004004);
  }

  @Test
  void aCodeDiesAfterHalfAnHour() {
    String code = code();
    stage.clock.step(Duration.ofMinutes(31));
    assertThat(exchange(code).code()).isEqualTo(36004004);
  }

  @Test
  void theOddGrantTypeIsAskedFor() {
    ShopClient.Reply reply = token("get", "&grant_type=authorization_code&auth_code=" + code());
    assertThat(reply.code()).isEqualTo(36009004);
  }

  @Test
  void aWrongSecretGetsNothing() {
    String url = stage.sandbox.authUrl() + "/api/v2/token/get?app_key=" + stage.app.key();
    assertThat(
            ShopClient.plain(url + "&app_secret=no&grant_type=authorized_code&auth_code=x").code())
        .isEqualTo(36009004);
  }

  @Test
  void refreshRotatesAndTheOldTokenHasAMinuteOfGrace() {
    String first = exchange(code()).data().path("refresh_token").asText();
    String second = refresh(first).data().path("refresh_token").asText();
    assertThat(second).isNotEmpty().isNotEqualTo(first);
    assertThat(refresh(first).code()).isZero();
    stage.clock.step(Duration.ofSeconds(61));
    assertThat(refresh(first).code()).isEqualTo(36004001);
    assertThat(refresh(second).code()).isZero();
  }

  @Test
  void unknownAndExpiredRefreshTokensAreToldApart() {
    String token = exchange(code()).data().path("refresh_token").asText();
    assertThat(refresh("ROW_unknown").code()).isEqualTo(36004005);
    stage.clock.step(Duration.ofDays(31));
    assertThat(refresh(token).code()).isEqualTo(36004001);
  }

  @Test
  void revocationEndsBothTokens() {
    stage.control.revoke(ONE.id());
    assertThat(refresh(stage.tokens.refresh()).code()).isEqualTo(36004005);
    ShopClient.Reply reply = stage.seller().get("/authorization/202309/shops");
    assertThat(reply.code()).isEqualTo(36009004);
    assertThat(reply.message()).contains("x-tts-access-token");
  }
}
