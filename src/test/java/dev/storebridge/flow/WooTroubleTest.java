package dev.storebridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.BadDay;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.given.WooPlatforms;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What old sites, their plugins, hosts and keys do to an import: it is told with cause and fix, the
 * import goes on after it, nothing is lost and nothing listed twice.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(WooPlatforms.class)
class WooTroubleTest {

  private static final String API = "/api/connections/" + Merchant.CONNECTION;

  private final BadDay day = new BadDay(WooPlatforms.SHOP);
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
  @CsvSource({
    "redirect, 301, new-home.example",
    "firewall, 403, firewall",
    "key-read-only, read-only-key, may only read",
    "plugin-inactive, rest_no_route, WooCommerce does not"
  })
  void whatAPersonMustMendIsToldAtOnce(String fault, String code, String words) {
    JsonNode added = platforms.add("Bench of the " + fault + " day", "BENCH-" + fault);
    trouble(fault);
    JsonNode problem = day.importGoesOnWhenAskedAfter(code);
    assertThat(problem.path("cause").asText()).contains(words);
    platforms.shopProduct(added);
  }

  @Test
  void anExpiredKeyIsToldAndTheStoreWaitsForTheMerchant() {
    trouble("key-revoked");
    merchant.post(API + "/import");
    JsonNode problem = day.explained("credential-refused");
    assertThat(storeState()).isEqualTo("needs-reauthorisation");
    platforms.heal();
    day.retry(problem);
    merchant.awaitImport();
    assertThat(storeState()).isEqualTo("connected");
  }

  @ParameterizedTest
  @CsvSource({
    "php-warning, php-output, PHP messages",
    "html-page, unreadable-answer, a page instead",
    "login-wall, login-wall, log-in page",
    "truncated-body, connection-lost, broke"
  })
  void anAnswerThatCannotBeReadIsToldAndTheImportGoesOnByItself(
      String fault, String code, String words) {
    JsonNode added = platforms.add("Bench of the " + fault + " day", "BENCH-" + fault);
    trouble(fault);
    JsonNode problem = day.importGoesOnAfter(code);
    assertThat(problem.path("cause").asText()).contains(words);
    platforms.shopProduct(added);
  }

  @Test
  void aWrongClockOfTheShopIsAllowedFor() {
    JsonNode added = platforms.add("Bench of the wrong clock", "BENCH-CLOCK");
    trouble("wrong-clock");
    JsonNode end = merchant.importAll();
    assertThat(end.path("failed").asInt()).isZero();
    assertThat(merchant.problems()).isEmpty();
    platforms.awaitAllLiveOnce();
    platforms.shopProduct(added);
  }

  private void trouble(String fault) {
    platforms.troubleStore("{\"fault\":\"%s\"}".formatted(fault));
  }

  private String storeState() {
    return merchant.get(API).path("store").path("state").asText();
  }
}
