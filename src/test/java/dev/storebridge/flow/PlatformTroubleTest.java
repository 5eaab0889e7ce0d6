package dev.storebridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bad days of both platforms end in explained problems at worst; once they are over everything
 * converges by itself, and nothing is listed twice.
 */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class PlatformTroubleTest {

  private static final String API = "/api/connections/" + Merchant.CONNECTION;
  private static final String CREATE = "POST /product/202309/products";
  private static final String SEARCH = "POST /product/202502/products/search";
  private static final List<String> FAULTS =
      List.of(
          "html-ok",
          "server-error",
          "too-many-requests",
          "reset-before",
          "reset-after",
          "done-but-500",
          "truncated-json");

  private final String service = SandboxPlatforms.address("storebridge.public-url");

  private final String tiktok = SandboxPlatforms.address(SandboxPlatforms.TIKTOK);

  private final String shopify = SandboxPlatforms.address(SandboxPlatforms.SHOPIFY);

  private Merchant merchant;
  private Platforms platforms;

  @BeforeEach
  void theCatalogueIsLive() {
    merchant = new Merchant(service);
    platforms = new Platforms(merchant, tiktok, shopify);
    platforms.heal();
    merchant.connect();
    if (merchant.listings("").isEmpty()) {
      merchant.importAll();
    }
  }

  @AfterEach
  void everythingConverges() {
    platforms.heal();
    merchant.importAll();
    platforms.awaitAllLiveOnce();
  }

  @Test
  void whateverHappensToItsCreateAProductIsListedOnce() {
    FAULTS.forEach(kind -> platforms.troubleTikTok(fault(kind, CREATE, 2)));
    List<JsonNode> added = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      added.add(platforms.add("Unlucky Jug " + i, "UNLUCKY-" + i));
    }
    JsonNode end = merchant.importAll();
    assertThat(end.path("failed").asInt()).as("%s", merchant.problems()).isZero();
    platforms.awaitAllLiveOnce();
    added.forEach(platforms::shopProduct);
  }

  @Test
  void whateverHappensToItsEditsAProductGetsInLine() {
    FAULTS.forEach(kind -> platforms.troubleTikTok(fault(kind, "", 3)));
    List<JsonNode> products = platforms.storeProducts().subList(10, 22);
    for (JsonNode product : products) {
      String title = "Renamed on a bad day " + Platforms.id(product);
      platforms.edit(product, "{\"title\":\"%s\",\"price\":\"55.00\"}".formatted(title));
    }
    JsonNode end = merchant.importAll();
    assertThat(end.path("failed").asInt()).as("%s", merchant.problems()).isZero();
    platforms.awaitAllLiveOnce();
    for (JsonNode product : products) {
      assertThat(platforms.shopProduct(product).path("title").asText())
          .isEqualTo("Renamed on a bad day " + Platforms.id(product));
      assertThat(priceOf(product)).isEqualTo("60.50");
    }
  }

  private String priceOf(JsonNode product) {
    return merchant.listing(Platforms.id(product)).path("offers").path(0).path("price").asText();
  }

  @Test
  void anOutageIsToldAndARetryAfterItClosesTheProblem() {
    platforms.troubleTikTok(fault("server-error", CREATE, 0));
    JsonNode product = platforms.add("Patient Jug", "PATIENT");
    merchant.post(API + "/import");
    JsonNode problem = platforms.awaitProblem("listing", "no-envelope");
    assertThat(problem.path("ref").asText()).isEqualTo(Platforms.id(product));
    assertThat(problem.path("nextTryAt").asText()).isNotEmpty();
    platforms.heal();
    merchant.post(API + "/problems/" + problem.path("id").asText() + "/retry");
    platforms.awaitAllLiveOnce();
  }

  @Test
  void aSearchThatRepeatsItsPageIsToldAndTheImportGoesOnLater() {
    platforms.troubleTikTok(fault("repeating-page", SEARCH, 0));
    goesOnAfter("page-repeats");
  }

  @Test
  void expiredAccessTokensAreRenewedOnTheWay() {
    platforms.troubleTikTok("{\"kind\":\"expire-access-tokens\"}");
    JsonNode product = platforms.storeProducts().get(4);
    platforms.edit(product, "{\"price\":\"31.00\"}");
    JsonNode end = merchant.importAll();
    assertThat(end.path("failed").asInt()).isZero();
    assertThat(priceOf(product)).isEqualTo("34.10");
    assertThat(merchant.problems()).isEmpty();
  }

  @Test
  void aRefusedReviewIsAProblemWithItsReasonsUntilTheProductIsCorrected() {
    platforms.troubleTikTok("{\"kind\":\"refuse-review\",\"pattern\":\"Doubtful\"}");
    JsonNode product = platforms.add("Doubtful Vase", "DOUBTFUL");
    merchant.importAll();
    JsonNode problem = platforms.awaitProblem("listing", "review-refused");
    assertThat(problem.path("ref").asText()).isEqualTo(Platforms.id(product));
    assertThat(problem.path("message").asText()).contains("told to refuse");
    assertThat(problem.path("fix").asText()).contains("Change the title");
    assertThat(merchant.listing(Platforms.id(product)).path("state").asText()).isEqualTo("refused");
    platforms.edit(product, "{\"title\":\"Certain Vase of glass\"}");
    merchant.importAll();
    platforms.awaitAllLiveOnce();
  }

  @Test
  void aRefusedEditOfALiveListingIsAProblemToo() {
    platforms.troubleTikTok("{\"kind\":\"refuse-review\",\"pattern\":\"Doubtful\"}");
    JsonNode product = platforms.storeProducts().get(2);
    platforms.edit(product, "{\"title\":\"Doubtful new name of a product\"}");
    merchant.importAll();
    JsonNode problem = platforms.awaitProblem("listing", "review-refused");
    assertThat(problem.path("ref").asText()).isEqualTo(Platforms.id(product));
    assertThat(platforms.shopProduct(product).path("status").asText()).isEqualTo("ACTIVATE");
    platforms.edit(product, "{\"title\":\"Certain new name of a product\"}");
    merchant.importAll();
    platforms.awaitAllLiveOnce();
  }

  @ParameterizedTest
  @CsvSource({
    "html-page, unreadable-answer",
    "truncated-body, connection-lost",
    "repeated-page, repeated-page",
    "server-error, 503"
  })
  void aStoreThatCannotBeReadIsToldAndTheImportGoesOnLater(String fault, String code) {
    platforms.troubleShopify("{\"fault\":\"%s\"}".formatted(fault));
    goesOnAfter(code);
  }

  private void goesOnAfter(String code) {
    long before = platforms.calls();
    merchant.post(API + "/import");
    JsonNode problem = platforms.awaitProblem("account", code);
    assertThat(problem.path("cause").asText()).isNotBlank();
    assertThat(problem.path("fix").asText()).isNotBlank();
    assertThat(platforms.calls() - before).as("calls in vain").isLessThan(150);
    assertThat(merchant.get(API + "/import").path("finished").asBoolean()).isFalse();
    platforms.heal();
    JsonNode end = merchant.awaitImport();
    assertThat(end.path("failed").asInt()).isZero();
    platforms.awaitAllLiveOnce();
  }

  @Test
  void aRevokedStoreTokenIsToldAndARetryGoesOnOnceItIsGoodAgain() {
    platforms.troubleShopify("{\"fault\":\"token-revoked\"}");
    merchant.post(API + "/import");
    JsonNode problem = platforms.awaitProblem("account", "credential-refused");
    assertThat(problem.path("fix").asText()).isNotBlank();
    assertThat(storeState()).isEqualTo("needs-reauthorisation");
    platforms.heal();
    merchant.post(API + "/problems/" + problem.path("id").asText() + "/retry");
    merchant.awaitImport();
    assertThat(storeState()).isEqualTo("connected");
    assertThat(merchant.problems()).isEmpty();
  }

  private String storeState() {
    return merchant.get(API).path("store").path("state").asText();
  }

  @Test
  void anEmptyBucketOnlyTakesTime() {
    platforms.troubleShopify("{\"fault\":\"throttled\",\"times\":5}");
    platforms.troubleShopify("{\"fault\":\"too-many-requests\",\"times\":2}");
    JsonNode end = merchant.importAll();
    assertThat(end.path("failed").asInt()).isZero();
  }

  private static String fault(String kind, String endpoint, int count) {
    return "{\"kind\":\"%s\",\"endpoint\":\"%s\",\"count\":%d,\"retry_after_seconds\":3}"
        .formatted(kind, endpoint, count);
  }
}
