package dev.storebridge.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the API promises its callers, asked over HTTP. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class ApiTest {

  private static final String ALL = "/api/connections";
  private static final String OURS = ALL + "/" + Merchant.CONNECTION;
  private static final String OTHERS = ALL + "/" + Merchant.OTHER_CONNECTION;

  private final String service = SandboxPlatforms.address("storebridge.public-url");

  private final String shopify = SandboxPlatforms.address(SandboxPlatforms.SHOPIFY);

  private Merchant merchant;

  @BeforeEach
  void theCatalogueIsImported() {
    merchant = new Merchant(service);
    merchant.connect();
    if (merchant.listings("").isEmpty()) {
      merchant.importAll();
    }
  }

  private static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static ValidatableResponse operatorGets(String path) {
    return as(Merchant.TOKEN).get(path).then();
  }

  private static void isProblem(Response response, int status, String code) {
    response
        .then()
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("type", equalTo("urn:storebridge:problem:" + code))
        .body("status", equalTo(status))
        .body("$", hasKey("title"))
        .body("$", hasKey("detail"));
  }

  @Test
  void aMissingOrUnknownTokenIsRefused() {
    isProblem(given().get(ALL), 401, "unauthorised");
    isProblem(as("nobody").get(ALL), 401, "unauthorised");
    isProblem(given().header("Authorization", "Basic Zm9vOmJhcg==").get(ALL), 401, "unauthorised");
    isProblem(given().get("/api/there-is-no-such-thing"), 401, "unauthorised");
    assertThat(given().get(ALL).header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void theOperatorSeesEveryConnectionAndATenantItsOwn() {
    operatorGets(ALL)
        .body("items.id", equalTo(List.of(Merchant.OTHER_CONNECTION, Merchant.CONNECTION)));
    as(Merchant.OTHER_TOKEN)
        .get(ALL)
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(Merchant.OTHER_CONNECTION)))
        .body("next", equalTo(null));
    as(Merchant.OTHER_TOKEN).get(OTHERS).then().statusCode(200).body("tenant", equalTo("otherco"));
  }

  @Test
  void theBooksAreTheOperatorsToSee() {
    operatorGets("/api/books")
        .body("unsound", greaterThanOrEqualTo(0))
        .body("$", hasKey("checkedAt"))
        .body("$", hasKey("stores"));
    isProblem(as(Merchant.OTHER_TOKEN).get("/api/books"), 404, "not-found");
  }

  @Test
  void whatBelongsToAnotherTenantDoesNotExistForIt() {
    RequestSpecification stranger = as(Merchant.OTHER_TOKEN).contentType("application/json");
    for (String path : List.of("", "/import", "/listings", "/listings/1", "/problems")) {
      isProblem(stranger.get(OURS + path), 404, "not-found");
    }
    for (String path : List.of("/import", "/connect-links", "/problems/retry")) {
      isProblem(stranger.post(OURS + path), 404, "not-found");
    }
    isProblem(stranger.post(OURS + "/problems/1/retry"), 404, "not-found");
  }

  @Test
  void whatHasNoShopIsNotCountedAndSaysSoAtOnce() {
    isProblem(as(Merchant.TOKEN).get(OTHERS + "/completeness"), 503, "not-counted-yet");
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    isProblem(as(Merchant.TOKEN).get(ALL + "/nowhere"), 404, "not-found");
    isProblem(as(Merchant.TOKEN).get(OURS + "/listings/1"), 404, "not-found");
    isProblem(as(Merchant.TOKEN).get(OTHERS + "/import"), 404, "not-found");
    isProblem(as(Merchant.TOKEN).post(OURS + "/problems/1/retry"), 404, "not-found");
  }

  @Test
  void aConnectionShowsBothAccountsAndItsCounts() {
    operatorGets(OURS)
        .body("tenant", equalTo("testco"))
        .body("live", equalTo(true))
        .body("paused", equalTo(false))
        .body("store.platform", equalTo("shopify"))
        .body("store.state", equalTo("connected"))
        .body("shop.id", equalTo("7495000000000000001"))
        .body("shop.state", equalTo("connected"))
        .body("shop.tokenExpiresAt", containsString("Z"))
        .body("counts.products", equalTo(merchant.listings("").size()));
    operatorGets(OTHERS)
        .body("live", equalTo(false))
        .body("shop.id", equalTo(null))
        .body("shop.state", equalTo("unauthorised"));
  }

  @Test
  void listsComeInPages() {
    Set<String> seen = new HashSet<>();
    String path = OURS + "/listings?limit=7";
    String cursor = "";
    do {
      JsonNode page = merchant.get(path + cursor);
      assertThat(page.path("items").size()).isBetween(1, 7);
      page.path("items").forEach(item -> assertThat(seen.add(id(item))).isTrue());
      cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asText();
    } while (!cursor.isEmpty());
    assertThat(seen).hasSameSizeAs(merchant.listings(""));
    operatorGets(ALL + "?limit=1").body("items.id", equalTo(List.of(Merchant.OTHER_CONNECTION)));
  }

  private static String id(JsonNode item) {
    return item.path("productId").asText();
  }

  @Test
  void badParametersAreRefusedWithWords() {
    for (String limit : List.of("0", "-1", "201")) {
      isProblem(as(Merchant.TOKEN).get(OURS + "/listings?limit=" + limit), 400, "bad-limit");
      isProblem(as(Merchant.TOKEN).get(OURS + "/problems?limit=" + limit), 400, "bad-limit");
      isProblem(as(Merchant.TOKEN).get(ALL + "?limit=" + limit), 400, "bad-limit");
    }
    isProblem(as(Merchant.TOKEN).get(OURS + "/listings?limit=many"), 400, "bad-limit");
    isProblem(as(Merchant.TOKEN).get(OURS + "/listings?cursor=%21"), 400, "bad-cursor");
    isProblem(as(Merchant.TOKEN).get(OURS + "/listings?state=asleep"), 400, "bad-state");
  }

  @Test
  void listingsCanBeFilteredByState() {
    int all = merchant.listings("").size();
    int live = merchant.listings("&state=live").size();
    int inReview = merchant.listings("&state=in-review").size();
    assertThat(live + inReview).isBetween(1, all);
    assertThat(merchant.listings("&state=removed")).isEmpty();
  }

  @Test
  void aListingShowsItsOffersAsTheChannelTookThem() {
    String path = OURS + "/listings/" + id(merchant.listings("").getFirst());
    operatorGets(path)
        .body("offers[0].currency", equalTo("GBP"))
        .body("offers[0].price", containsString("."))
        .body("imageUrl", startsWith(shopify))
        .body("problem", equalTo(null))
        .body("$", hasKey("tiktokProductId"));
  }

  @Test
  void anImportNeedsAShop() {
    isProblem(as(Merchant.OTHER_TOKEN).post(OTHERS + "/import"), 409, "not-connected");
  }

  @Test
  void aSecondImportIsTheOneThatRuns() {
    Response first = as(Merchant.TOKEN).post(OURS + "/import");
    Response second = as(Merchant.TOKEN).post(OURS + "/import");
    first.then().statusCode(202).body("total", equalTo(null)).body("finished", equalTo(false));
    second.then().statusCode(202);
    String started = first.path("startedAt");
    assertThat(second.<String>path("startedAt")).isEqualTo(started).endsWith("Z");
    JsonNode end = merchant.awaitImport();
    assertThat(end.path("startedAt").asText()).isEqualTo(started);
    assertThat(end.path("done").asInt()).isEqualTo(end.path("total").asInt());
  }

  @Test
  void everyMatchingProblemIsTriedAgain() {
    String path = OURS + "/problems/retry";
    assertThat(merchant.post(path).path("count").asInt()).isEqualTo(merchant.problems().size());
    RequestSpecification json = as(Merchant.TOKEN).contentType("application/json");
    json.body("{\"kind\":\"listing\",\"code\":\"no-such-code\"}")
        .post(path)
        .then()
        .statusCode(202)
        .body("count", equalTo(0));
    isProblem(json.body("{not json").post(path), 400, "unreadable");
  }

  @Test
  void connectLinksLeadThroughTheServiceToConsent() {
    Response links = as(Merchant.OTHER_TOKEN).post(OTHERS + "/connect-links");
    links.then().statusCode(200).body("store", equalTo(null));
    String link = links.path("tiktok");
    assertThat(link).startsWith(service);
    Response opened = given().redirects().follow(false).get(link);
    assertThat(opened.statusCode()).isIn(302, 303, 307);
    assertThat(opened.header("Set-Cookie")).contains("HttpOnly");
    assertThat(given().get(link + "x").statusCode()).isBetween(400, 499);
  }

  @Test
  void theInterfaceIsDescribed() {
    String description =
        given().get("/q/openapi?format=json").then().statusCode(200).extract().asString();
    assertThat(description)
        .contains("\"/api/connections\"")
        .contains("\"/api/connections/{connection}/connect-links\"")
        .contains("\"/api/connections/{connection}/import\"")
        .contains("\"/api/connections/{connection}/listings\"")
        .contains("\"/api/connections/{connection}/listings/{product}\"")
        .contains("\"/api/connections/{connection}/problems/{problem}/retry\"");
  }

  @Test
  void healthAndConsoleAnswerWithoutAToken() {
    given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    for (String page : List.of("/", "/connections/" + Merchant.CONNECTION)) {
      given()
          .get(page)
          .then()
          .statusCode(200)
          .contentType(startsWith("text/html"))
          .header("Content-Security-Policy", containsString("default-src 'self'"))
          .body(containsString("Storebridge"));
    }
  }
}
