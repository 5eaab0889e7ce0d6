package dev.storebridge.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.catalogue.LargeCatalogue;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bulk operations: their rules, their states and the file they leave. */
class ShopifyBulkTest {

  private static final String CATALOGUE =
      """
      query CatalogueExport {
        products {
          edges {
            node {
              id title descriptionHtml updatedAt
              options { id name optionValues { id name } }
              media { edges { node { id ... on MediaImage { image { url } } } } }
              variants {
                edges { node { id sku price inventoryItem { id tracked } } }
              }
            }
          }
        }
      }
      """;

  private final ShopifySandbox sandbox =
      ShopifySandbox.start(
          ShopifySettings.demo().withoutLimits().withBulkDelay(Duration.ofMillis(20)));
  private final AdminClient client = AdminClient.of(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void leavesALinePerNodeWithItsParentBeforeIt() {
    JsonNode job = finished(run(CATALOGUE));
    List<String> lines = client.get(job.path("url").asText()).body().lines().toList();
    Set<String> seen = new HashSet<>();
    int products = 0;
    for (String line : lines) {
      JsonNode node = AdminClient.json(line);
      assertThat(seen.add(node.path("id").asText())).isTrue();
      if (node.has("__parentId")) {
        assertThat(seen).contains(node.path("__parentId").asText());
      } else {
        products++;
      }
    }
    assertThat(products).isEqualTo(sandbox.shelf().products().size());
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("objectCount").asText()).isEqualTo(Integer.toString(lines.size()));
    assertThat(job.path("objectCount").isTextual()).isTrue();
    assertThat(job.path("rootObjectCount").asText()).isEqualTo(Integer.toString(products));
    assertThat(lines.getFirst()).contains("gid:\\/\\/shopify\\/Product\\/").doesNotContain("edges");
  }

  @Test
  void childrenAreMixedUnlessTheyAreGrouped() {
    assertThat(parentsFollowed(run(CATALOGUE))).isFalse();
    JsonNode grouped =
        client.ask(Documents.BULK_RUN, Map.of("query", CATALOGUE, "groupObjects", true));
    assertThat(parentsFollowed(idOf(grouped))).isTrue();
  }

