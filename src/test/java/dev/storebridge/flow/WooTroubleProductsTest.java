package dev.storebridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.given.WooPlatforms;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What WooCommerce sells in ways of its own is explained where it cannot be listed, and all the
 * rest of the shop is live.
 */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(
    value = WooPlatforms.class,
    initArgs = @ResourceArg(name = WooPlatforms.PACKAGE, value = "{ dimensions: 20x15x10 cm }"))
class WooTroubleProductsTest {

  /** Title to the codes of the problems that keep it from being listed. */
  private static final Map<String, List<String>> UNLISTED =
      Map.of(
          "Potting Bench Bundle", List.of("grouped-product"),
          "Neighbour's Greenhouse", List.of("external-product"),
          "Planting Calendar PDF", List.of("digital-product"),
          "Pruning Lesson", List.of("digital-product"),
          "Any Colour Hose", List.of("any-variation"),
          "Unpriced Trellis", List.of("no-price"),
          "Half Priced Cloche", List.of("no-price"),
          "Camera Shy Jug", List.of("no-image"),
          "Weightless Plate", List.of("no-weight"));

  private static final Set<String> TWINS = Set.of("Old Twin Pot", "Other Old Twin Pot");

  private static Map<String, JsonNode> troubled;

  private Merchant merchant;
  private Platforms platforms;

  @BeforeEach
  void theTroubledCatalogueIsImported() {
    merchant = new Merchant(SandboxPlatforms.address("storebridge.public-url"));
    platforms =
        new Platforms(
            merchant,
            SandboxPlatforms.address(SandboxPlatforms.TIKTOK),
            SandboxPlatforms.address(WooPlatforms.SHOP));
    merchant.connect();
    if (troubled == null) {
      troubled = platforms.addTroubled();
      JsonNode end = merchant.importAll();
      assertThat(end.path("total").asInt()).isEqualTo(platforms.storeProducts().size());
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(merchant.listings("&state=in-review")).isEmpty());
    }
  }

  @Test
  void whatCannotBeListedIsExplained() {
    UNLISTED.forEach(
        (title, codes) -> {
          assertThat(problemsOf(title))
              .as(title)
              .extracting(problem -> problem.path("code").asText())
              .containsExactlyElementsOf(codes);
          assertThat(problemsOf(title))
              .allSatisfy(
                  problem -> {
                    assertThat(problem.path("cause").asText()).isNotBlank();
                    assertThat(problem.path("fix").asText()).isNotBlank();
                    assertThat(problem.path("field").asText()).isNotBlank();
                  });
          assertThat(stateOf(title)).isEqualTo("parked");
        });
  }

  @Test
  void productsOfOneSkuAreLiveEachAndToldOfBothUntilOneIsRenamed() {
    for (String title : TWINS) {
      assertThat(stateOf(title)).isEqualTo("live");
      assertThat(problemsOf(title))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.path("code").asText()).isEqualTo("sku-shared");
                assertThat(problem.path("cause").asText()).contains("WOO-DOUBLED", "Old Twin Pot");
                assertThat(problem.path("fix").asText()).isNotBlank();
              });
    }
    JsonNode one = platforms.shopProduct(troubled.get("Old Twin Pot"));
    JsonNode other = platforms.shopProduct(troubled.get("Other Old Twin Pot"));
    assertThat(one.path("id")).isNotEqualTo(other.path("id"));
    renameSku("Old Twin Pot", "WOO-TWIN-OF-ITS-OWN");
    merchant.importAll();
    TWINS.forEach(title -> assertThat(problemsOf(title)).as(title).isEmpty());
  }

  @Test
  void allOthersAreLiveOnce() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              List<String> parked =
                  merchant.listings("&state=parked").stream()
                      .map(listing -> listing.path("title").asText())
                      .toList();
              assertThat(parked).containsAll(UNLISTED.keySet());
              assertThat(merchant.listings("&state=live").size() + parked.size())
                  .isEqualTo(platforms.storeProducts().size());
            });
    assertThat(platforms.shopProducts())
        .extracting(product -> product.path("external_product_id").asText())
        .doesNotHaveDuplicates();
    assertThat(stateOf("Overdrawn Compost")).isEqualTo("live");
  }

  private void renameSku(String title, String sku) {
    JsonNode product = troubled.get(title);
    String variant = product.path("variants").path(0).path("id").asText();
    platforms.edit(
        product, "{\"variants\":[{\"id\":\"%s\",\"sku\":\"%s\"}]}".formatted(variant, sku));
  }

  private String stateOf(String title) {
    return merchant.listing(Platforms.id(troubled.get(title))).path("state").asText();
  }

  private List<JsonNode> problemsOf(String title) {
    String id = Platforms.id(troubled.get(title));
    return merchant.problems().stream()
        .filter(problem -> problem.path("ref").asText().equals(id))
        .toList();
  }
}
