package dev.storebridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Products that cannot be listed are explained, those that can be repaired are, all others go on.
 */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(
    value = SandboxPlatforms.class,
    initArgs = @ResourceArg(name = SandboxPlatforms.PACKAGE, value = "{ dimensions: 20x15x10 cm }"))
class TroubleProductsTest {

  private static final String LONG = "Very Long Mug ".repeat(30).trim();

  /** Title to the code and the field of its problem. */
  private static final Map<String, List<String>> PROBLEMS =
      Map.of(
          "Camera Shy Jug",
          List.of("no-image", "images"),
          "Empty Shelf",
          List.of("no-variants", "variants"),
          "Indecisive Kettle",
          List.of("too-many-options", "options"),
          "Priceless Bowl",
          List.of("price-not-positive", "variants[%s].price"),
          "Weightless Plate",
          List.of("no-weight", "variants[%s].weight"),
          "Scripted Jar",
          List.of("picture", "https://elsewhere.example/tracker.gif"),
          LONG,
          List.of("title-too-long", "title"));

  private static final Set<String> REPAIRED = Set.of("Twin One", "Twin Two", "Nameless Dish");

  private static Map<String, JsonNode> troubled;
  private static JsonNode firstImport;

  private final String service = SandboxPlatforms.address("storebridge.public-url");

  private final String tiktok = SandboxPlatforms.address(SandboxPlatforms.TIKTOK);

  private final String shopify = SandboxPlatforms.address(SandboxPlatforms.SHOPIFY);

  private Merchant merchant;
  private Platforms platforms;

  @BeforeEach
  void theTroubledCatalogueIsImported() {
    merchant = new Merchant(service);
    platforms = new Platforms(merchant, tiktok, shopify);
    merchant.connect();
    if (troubled == null) {
      troubled = platforms.addTroubled();
      firstImport = merchant.importAll();
    }
  }

  @Test
  void theImportEndsWithEveryProductDoneOrFailed() {
    int products = platforms.storeProducts().size();
    assertThat(firstImport.path("total").asInt()).isEqualTo(products);
    assertThat(firstImport.path("failed").asInt()).isEqualTo(PROBLEMS.size());
    assertThat(firstImport.path("done").asInt()).isEqualTo(products - PROBLEMS.size());
  }

  @Test
  void whatIsSoundOrCanBeRepairedIsLiveOnce() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(merchant.listings("&state=in-review")).isEmpty());
    assertThat(platforms.shopProducts())
        .extracting(product -> product.path("external_product_id").asText())
        .doesNotHaveDuplicates();
    REPAIRED.forEach(
        title ->
            assertThat(listing(title).path("state").asText())
                .as("%s %s", title, listing(title))
                .isEqualTo("live"));
    assertThat(platforms.shopProduct(troubled.get("Twin One")).path("id"))
        .isNotEqualTo(platforms.shopProduct(troubled.get("Twin Two")).path("id"));
    assertThat(listing("Nameless Dish").path("offers").path(0).path("sku").asText())
        .isEqualTo(variantOf("Nameless Dish"));
  }

  @Test
  void productsThatShareASkuAreLiveAndToldOfBoth() {
    JsonNode problem = problemOf("Twin One");
    assertThat(problem.path("code").asText()).isEqualTo("sku-shared");
    assertThat(problem.path("cause").asText())
        .contains("DOUBLED-SKU", "Twin Two", Platforms.id(troubled.get("Twin Two")));
    assertThat(problemOf("Twin Two").path("cause").asText()).contains("Twin One");
    assertThat(listing("Twin One").path("problem").path("code").asText()).isEqualTo("sku-shared");
  }

  @Test
  void scriptsAndEmojiAreLeftOut() {
    String html = "<p onclick='steal()'>A jar.</p><script>alert(1)</script><iframe></iframe>";
    platforms.edit(troubled.get("Scripted Jar"), "{\"description\":\"%s\"}".formatted(html));
    merchant.importAll();
    awaitLive("Scripted Jar");
    JsonNode scripted = platforms.shopProduct(troubled.get("Scripted Jar"));
    assertThat(scripted.path("description").asText())
        .contains("A jar.")
        .doesNotContain("script", "alert", "onclick", "iframe");
    String odd =
        troubled.keySet().stream().filter(title -> title.contains("Pepper")).findFirst().get();
    assertThat(platforms.shopProduct(troubled.get(odd)).path("title").asText())
        .startsWith("Salt & Pepper")
        .doesNotContain("\uD83E\uDDC2", "&amp;");
  }

  @Test
  void everyFaultIsExplainedWithProductFieldCauseAndFix() {
    PROBLEMS.forEach(
        (title, expected) -> {
          if (wasFixed(title)) {
            return;
          }
          JsonNode problem = problemOf(title);
          String field = expected.get(1).formatted(variantOf(title));
          assertThat(problem.path("code").asText()).as(title).isEqualTo(expected.get(0));
          assertThat(problem.path("field").asText()).as(title).isEqualTo(field);
          assertThat(problem.path("cause").asText()).as(title).isNotBlank();
          assertThat(problem.path("fix").asText()).as(title).isNotBlank();
          assertThat(problem.path("nextTryAt").isNull()).as(title).isTrue();
          assertThat(listing(title).path("state").asText()).isEqualTo("parked");
          assertThat(listing(title).path("problem").path("code").asText())
              .isEqualTo(expected.get(0));
        });
  }

  @Test
  void aFixAtTheSourceAndAnImportCloseTheProblem() {
    platforms.edit(troubled.get(LONG), "{\"title\":\"A mug with a title that fits\"}");
    merchant.importAll();
    awaitLive(LONG);
    assertThat(problemsOf(LONG)).isEmpty();
  }

  @Test
  void aFixAtTheSourceAndARetryCloseTheProblem() {
    String title = "Priceless Bowl";
    String id = problemOf(title).path("id").asText();
    platforms.edit(troubled.get(title), "{\"price\":\"9.00\"}");
    merchant.post("/api/connections/" + Merchant.CONNECTION + "/problems/" + id + "/retry");
    awaitLive(title);
    assertThat(problemsOf(title)).isEmpty();
  }

  @Test
  void aRetryWithoutAFixLeavesTheProblemAndCountsTheTry() {
    String title = "Camera Shy Jug";
    int tries = problemOf(title).path("tries").asInt();
    merchant.post("/api/connections/" + Merchant.CONNECTION + "/problems/retry");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> problemOf(title).path("tries").asInt() > tries);
    assertThat(problemsOf(title)).hasSize(1);
    assertThat(listing(title).path("state").asText()).isEqualTo("parked");
  }

  private void awaitLive(String title) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(listing(title).path("state").asText())
                    .as("%s", problemsOf(title))
                    .isEqualTo("live"));
    platforms.shopProduct(troubled.get(title));
  }

  private boolean wasFixed(String title) {
    return listing(title).path("state").asText().equals("live");
  }

  private JsonNode listing(String title) {
    return merchant.listing(Platforms.id(troubled.get(title)));
  }

  private JsonNode problemOf(String title) {
    List<JsonNode> problems = problemsOf(title);
    assertThat(problems).as("problems of %s", title).isNotEmpty();
    return problems.getFirst();
  }

  private List<JsonNode> problemsOf(String title) {
    String id = Platforms.id(troubled.get(title));
    return merchant.problems().stream()
        .filter(problem -> problem.path("ref").asText().equals(id))
        .collect(Collectors.toList());
  }

  private static String variantOf(String title) {
    return troubled.get(title).path("variants").path(0).path("id").asText();
  }
}