  /** Whether each child stands behind its parent with no other product between. */
  private boolean parentsFollowed(String id) {
    String file = client.get(finished(id).path("url").asText()).body();
    String current = "";
    for (String line : file.lines().toList()) {
      JsonNode node = AdminClient.json(line);
      if (!node.has("__parentId")) {
        current = node.path("id").asText();
      } else if (!node.path("__parentId").asText().equals(current)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void anEmptyResultHasNoFile() {
    JsonNode job = finished(run("{ products(query: \"tag:none\") { edges { node { id } } } }"));
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("url").isNull()).isTrue();
    assertThat(job.path("objectCount").asText()).isEqualTo("0");
  }

  @Test
  void aFileNeedsItsSignature() {
    String url = finished(run(CATALOGUE)).path("url").asText();
    assertThat(client.get(url).headers().firstValue("Content-Type")).contains("application/jsonl");
    assertThat(client.get(url.replaceAll("signature=.*", "signature=x")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void fiveRunAtOnceAndTheSixthIsRefused() {
    sandbox.bulkDelay(Duration.ofMinutes(5));
    for (int i = 0; i < 5; i++) {
      run(CATALOGUE);
    }
    JsonNode refused = start(CATALOGUE);
    assertThat(refused.path("bulkOperation").isNull()).isTrue();
    assertThat(refused.path("userErrors").path(0).path("code").asText())
        .isEqualTo("OPERATION_IN_PROGRESS");
  }

  @Test
  void refusesQueriesAgainstTheRules() {
    assertThat(objection("{ shop { id } }"))
        .isEqualTo("Bulk queries must contain at least one connection.");
    assertThat(objection("{ products { nodes { id } } }")).contains("edges");
    assertThat(objection("{ nodes(ids: [\"gid://shopify/Product/1\"]) { id } }"))
        .contains("top-level");
    assertThat(
            objection(
                "{ products { edges { node { title variants { edges { node { id } } } } } } }"))
        .contains("'id'");
    assertThat(objection("{ products { edges { node { colour } } } }")).contains("colour");
  }

  @Test
  void aCancelledOperationEndsWithoutAFile() {
    sandbox.bulkDelay(Duration.ofMinutes(5));
    String id = run(CATALOGUE);
    JsonNode answer = client.ask(Documents.BULK_CANCEL, Map.of("id", id));
    JsonNode cancelled = answer.path("data").path("bulkOperationCancel");
    assertThat(cancelled.path("bulkOperation").path("status").asText()).isEqualTo("CANCELING");
    JsonNode job = finished(id);
    assertThat(job.path("status").asText()).isEqualTo("CANCELED");
    assertThat(job.path("url").isNull()).isTrue();
  }

  @Test
  void failsWhenTheSwitchSaysSoAndWithoutScope() {
    sandbox.switches().next(Fault.BULK_FAILS, 1);
    JsonNode failed = finished(run(CATALOGUE));
    assertThat(failed.path("status").asText()).isEqualTo("FAILED");
    assertThat(failed.path("errorCode").asText()).isEqualTo("INTERNAL_SERVER_ERROR");
    sandbox.addToken("shpat_orders", Set.of("read_orders"));
    AdminClient narrow = new AdminClient(sandbox, "shpat_orders");
    String id = idOf(narrow.ask(Documents.BULK_RUN, Map.of("query", CATALOGUE)));
    assertThat(finished(narrow, id).path("errorCode").asText()).isEqualTo("ACCESS_DENIED");
  }

  @Test
  void exportsStockWithItsLevels() {
    String query =
        "{ inventoryItems { edges { node { id sku inventoryLevels { edges { node { id location { id }"
            + " quantities(names: [\"available\"]) { name quantity } } } } } } } }";
    JsonNode job = finished(run(query));
    int variants = sandbox.shelf().products().stream().mapToInt(p -> p.variants().size()).sum();
    assertThat(job.path("rootObjectCount").asInt()).isEqualTo(variants);
    assertThat(job.path("objectCount").asInt()).isEqualTo(3 * variants);
  }

  @Test
  void everyParentHasALineEvenWhenAnObjectStandsBetween() {
    String query =
        "{ products { edges { node { id variants { edges { node { ...Stocked } } } } } } }"
            + " fragment Stocked on ProductVariant { id inventoryItem { id inventoryLevels {"
            + " edges { node { id location { id } } } } } }";
    String file = client.get(finished(run(query)).path("url").asText()).body();
    List<JsonNode> rows = file.lines().map(AdminClient::json).toList();
    Set<String> ids = new HashSet<>();
    rows.forEach(row -> ids.add(row.path("id").asText()));
    assertThat(rows).anyMatch(row -> row.path("id").asText().contains("InventoryLevel"));
    assertThat(rows)
        .filteredOn(row -> row.has("__parentId"))
        .allMatch(row -> ids.contains(row.path("__parentId").asText()));
    String deep =
        query.replace(
            "location { id }", "location { id inventoryLevels { edges { node { id } } } }");
    assertThat(objection(deep)).contains("nesting depth");
  }

  @Test
  void exportsAThousandProductsCompletely() {
    try (ShopifySandbox large =
        ShopifySandbox.start(ShopifySettings.demo().withCatalogue(LargeCatalogue.of(1_000, 3)))) {
      AdminClient mine = AdminClient.of(large);
      String id = idOf(mine.ask(Documents.BULK_RUN, Map.of("query", CATALOGUE)));
      JsonNode job = finished(mine, id);
      assertThat(job.path("rootObjectCount").asText()).isEqualTo("1000");
      assertThat(job.path("objectCount").asText()).isEqualTo("5000");
    }
  }

  private JsonNode start(String query) {
    return client
        .ask(Documents.BULK_RUN, Map.of("query", query))
        .path("data")
        .path("bulkOperationRunQuery");
  }

  private String objection(String query) {
    return start(query).path("userErrors").path(0).path("message").asText();
  }

  private String run(String query) {
    JsonNode started = start(query);
    assertThat(started.path("userErrors")).isEmpty();
    return started.path("bulkOperation").path("id").asText();
  }

  private static String idOf(JsonNode answer) {
    return answer
        .path("data")
        .path("bulkOperationRunQuery")
        .path("bulkOperation")
        .path("id")
        .asText();
  }

  private JsonNode finished(String id) {
    return finished(client, id);
  }

  private static JsonNode finished(AdminClient client, String id) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                client
                    .ask(Documents.BULK_POLL, Map.of("id", id))
                    .path("data")
                    .path("bulkOperation"),
            job -> !job.path("completedAt").isNull());
  }
}
