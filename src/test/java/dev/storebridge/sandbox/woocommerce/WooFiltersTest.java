package dev.storebridge.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.SteeredClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Filters, above all the dates of a shop that does not live in UTC. */
class WooFiltersTest {

  private static final SteeredClock CLOCK = new SteeredClock();

  private static WooCommerceSandbox sandbox;
  private static WooClient client;
  private static long early;
  private static long late;

  @BeforeAll
  static void start() {
    sandbox =
        WooCommerceSandbox.start(
            WooCommerceSettings.demo()
                .secure()
                .withClock(CLOCK)
                .withZone(ZoneId.of("America/New_York"))
                .withCatalogue(List.of()));
    client = WooClient.of(sandbox);
    early =
        create(
            "{\"name\":\"Early Spade\",\"sku\":\"E-1\",\"regular_price\":\"5\",\"status\":\"draft\"}");
    CLOCK.advance(Duration.ofHours(2));
    late =
        create(
            "{\"name\":\"Late Hoe\",\"sku\":\"L-1\",\"regular_price\":\"9\",\"sale_price\":\"8\",\"stock_status\":\"outofstock\"}");
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void datesAreLocalAndInUtcSideBySide() {
    JsonNode shown = client.json("/products/" + early);
    assertThat(shown.path("date_created_gmt").asText()).isEqualTo("2026-11-22T08:00:00");
    assertThat(shown.path("date_created").asText()).isEqualTo("2026-11-22T03:00:00");
  }

  @Test
  void aDateIsTheShopsWallClock() {
    assertThat(ids("modified_after=2026-11-22T04:00:00")).containsExactly(late);
    assertThat(ids("modified_after=2026-11-22T09:00:00")).isEmpty();
    assertThat(ids("modified_before=2026-11-22T04:00:00")).containsExactly(early);
    assertThat(ids("after=2026-11-22T04:00:00")).containsExactly(late);
  }

  @Test
  void unlessItIsSaidToBeUtc() {
    assertThat(ids("modified_after=2026-11-22T09:00:00&dates_are_gmt=true")).containsExactly(late);
    assertThat(ids("modified_after=2026-11-22T07:59:59&dates_are_gmt=true")).hasSize(2);
    assertThat(ids("modified_after=2026-11-22T10:00:00&dates_are_gmt=true")).isEmpty();
  }

  @Test
  void aZoneTurnsTheDateIntoTheWallClockFirst() {
    assertThat(ids("modified_after=2026-11-22T09:00:00Z")).containsExactly(late);
    assertThat(ids("modified_after=2026-11-22T11:00:00Z&dates_are_gmt=true")).hasSize(2);
  }

  @Test
  void aDateThatIsNoneIsRefused() {
    assertThat(client.get("/products?modified_after=yesterday").statusCode()).isEqualTo(400);
  }

  @Test
  void everythingElseNarrowsTheList() {
    assertThat(ids("status=draft")).containsExactly(early);
    assertThat(ids("status=publish")).containsExactly(late);
    assertThat(ids("exclude_status=draft")).containsExactly(late);
    assertThat(ids("sku=L-1,X-1")).containsExactly(late);
    assertThat(ids("search=spade")).containsExactly(early);
    assertThat(ids("on_sale=true")).containsExactly(late);
    assertThat(ids("max_price=5")).containsExactly(early);
    assertThat(ids("min_price=6")).containsExactly(late);
    assertThat(ids("stock_status=outofstock")).containsExactly(late);
    assertThat(ids("type=variable")).isEmpty();
    assertThat(ids("slug=late-hoe")).containsExactly(late);
  }

  @Test
  void orderByModifiedFollowsTheChanges() {
    assertThat(ids("orderby=modified&order=asc")).containsExactly(early, late);
    assertThat(ids("orderby=modified&order=desc")).containsExactly(late, early);
  }

  @Test
  void aSilentChangeInTheDatabaseMovesNoDate() {
    client.put("/products/" + late, "{\"manage_stock\":true,\"stock_quantity\":4}");
    String before = client.json("/products/" + late).path("date_modified_gmt").asText();
    CLOCK.advance(Duration.ofMinutes(1));
    sandbox.changeStockSilently(late, java.math.BigDecimal.ONE);
    JsonNode after = client.json("/products/" + late);
    assertThat(after.path("stock_quantity").asInt()).isEqualTo(1);
    assertThat(after.path("date_modified_gmt").asText()).isEqualTo(before);
  }

  private static List<Long> ids(String query) {
    JsonNode items = client.json("/products?" + query);
    assertThat(items.isArray()).as(items.toString()).isTrue();
    return StreamSupport.stream(items.spliterator(), false)
        .map(one -> one.path("id").asLong())
        .toList();
  }

  private static long create(String body) {
    return WooClient.json(client.post("/products", body)).path("id").asLong();
  }
}
