package dev.storebridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.BadDay;
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
import org.junit.jupiter.api.Test;

/** Bad days of the channel end in explained problems at worst, and nothing is listed twice. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class ShopTroubleTest {

  private static final String API = "/api/connections/" + Merchant.CONNECTION;
  private static final String CREATE = "POST /product/202309/products";
  private static final String EDIT = "POST /product/202509/products/{product_id}/partial_edit";
  private static final String PRICE = "POST /product/202309/products/{product_id}/prices/update";
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

  private final BadDay day = new BadDay();
  private final Merchant merchant = day.merchant();
  private final Platforms platforms = day.platforms();

  @BeforeEach
  void theCatalogueIsLive() {
    day.begins();
  }

  @AfterEach
  void everythingConverges() {
    day.isOver();
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
    for (String kind : List.of("html-ok", "done-but-500", "truncated-json")) {
      platforms.troubleTikTok(fault(kind, EDIT, 1));
      platforms.troubleTikTok(fault(kind, PRICE, 1));
    }
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
    day.importGoesOnAfter("page-repeats");
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

  private static String fault(String kind, String endpoint, int count) {
    return "{\"kind\":\"%s\",\"endpoint\":\"%s\",\"count\":%d,\"retry_after_seconds\":3}"
        .formatted(kind, endpoint, count);
  }
}
