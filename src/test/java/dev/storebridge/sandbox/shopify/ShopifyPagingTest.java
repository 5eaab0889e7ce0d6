package dev.storebridge.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.SteeredClock;
import dev.storebridge.sandbox.catalogue.LargeCatalogue;
import dev.storebridge.sandbox.shopify.store.StoredProduct;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages, cursors, filters and the search that lags. */
class ShopifyPagingTest {

  private static final String IDS =
      """
      query Ids($first: Int!, $after: String, $query: String, $reverse: Boolean) {
        products(first: $first, after: $after, query: $query, sortKey: UPDATED_AT, reverse: $reverse) {
          nodes { id title updatedAt }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }
      """;

  private final SteeredClock clock = new SteeredClock();
  private final ShopifySandbox sandbox =
      ShopifySandbox.start(ShopifySettings.demo().withClock(clock).withoutLimits());
  private final AdminClient client = AdminClient.of(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void pagesHoldEveryProductOnceInOrder() {
    List<JsonNode> products = readAll(client, IDS, new HashMap<>(Map.of("first", 7)));
    List<String> times = products.stream().map(p -> p.path("updatedAt").asText()).toList();
    assertThat(products).hasSize(sandbox.shelf().products().size());
    assertThat(new HashSet<>(ids(products))).hasSize(products.size());
    assertThat(times).isSorted();
  }

  @Test
  void readsBackwardsToo() {
    List<String> forth = ids(readAll(client, IDS, new HashMap<>(Map.of("first", 20))));
    Map<String, Object> variables = new HashMap<>(Map.of("first", 20, "reverse", true));
    List<String> back = ids(readAll(client, IDS, variables));
    assertThat(back.reversed()).isEqualTo(forth);
  }

  @Test
  void anEditedProductMovesToTheEndAndIsSeenAgain() {
    JsonNode first = page(Map.of("first", 5));
    clock.advance(Duration.ofMinutes(1));
    StoredProduct edited = sandbox.shelf().products().iterator().next();
    sandbox.changeTitle(edited.id(), "Another title");
    Map<String, Object> variables = new HashMap<>(Map.of("first", 50));
    variables.put("after", first.path("pageInfo").path("endCursor").asText());
    List<JsonNode> rest = readAll(client, IDS, variables);
    assertThat(rest.getLast().path("title").asText()).isEqualTo("Another title");
  }

  @Test
  void aCursorIsGoodForItsOwnListAlone() {
    String cursor = page(Map.of("first", 5)).path("pageInfo").path("endCursor").asText();
    JsonNode other = client.ask(IDS, Map.of("first", 5, "after", cursor, "query", "tag:tiktok"));
    assertThat(other.path("errors").path(0).path("message").asText())
        .isEqualTo("Invalid cursor for current pagination sort.");
    JsonNode nonsense = client.ask(IDS, Map.of("first", 5, "after", "abc"));
    assertThat(nonsense.path("errors").path(0).path("extensions").path("code").asText())
        .isEqualTo("BAD_REQUEST");
  }

  @Test
  void filtersByTimeStatusTagSkuAndId() {
    StoredProduct one = sandbox.shelf().products().iterator().next();
    assertThat(count("sku:" + one.variants().getFirst().sku())).isEqualTo(1);
    assertThat(count("sku:\"no such\"")).isZero();
    assertThat(count("id:8100000000001 OR id:8100000000002")).isEqualTo(2);
    assertThat(count("tag:candle")).isEqualTo(6);
    assertThat(count("-tag:candle")).isEqualTo(sandbox.shelf().products().size() - 6);
    assertThat(count("status:draft")).isZero();
    sandbox.changeStatus(one.id(), "draft");
    assertThat(count("status:draft")).isEqualTo(1);
    assertThat(count("status:ACTIVE tag:tiktok")).isEqualTo(sandbox.shelf().products().size() - 1);
    assertThat(count("updated_at:>='2026-11-22T08:00:00Z'")).isEqualTo(1);
    assertThat(count("updated_at:>'2026-11-22T08:00:00Z'")).isZero();
    assertThat(count("(tag:candle OR vendor:'Kettle Row') AND product_type:Kitchen")).isPositive();
  }

  @Test
  void refusesAFilterThatItDoesNotKnow() {
    JsonNode answer = client.ask(IDS, Map.of("first", 1, "query", "colour:red"));
    assertThat(answer.path("errors").path(0).path("message").asText()).contains("colour");
  }

  @Test
  void theSearchLagsBehindTheStore() {
    sandbox.searchLag(Duration.ofSeconds(10));
    StoredProduct one = sandbox.shelf().products().iterator().next();
    clock.advance(Duration.ofSeconds(60));
    sandbox.changeTitle(one.id(), "Fresh title");
    String recent = "updated_at:>='2026-11-22T08:01:00Z'";
    assertThat(count(recent)).isZero();
    clock.advance(Duration.ofSeconds(11));
    assertThat(count(recent)).isEqualTo(1);
  }

  @Test
  void readsNestedVariantsPageByPage() {
    try (ShopifySandbox large =
        ShopifySandbox.start(
            ShopifySettings.demo().withoutLimits().withCatalogue(LargeCatalogue.of(1, 45)))) {
      AdminClient mine = AdminClient.of(large);
      JsonNode page = mine.ask(Documents.PRODUCTS_PAGE).path("data").path("products");
      JsonNode variants = page.path("nodes").path(0).path("variants");
      assertThat(variants.path("nodes")).hasSize(20);
      assertThat(variants.path("pageInfo").path("hasNextPage").asBoolean()).isTrue();
      Map<String, Object> rest =
          new HashMap<>(Map.of("id", page.path("nodes").path(0).path("id").asText()));
      rest.put("variantsAfter", variants.path("pageInfo").path("endCursor").asText());
      JsonNode more = mine.ask(Documents.PRODUCT_BY_ID, rest);
      assertThat(more.path("data").path("product").path("variants").path("nodes")).hasSize(25);
    }
  }

  @Test
  void readsAThousandProductsCompletely() {
    try (ShopifySandbox large =
        ShopifySandbox.start(
            ShopifySettings.demo().withoutLimits().withCatalogue(LargeCatalogue.of(1_000, 3)))) {
      Map<String, Object> variables = new HashMap<>(Map.of("first", 20));
      List<JsonNode> products = readAll(AdminClient.of(large), Documents.PRODUCTS_PAGE, variables);
      assertThat(new HashSet<>(ids(products))).hasSize(1_000);
      assertThat(products).allMatch(p -> p.path("variants").path("nodes").size() == 3);
    }
  }

  static List<JsonNode> readAll(
      AdminClient client, String document, Map<String, Object> variables) {
    List<JsonNode> all = new ArrayList<>();
    JsonNode info;
    do {
      JsonNode page = client.ask(document, variables).path("data").path("products");
      page.path("nodes").forEach(all::add);
      info = page.path("pageInfo");
      variables.put("after", info.path("endCursor").asText());
    } while (info.path("hasNextPage").asBoolean());
    return all;
  }

  private JsonNode page(Map<String, Object> variables) {
    return client.ask(IDS, variables).path("data").path("products");
  }

  private int count(String query) {
    JsonNode answer = client.ask(IDS, Map.of("first", 250, "query", query));
    assertThat(answer.has("errors")).as(answer.path("errors").toString()).isFalse();
    return answer.path("data").path("products").path("nodes").size();
  }

  private static List<String> ids(List<JsonNode> products) {
    return products.stream().map(p -> p.path("id").asText()).toList();
  }
}
