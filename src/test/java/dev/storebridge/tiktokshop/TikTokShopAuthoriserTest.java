package dev.storebridge.tiktokshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.contract.OpenGuards;
import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Authoriser.Issued;
import dev.storebridge.platform.Authoriser.Request;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.resilience.HttpEgress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TikTokShopAuthoriserTest {

  private static final AppKeys APP = app(Optional.empty());
  private static final URI CALLBACK = URI.create("https://sb.example/connect/tiktok/callback");
  private static final String TOKENS =
      """
      {"access_token": "ROW_a", "access_token_expire_in": 1793404800,
       "refresh_token": "ROW_r", "refresh_token_expire_in": 4917542400, "open_id": "seller-1",
       "seller_name": "Acme", "user_type": %d, "granted_scopes": ["seller.product.basic"]}
      """;

  private final ScriptedTikTok tiktok = new ScriptedTikTok();
  private final TikTokShopAuthoriser authoriser = authoriser();

  private TikTokShopAuthoriser authoriser() {
    TikTokConfig config = ScriptedTikTok.config(tiktok.url());
    TikTokErrors errors = new TikTokErrors(Clock.systemUTC());
    OpenGuards guards = new OpenGuards();
    HttpEgress egress = new HttpEgress(true);
    TikTokApi api =
        new TikTokApi(config, guards, egress, null, errors, new TikTokClock(Clock.systemUTC()));
    return new TikTokShopAuthoriser(config, guards, egress, api, errors);
  }

  @AfterEach
  void close() {
    tiktok.close();
  }

  @Test
  void opensTheConsentPageOfTheRegion() {
    assertThat(page(APP, "GB"))
        .isEqualTo("https://services.tiktokshop.com/open/authorize?service_id=73&state=s%2F1");
    assertThat(page(APP, "US")).startsWith("https://services.tiktokshops.us/open/authorize?");
    assertThat(page(app(Optional.of(URI.create("https://consent.example/x?y=z"))), "US"))
        .isEqualTo("https://consent.example/x?y=z&service_id=73&state=s%2F1");
  }

  @Test
  void exchangesACodeForTokensWithAbsoluteTimes() {
    tiktok.data(TOKENS.formatted(0));
    Issued issued =
        authoriser.exchange(APP, Optional.empty(), Map.of("code", "c+1", "shop_region", "GB"));
    assertThat(issued.subject()).isEqualTo("seller-1");
    assertThat(issued.accessToken()).isEqualTo(new Secret("ROW_a"));
    assertThat(issued.accessExpiresAt()).isEqualTo(Instant.ofEpochSecond(1793404800));
    assertThat(issued.refreshExpiresAt()).contains(Instant.ofEpochSecond(4917542400L));
    assertThat(issued.scopes()).containsExactly("seller.product.basic");
    assertThat(tiktok.asked().get(0).path()).isEqualTo("/api/v2/token/get");
    assertThat(tiktok.asked().get(0).query())
        .isEqualTo(
            Map.of(
                "app_key", "key",
                "app_secret", "app secret",
                "auth_code", "c+1",
                "grant_type", "authorized_code"));
  }

  @Test
  void refreshesWithTheRefreshToken() {
    tiktok.data(TOKENS.formatted(0));
    Issued issued = authoriser.refresh(APP, Optional.empty(), new Secret("planted-refresh-token"));
    assertThat(issued.refreshToken()).contains(new Secret("ROW_r"));
    assertThat(tiktok.asked().get(0).path()).isEqualTo("/api/v2/token/refresh");
    assertThat(tiktok.asked().get(0).query())
        .containsEntry("refresh_token", "planted-refresh-token")
        .containsEntry("grant_type", "refresh_token");
  }

  @ParameterizedTest
  @ValueSource(ints = {36004001, 36004004, 36004005})
  void asksForNewConsentWhenNothingElseHelps(int code) {
    tiktok.error(200, code, "no");
    PlatformException fault =
        catchThrowableOfType(
            PlatformException.class,
            () -> authoriser.refresh(APP, Optional.empty(), new Secret("planted-refresh-token")));
    assertThat(fault.failure()).isEqualTo(Failure.RE_AUTHORISE);
    assertThat(fault.outcomeUnknown()).isFalse();
    assertThat(fault).hasMessageNotContaining("planted").hasMessageNotContaining("app secret");
  }

  @Test
  void refusesWhoIsNoSeller() {
    tiktok.data(TOKENS.formatted(1));
    assertThat(exchange(Map.of("code", "c")).explanation().code()).isEqualTo("not-a-seller");
  }

  @Test
  void refusesACallbackWithoutConsent() {
    assertThat(exchange(Map.of("code", "null", "error", "auth_denied")).failure())
        .isEqualTo(Failure.RE_AUTHORISE);
    assertThat(exchange(Map.of()).failure()).isEqualTo(Failure.RE_AUTHORISE);
    assertThat(tiktok.asked()).isEmpty();
  }

  @Test
  void leavesALostAnswerOpen() {
    tiktok.replies(502, "<html>bad gateway</html>");
    PlatformException fault = exchange(Map.of("code", "c"));
    assertThat(fault.failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(fault.outcomeUnknown()).isTrue();
  }

  @Test
  void listsTheShopsOfAGrantWithoutNamingOne() {
    tiktok.data(
        """
        {"shops": [{"id": 7000000000000000001, "name": "Example", "region": "GB", "cipher": "x"}]}
        """);
    assertThat(authoriser.shops(APP, new Secret("ROW_a")))
        .singleElement()
        .satisfies(shop -> assertThat(shop.id()).isEqualTo("7000000000000000001"));
    assertThat(tiktok.asked().get(0).query()).doesNotContainKey("shop_cipher").containsKey("sign");
    assertThat(tiktok.asked().get(0).token()).isEqualTo("ROW_a");
  }

  private PlatformException exchange(Map<String, String> callback) {
    return catchThrowableOfType(
        PlatformException.class, () -> authoriser.exchange(APP, Optional.empty(), callback));
  }

  private String page(AppKeys app, String region) {
    return authoriser
        .consentPage(new Request(app, region, "s/1", CALLBACK, Optional.empty()))
        .toString();
  }

  private static AppKeys app(Optional<URI> consentUrl) {
    return new AppKeys("default", "key", new Secret("app secret"), "73", consentUrl);
  }
}
