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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad days of a store stop an import with words, and it goes on by itself. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class StoreTroubleTest {

  private static final String API = "/api/connections/" + Merchant.CONNECTION;

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

  @ParameterizedTest
  @CsvSource({"html-page, unreadable-answer", "repeated-page, repeated-page"})
  void aStoreThatCannotBeReadIsToldAndTheImportGoesOnLater(String fault, String code) {
    platforms.troubleStore("{\"fault\":\"%s\"}".formatted(fault));
    day.importGoesOnAfter(code);
  }

  @Test
  void aRevokedStoreTokenIsToldAndARetryGoesOnOnceItIsGoodAgain() {
    platforms.troubleStore("{\"fault\":\"token-revoked\"}");
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
    platforms.troubleStore("{\"fault\":\"throttled\",\"times\":5}");
    platforms.troubleStore("{\"fault\":\"too-many-requests\",\"times\":2}");
    JsonNode end = merchant.importAll();
    assertThat(end.path("failed").asInt()).isZero();
  }
}
