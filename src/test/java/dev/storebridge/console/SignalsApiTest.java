package dev.storebridge.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.storebridge.given.Merchant;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.given.WebhookSender;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.WebhookKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was received, as the API shows it, and who may see it. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class SignalsApiTest {

  private static final String OURS = "/api/connections/" + Merchant.CONNECTION + "/signals";
  private static final String OTHERS = "/api/connections/" + Merchant.OTHER_CONNECTION + "/signals";

  @Inject WebhookKeys keys;

  private final WebhookSender sender =
      new WebhookSender(SandboxPlatforms.address("storebridge.public-url"));

  @BeforeEach
  void threeWebhooksCame() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> keys.storesNamed(Platform.SHOPIFY, WebhookSender.SHOPIFY_DOMAIN).size() == 2);
    for (int i = 1; i <= 3; i++) {
      assertThat(sender.shopify("products/update", "{\"id\":100" + i + "}")).isEqualTo(200);
    }
  }

  @Test
  void theNewestComesFirstAndPagesFollowEachOther() {
    JsonPath first = get(Merchant.TOKEN, OURS + "?limit=2").jsonPath();
    assertThat(refs(first)).containsExactly("1003", "1002");
    JsonPath second =
        get(Merchant.TOKEN, OURS + "?limit=1&cursor=" + first.getString("next")).jsonPath();
    assertThat(refs(second)).containsExactly("1001");
  }

  @Test
  void aSignalShowsItsEnvelopeAndNoBody() {
    get(Merchant.TOKEN, OURS + "?limit=1")
        .then()
        .body("items", hasSize(1))
        .body("items[0].id", matchesPattern("[A-Za-z0-9_-]+"))
        .body("items[0].platform", equalTo("shopify"))
        .body("items[0].subject", equalTo("product"))
        .body("items[0].topic", equalTo("products/update"))
        .body("items[0].refs", contains("1003"))
        .body("items[0].bodyHash", matchesPattern("[0-9a-f]{64}"))
        .body("items[0].body", nullValue());
  }

  @Test
  void aReplayMarksAgain() {
    String id = get(Merchant.TOKEN, OURS + "?limit=1").jsonPath().getString("items[0].id");
    post(Merchant.TOKEN, OURS + "/" + id + "/replay")
        .then()
        .statusCode(202)
        .body("marked", equalTo(true));
    post(Merchant.TOKEN, OURS + "/nothing/replay").then().statusCode(404);
  }

  @Test
  void aReplayOfWhatMarksNothingSaysSo() {
    assertThat(sender.shopify("app/scopes_update", "{\"id\":5}")).isEqualTo(200);
    String id = get(Merchant.TOKEN, OURS + "?limit=1").jsonPath().getString("items[0].id");
    post(Merchant.TOKEN, OURS + "/" + id + "/replay").then().body("marked", equalTo(false));
  }

  @Test
  void aTenantSeesItsOwnAlone() {
    String ours = get(Merchant.TOKEN, OURS + "?limit=1").jsonPath().getString("items[0].id");
    get(Merchant.OTHER_TOKEN, OURS).then().statusCode(404);
    post(Merchant.OTHER_TOKEN, OURS + "/" + ours + "/replay").then().statusCode(404);
    post(Merchant.OTHER_TOKEN, OTHERS + "/" + ours + "/replay").then().statusCode(404);
    get(Merchant.OTHER_TOKEN, OTHERS + "?limit=3").then().statusCode(200).body("items", hasSize(3));
  }

  @Test
  void metricsAreForTheOperatorAndCountByPlatformAndSubject() {
    given().get("/q/metrics").then().statusCode(401);
    get(Merchant.OTHER_TOKEN, "/q/metrics").then().statusCode(401);
    get(Merchant.TOKEN, "/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("storebridge_webhooks_total{outcome=\"kept\",platform=\"shopify\""))
        .body(containsString("storebridge_webhooks_intake_seconds_bucket"));
    given().get("/q/health/live").then().statusCode(200);
  }

  private static List<String> refs(JsonPath page) {
    return page.getList("items.refs.flatten()", String.class);
  }

  private static Response get(String token, String path) {
    return given().header("Authorization", "Bearer " + token).get(path);
  }

  private static Response post(String token, String path) {
    return given().header("Authorization", "Bearer " + token).post(path);
  }
}
