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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the channel refuses in review is told with its reasons until the product is corrected. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class RefusedReviewTest {

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
}
