package dev.storebridge.connect;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.given.TestDatabase;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Credentials.ShopAccess;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.sandbox.tiktok.TikTokApp;
import dev.storebridge.sandbox.tiktok.TikTokSandbox;
import dev.storebridge.sandbox.tiktok.TikTokSettings;
import dev.storebridge.tenant.ConnectionRules;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole way with the real adapter over real HTTP: consent, refresh, revocation. */
@Tag("database")
@QuarkusTest
@TestProfile(SandboxConsentTest.Profile.class)
@WithTestResource(TestDatabase.class)
class SandboxConsentTest {
  private static final String SHOP = "7495000000000000001";

  @Inject ConnectLinks links;
  @Inject LinkedShops linked;
  @Inject Credentials credentials;
  @Inject AccountStates states;
  @Inject Merchants merchants;

  @Test
  void aShopIsConnectedRefreshedRevokedAndConnectedAgain() {
    ConnectionRules rules = merchants.connection("sandbox", "GB", SHOP);
    assertThat(consent(rules).header("Location")).endsWith("/connections/" + rules.id());
    ShopAccount shop = linked.of(rules.id()).orElseThrow();
    assertThat(shop.id()).isEqualTo(SHOP);
    ShopAccess first = credentials.shop(shop);
    assertThat(first.cipher()).isEqualTo("ROW_cipher" + SHOP);

    TikTok.sandbox.control().expireAccessTokens();
    credentials.refused(shop.account(), first.token());
    ShopAccess second = credentials.shop(shop);
    assertThat(second.token()).isNotEqualTo(first.token());

    TikTok.sandbox.control().revoke(SHOP);
    PlatformException fault =
        catchThrowableOfType(
            PlatformException.class, () -> credentials.refused(shop.account(), second.token()));
    assertThat(fault.failure()).isEqualTo(Failure.RE_AUTHORISE);
    assertThat(states.shop(rules).state()).isEqualTo(AccountState.NEEDS_REAUTHORISATION);

    consent(rules);
    assertThat(states.shop(rules).state()).isEqualTo(AccountState.CONNECTED);
    assertThat(credentials.shop(shop).token()).isNotEqualTo(second.token());
  }

  @Test
  void aMerchantWhoRefusesReadsWhatToDo() {
    ConnectionRules rules = merchants.connection("refuser", "GB", null);
    Response refused = answer(rules, "refuse");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.asString()).contains("The consent was not given.");
  }

  private Response consent(ConnectionRules rules) {
    Response done = answer(rules, "approve");
    assertThat(done.statusCode()).as(done.asString()).isEqualTo(303);
    return done;
  }

  /** What a browser does: the link, TikTok's page, the merchant's decision, our callback. */
  private Response answer(ConnectionRules rules, String decision) {
    Response start = get(links.of(rules.id()).tiktok().getPath(), Map.of());
    Response decided = get(start.header("Location") + "&decision=" + decision, Map.of());
    URI back = URI.create(decided.header("Location"));
    return get(back.getPath() + "?" + back.getRawQuery(), start.cookies());
  }

  private static Response get(String address, Map<String, String> cookies) {
    return given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .cookies(cookies)
        .get(address);
  }

  /** Made-up merchants, everything else as in production. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(Merchants.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(TikTok.class));
    }
  }

  /** TikTok Shop on a port of its own. */
  public static final class TikTok implements QuarkusTestResourceLifecycleManager {
    private static TikTokSandbox sandbox;

    @Override
    public Map<String, String> start() {
      sandbox = TikTokSandbox.start(TikTokSettings.defaults());
      TikTokApp app = TikTokApp.sandbox();
      return Map.of(
          "storebridge.allow-private-hosts", "true",
          "storebridge.tiktok.api-url", sandbox.apiUrl(),
          "storebridge.tiktok.auth-url", sandbox.authUrl(),
          "storebridge.tiktok.apps.default.app-key", app.key(),
          "storebridge.tiktok.apps.default.app-secret", app.secret(),
          "storebridge.tiktok.apps.default.service-id", app.serviceId(),
          "storebridge.tiktok.apps.default.consent-url", sandbox.consentUrl());
    }

    @Override
    public void stop() {
      sandbox.close();
    }
  }
}
