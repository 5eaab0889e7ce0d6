package dev.storebridge.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.catalogue.LargeCatalogue;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, counts, links, order and the choice of members. */
class WooPagingTest {

  private static WooCommerceSandbox sandbox;
  private static WooClient client;

  @BeforeAll
  static void start() {
    sandbox =
        WooCommerceSandbox.start(
            WooCommerceSettings.demo().secure().withCatalogue(LargeCatalogue.of(23, 12)));
    client = WooClient.of(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void tenAtATimeUnlessAskedOtherwise() {
    assertThat(client.json("/products")).hasSize(10);
    assertThat(client.json("/products?per_page=15")).hasSize(15);
    assertThat(client.json("/products?per_page=100")).hasSize(23);
    assertThat(client.json("/products/" + firstId() + "/variations")).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"per_page=101", "per_page=0", "page=0", "per_page=ten", "orderby=colour"})
  void whatIsOutOfBoundsIsRefusedByName(String query) {
    HttpResponse<String> answer = client.get("/products?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode error = WooClient.json(answer);
    assertThat(error.path("code").asText()).isEqualTo("rest_invalid_param");
    assertThat(error.at("/data/params").has(query.substring(0, query.indexOf('=')))).isTrue();
  }

  @Test
  void headersCountAndPointToTheNeighbours() {
    HttpResponse<String> answer =
        client.get("/products?per_page=5&page=2&orderby=modified&dates_are_gmt=true");
    assertThat(header(answer, "X-WP-Total")).isEqualTo("23");
    assertThat(header(answer, "X-WP-TotalPages")).isEqualTo("5");
    String base = sandbox.storeUrl() + "/wp-json/wc/v3/products?per_page=5&page=";
    assertThat(header(answer, "Link"))
        .isEqualTo(
            "<%s1&orderby=modified&dates_are_gmt=1>; rel=\"prev\", <%s3&orderby=modified&dates_are_gmt=1>; rel=\"next\""
                .formatted(base, base));
    assertThat(header(client.get("/products?per_page=5&page=5"), "Link")).doesNotContain("next");
    assertThat(header(client.get("/products?per_page=5"), "Link")).doesNotContain("prev");
  }

  @Test
  void pastTheEndIsAnEmptyPage() {
    HttpResponse<String> answer = client.get("/products?per_page=20&page=3");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("[]");
    assertThat(header(answer, "X-WP-Total")).isEqualTo("23");
  }

  @Test
  void aWalkByIdSeesEverythingOnce() {
    Set<Long> seen = new HashSet<>();
    for (int page = 1; page <= 4; page++) {
      List<Long> ids = ids(client.json("/products?orderby=id&order=asc&per_page=6&page=" + page));
      assertThat(ids).isSorted();
      seen.addAll(ids);
    }
    assertThat(seen).hasSize(23);
  }

  @Test
  void theNewestComesFirstUnlessAskedOtherwise() {
    assertThat(ids(client.json("/products"))).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    List<Long> titles = ids(client.json("/products?orderby=title&order=asc&per_page=100"));
    assertThat(titles).isSorted();
  }

  @Test
  void includeTakesCommasAndBrackets() {
    List<Long> all = ids(client.json("/products?per_page=100"));
    long a = all.get(3);
    long b = all.get(7);
    for (String form :
        List.of(
            "include=" + a + "," + b,
            "include%5B0%5D=" + a + "&include%5B1%5D=" + b,
            "include%5B%5D=" + a + "&include%5B%5D=" + b)) {
      assertThat(ids(client.json("/products?" + form))).as(form).containsExactlyInAnyOrder(a, b);
    }
    assertThat(ids(client.json("/products?orderby=include&include=" + b + "," + a)))
        .containsExactly(b, a);
    assertThat(ids(client.json("/products?per_page=100&exclude=" + a)))
        .hasSize(22)
        .doesNotContain(a);
  }

  @Test
  void anOffsetReplacesThePage() {
    List<Long> all = ids(client.json("/products?per_page=100"));
    assertThat(ids(client.json("/products?offset=20&per_page=10"))).isEqualTo(all.subList(20, 23));
  }

  @Test
  void onlyTheWantedMembersCome() {
    JsonNode one = client.json("/products?_fields=id,sku,dimensions.length").path(0);
    assertThat(one.properties())
        .extracting(e -> e.getKey())
        .containsExactlyInAnyOrder("id", "sku", "dimensions");
    assertThat(client.json("/products/" + firstId() + "?_fields=name")).hasSize(1);
  }

  @Test
  void variationsOfTheWholeShopNameTheirProducts() {
    HttpResponse<String> answer = client.get("/variations?per_page=100&orderby=id&order=asc");
    assertThat(header(answer, "X-WP-Total")).isEqualTo("276");
    assertThat(WooClient.json(answer)).allMatch(one -> one.path("parent_id").asLong() > 0);
  }

  @Test
  void olderShopsDoNotKnowThem() {
    try (WooCommerceSandbox old =
        WooCommerceSandbox.start(
            WooCommerceSettings.demo()
                .secure()
                .withQuirks(WooCommerceSettings.Quirk.NO_SHOP_WIDE_VARIATIONS))) {
      HttpResponse<String> answer = WooClient.of(old).get("/variations");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(WooClient.json(answer).path("code").asText()).isEqualTo("rest_no_route");
    }
  }

  private static long firstId() {
    return client.json("/products?orderby=id&order=asc&per_page=1").path(0).path("id").asLong();
  }

  private static List<Long> ids(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(one -> one.path("id").asLong())
        .toList();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
