package dev.storebridge.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.given.Merchant;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.given.WooPlatforms;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Credentials.StoreAccess.KeyPair;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.tenant.Tenants;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A WooCommerce shop hands its key over, over real HTTP, and takes it away again. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(WooPlatforms.class)
class WooHandOverTest {

  private static final String CALLBACK = "/connect/woocommerce/callback";

  private final String service = SandboxPlatforms.address("storebridge.public-url");
  private final Merchant merchant = new Merchant(service);

  @Inject Credentials credentials;
  @Inject Tenants tenants;

  @Test
  void aKeyIsHandedOverUsedTakenAwayAndHandedOverAgain() {
    KeyPair first = handedOver();
    PlatformException fault =
        catchThrowableOfType(
            PlatformException.class, () -> credentials.refused(store().account(), first.key()));
    assertThat(fault.failure()).isEqualTo(Failure.RE_AUTHORISE);
    assertThat(state()).isEqualTo("needs-reauthorisation");
    assertThat(handedOver().key()).isNotEqualTo(first.key());
  }

  private KeyPair handedOver() {
    Opened link = open();
    Response back = browser(link.page() + "&decision=approve", Map.of());
    Response done = browser(back.header("Location"), link.cookies());
    assertThat(done.statusCode()).as(done.asString()).isEqualTo(303);
    assertThat(done.header("Location")).isEqualTo(service + "/connections/handco-uk");
    assertThat(state()).isEqualTo("connected");
    KeyPair keys = (KeyPair) credentials.store(store());
    assertThat(keys.key().reveal()).startsWith("ck_");
    assertThat(keys.secret().reveal()).startsWith("cs_");
    return keys;
  }

  @Test
  void aMerchantWhoDeniesReadsWhatToDo() {
    Opened link = open();
    Response back = browser(link.page() + "&decision=deny", Map.of());
    Response refused = browser(back.header("Location"), link.cookies());
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.asString()).contains("The consent was not given.");
  }

  @Test
  void anotherBrowserGetsNothingAndAReturnIsGoodOnce() {
    Opened link = open();
    String back = browser(link.page() + "&decision=approve", Map.of()).header("Location");
    assertThat(browser(back, Map.of()).statusCode()).isEqualTo(403);
    assertThat(browser(back, link.cookies()).statusCode()).isEqualTo(303);
    assertThat(browser(back, link.cookies()).statusCode()).isEqualTo(410);
  }

  @Test
  void aKeyThatTheShopDoesNotKnowIsNotKept() {
    Opened link = open();
    String state = link.parameter("user_id");
    assertThat(post(state, "read_write").statusCode()).isEqualTo(200);
    assertThat(post(state, "read_write").statusCode()).as("only once").isEqualTo(400);
    Response done = browser(back(state), link.cookies());
    assertThat(done.statusCode()).isEqualTo(400);
    assertThat(done.asString()).contains("does not accept the key");
  }

  @Test
  void aKeyThatMayOnlyReadIsNotKept() {
    Opened link = open();
    String state = link.parameter("user_id");
    post(state, "read");
    Response done = browser(back(state), link.cookies());
    assertThat(done.statusCode()).isEqualTo(400);
    assertThat(done.asString()).contains("both read and write");
  }

  @Test
  void aReturnWithoutAKeySaysSo() {
    Opened link = open();
    Response done = browser(back(link.parameter("user_id")), link.cookies());
    assertThat(done.statusCode()).isEqualTo(400);
    assertThat(done.asString()).contains("none has arrived");
  }

  @Test
  void whatBelongsToNoHandOverIsRefusedSoThatTheShopDeletesTheKey() {
    assertThat(post("made-up", "read_write").statusCode()).isEqualTo(400);
    assertThat(given().body("no json").post(service + CALLBACK).statusCode()).isEqualTo(400);
    assertThat(given().post(service + CALLBACK).statusCode()).isEqualTo(400);
    assertThat(browser(back("made-up"), Map.of()).statusCode()).isEqualTo(400);
  }

  /** A connect link as a browser opened it. */
  private record Opened(String page, Map<String, String> cookies) {

    String parameter(String name) {
      return page.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
    }
  }

  private Opened open() {
    String path = "/api/connections/" + WooPlatforms.HANDED_OVER + "/connect-links";
    Response start = browser(merchant.post(path).path("store").asText(), Map.of());
    assertThat(start.statusCode()).isEqualTo(303);
    return new Opened(start.header("Location"), start.cookies());
  }

  private Response post(String state, String permissions) {
    return given()
        .contentType("application/json")
        .body(
            Map.of(
                "key_id",
                1,
                "user_id",
                state,
                "consumer_key",
                "ck_" + "0".repeat(40),
                "consumer_secret",
                "cs_" + "0".repeat(40),
                "key_permissions",
                permissions))
        .post(service + CALLBACK);
  }

  private String back(String state) {
    return service + "/connect/woocommerce/return?success=1&user_id=" + state;
  }

  private String state() {
    return merchant
        .get("/api/connections/" + WooPlatforms.HANDED_OVER)
        .path("store")
        .path("state")
        .asText();
  }

  private StoreAccount store() {
    return tenants.store("handco-store").orElseThrow();
  }

  private static Response browser(String address, Map<String, String> cookies) {
    return given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .cookies(cookies)
        .get(address);
  }
}
