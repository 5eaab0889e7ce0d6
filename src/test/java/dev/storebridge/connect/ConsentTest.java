package dev.storebridge.connect;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.connect.ConnectProfile.Platforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.platform.Authoriser.GrantedShop;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.tenant.ConnectionRules;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
@QuarkusTest
@TestProfile(ConnectProfile.class)
@WithTestResource(TestDatabase.class)
class ConsentTest {
  @Inject ConnectLinks links;
  @Inject Credentials credentials;
  @Inject LinkedShops linked;
  @Inject AccountStates states;
  @Inject Grants grants;
  @Inject Platforms platforms;
  @Inject Merchants merchants;
  @Inject TestClock clock;

  private final String merchant = "m" + UUID.randomUUID().toString().substring(0, 8);
  private final GrantedShop shop = new GrantedShop(merchant + "1", "Mugs", "GB", "cipher-1");

  @Test
  void aConsentConnectsTheShopAndLeadsToTheConsole() {
    ConnectionRules rules = merchants.connection(merchant, "GB", null);
    assertThat(states.shop(rules).state()).isEqualTo(AccountState.UNAUTHORISED);
    Browser browser = opened(links.of(rules.id()).tiktok());
    assertThat(browser.consentPage).contains("app=app-key").contains("region=GB");

    Response response = browser.answers(platforms.tiktok.code(merchant, shop));

    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.header("Location"))
        .isEqualTo("https://bridge.example/connections/" + rules.id());
    assertThat(linked.of(rules.id())).map(ShopAccount::id).contains(shop.id());
    AccountStates.Shop state = states.shop(rules);
    assertThat(state.state()).isEqualTo(AccountState.CONNECTED);
    assertThat(state.name()).contains("Mugs");
    assertThat(state.tokenExpiresAt()).contains(clock.instant().plus(Duration.ofDays(7)));
  }

  @Test
  void theCookieIsForThisBrowserAlone() {
    ConnectionRules rules = merchants.connection(merchant, "GB", null);
    Response start = get(links.of(rules.id()).tiktok());
    assertThat(start.header("Set-Cookie"))
        .contains("HttpOnly")
        .contains("SameSite=Lax")
        .contains("Secure")
        .contains("Path=/connect");
    assertThat(start.header("Cache-Control")).contains("no-store");
  }

  @Test
  void aStateWorksOnce() {
    ConnectionRules rules = merchants.connection(merchant, "GB", null);
    Browser browser = opened(links.of(rules.id()).tiktok());
    browser.answers(platforms.tiktok.code(merchant, shop));

    Response again = browser.answers(platforms.tiktok.code(merchant, shop));

    refused(again, 410, "has been used already");
  }

  @Test
  void anotherBrowsersConsentIsRefusedAndDoesNotSpendTheState() {
    ConnectionRules rules = merchants.connection(merchant, "GB", null);
    Browser browser = opened(links.of(rules.id()).tiktok());
    Browser stranger = new Browser(browser.consentPage, Map.of());
    String code = platforms.tiktok.code(merchant, shop);

    refused(stranger.answers(code), 403, "another browser");

    assertThat(linked.of(rules.id())).isEmpty();
    assertThat(browser.answers(code).statusCode()).isEqualTo(303);
  }

  @Test
  void anOldOrChangedLinkIsRefused() {
    ConnectionRules rules = merchants.connection(merchant, "GB", null);
    URI link = links.of(rules.id()).tiktok();
    refused(get(URI.create(link.toString().replace("/tiktok.", "/store."))), 403, "not one of");
    clock.forward(Duration.ofMinutes(10));
    refused(get(link), 410, "older than 10 minutes");
  }

  @Test
  void aConsentThatTookTooLongIsRefused() {
    ConnectionRules rules = merchants.connection(merchant, "GB", null);
    Browser browser = opened(links.of(rules.id()).tiktok());
    clock.forward(Duration.ofMinutes(30));
    refused(browser.answers(platforms.tiktok.code(merchant, shop)), 410, "longer than 30 minutes");
  }

  @Test
  void aDeclinedConsentIsToldInWords() {
    ConnectionRules rules = merchants.connection(merchant, "GB", null);
    refused(opened(links.of(rules.id()).tiktok()).answers("null"), 400, "not given");
    refused(
        given().queryParam("error", "access_denied").get("/connect/tiktok/callback"),
        400,
        "not given");
  }

  @Test
  void aMadeUpStateOrCodeIsRefused() {
    ConnectionRules rules = merchants.connection(merchant, "GB", null);
    Browser browser = opened(links.of(rules.id()).tiktok());
    refused(browser.answers("made-up"), 400, "did not accept the code");
    refused(
        given().queryParam("state", "<b>").queryParam("code", "x").get("/connect/tiktok/callback"),
        400,
        "no consent that was begun here");
  }

  @Test
  void aShopOfAnotherConnectionIsRefused() {
    ConnectionRules first = merchants.connection(merchant, "GB", null);
    opened(links.of(first.id()).tiktok()).answers(platforms.tiktok.code(merchant, shop));
    ConnectionRules second = merchants.connection(merchant + "b", "GB", null);

    Response response =
        opened(links.of(second.id()).tiktok()).answers(platforms.tiktok.code(merchant, shop));

    refused(response, 409, "linked with a connection of another merchant already");
    assertThat(response.asString()).doesNotContain(first.id());
    assertThat(linked.of(second.id())).isEmpty();
    assertThat(linked.of(first.id())).isPresent();
  }

  @Test
  void aConnectionThatIsGoneGivesItsShopToAnotherOfTheSameTenant() {
    ConnectionRules gone = merchants.connection(merchant, "GB", null);
    opened(links.of(gone.id()).tiktok()).answers(platforms.tiktok.code(merchant, shop));
    ConnectionRules next = merchants.connection(merchant, "gb", null);
    merchants.remove(gone);

    Response response =
        opened(links.of(next.id()).tiktok()).answers(platforms.tiktok.code(merchant, shop));

    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(linked.of(next.id())).isPresent();
  }

  @Test
  void aNamedShopThatTheConsentLacksIsRefused() {
    ConnectionRules rules = merchants.connection(merchant, "GB", "999");
    Browser browser = opened(links.of(rules.id()).tiktok());
    refused(browser.answers(platforms.tiktok.code(merchant, shop)), 409, "names the shop 999");
    assertThat(linked.of(rules.id())).isEmpty();
  }

  @Test
  void anInstallWithoutAStateWaitsForItsClaim() {
    ConnectionRules rules = merchants.connection(merchant, "GB", null);
    String code = platforms.tiktok.code(merchant, shop);

    Response response = given().queryParam("code", code).get("/connect/tiktok/callback");

    assertThat(response.statusCode()).isEqualTo(202);
    Grants.Unclaimed grant =
        grants.unclaimed().stream().filter(g -> g.name().contains(merchant)).findFirst().get();
    assertThat(grant.shops()).containsExactly(new Grants.Shop(shop.id(), "Mugs", "GB"));

    grants.claim(grant.id(), rules.id());

    assertThat(linked.of(rules.id())).map(ShopAccount::id).contains(shop.id());
    assertThat(grants.unclaimed()).doesNotContain(grant);
  }

  @Test
  void aRenewalFromSellerCenterLeadsToTheConnectionItServes() {
    ConnectionRules rules = merchants.connection(merchant, "GB", null);
    opened(links.of(rules.id()).tiktok()).answers(platforms.tiktok.code(merchant, shop));
    ShopAccount account = linked.of(rules.id()).get();
    Secret former = credentials.shop(account).token();
    String code = platforms.tiktok.code(merchant, shop);

    Response response =
        given().redirects().follow(false).queryParam("code", code).get("/connect/tiktok/callback");

    assertThat(response.header("Location")).endsWith("/connections/" + rules.id());
    assertThat(credentials.shop(account).token()).isNotEqualTo(former);
    assertThat(grants.unclaimed()).extracting(Grants.Unclaimed::name).noneMatch(this::ours);
  }

  @Test
  void aSecondConsentOfTheSellerForAnotherShopLeavesTheFirstConnected() {
    ConnectionRules british = merchants.connection(merchant, "GB", null);
    ConnectionRules german = merchants.connection(merchant, "DE", null);
    opened(links.of(british.id()).tiktok()).answers(platforms.tiktok.code(merchant, shop));
    GrantedShop tassen = new GrantedShop(merchant + "2", "Tassen", "DE", "cipher-2");

    opened(links.of(german.id()).tiktok()).answers(platforms.tiktok.code(merchant, tassen));

    assertThat(states.shop(british).state()).isEqualTo(AccountState.CONNECTED);
    assertThat(states.shop(german).state()).isEqualTo(AccountState.CONNECTED);
  }

  @Test
  void aStoreConsentsThroughItsOwnLink() {
    ConnectionRules rules = merchants.connection(merchant, "GB", null);
    assertThat(states.store(merchants.store(rules.storeId()).get()))
        .isEqualTo(AccountState.UNAUTHORISED);
    Browser browser = opened(links.of(rules.id()).store().get());

    Response response = browser.answersShopify(platforms.shopify.code(merchant));

    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(states.store(merchants.store(rules.storeId()).get()))
        .isEqualTo(AccountState.CONNECTED);
  }

  @Test
  void aStoreWithATokenOfItsOwnHasNoLink() {
    ConnectionRules rules = merchants.connection(merchant, "GB", null);
    merchants.store(merchant, ConnectProfile.pasted("shpat_1"));
    assertThat(links.of(rules.id()).store()).isEmpty();
  }

  private boolean ours(String seller) {
    return seller.contains(merchant);
  }

  private static void refused(Response response, int status, String words) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("text/html");
    assertThat(response.asString()).contains(words).contains("<h1>Not connected</h1>");
  }

  private static Response get(URI link) {
    return given().redirects().follow(false).get(link.getPath());
  }

  private static Browser opened(URI link) {
    Response start = get(link);
    assertThat(start.statusCode()).as(start.asString()).isEqualTo(303);
    return new Browser(start.header("Location"), start.cookies());
  }

  /** A browser on the consent page. */
  private record Browser(String consentPage, Map<String, String> cookies) {
    Response answers(String code) {
      return answers("tiktok", code);
    }

    Response answersShopify(String code) {
      return answers("shopify", code);
    }

    private Response answers(String platform, String code) {
      String state = consentPage.replaceAll(".*state=([^&]+).*", "$1");
      return given()
          .redirects()
          .follow(false)
          .cookies(cookies)
          .queryParam("state", state)
          .queryParam("code", code)
          .get("/connect/" + platform + "/callback");
    }
  }
}
