package dev.storebridge.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.woocommerce.auth.Key;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each switch brings about its bad day, and only as long as it is on. */
class WooSwitchesTest {

  private static WooCommerceSandbox sandbox;
  private static WooClient client;

  @BeforeAll
  static void start() {
    sandbox = WooCommerceSandbox.start(WooCommerceSettings.demo().secure());
    client = WooClient.of(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @AfterEach
  void reset() {
    assertThat(sandbox.switches().armed()).as("the switch is off after its times").isEmpty();
    assertThat(ping().statusCode()).isEqualTo(200);
    sandbox.reset();
  }

  @Test
  void aSlowAnswerComesLate() {
    sandbox.switches().slowness(Duration.ofMillis(300));
    once(Fault.SLOW);
    long before = System.nanoTime();
    ping();
    assertThat(System.nanoTime() - before).isGreaterThan(Duration.ofMillis(290).toNanos());
  }

  @Test
  void pagesOfHtmlComeInManyDisguises() {
    page(Fault.SERVER_ERROR, 500);
    page(Fault.HTML_PAGE, 200);
    page(Fault.LOGIN_WALL, 200);
    page(Fault.FIREWALL, 403);
    assertThat(page(Fault.MAINTENANCE, 503).headers().firstValue("Retry-After")).contains("600");
    assertThat(page(Fault.TOO_MANY_REQUESTS, 429).headers().firstValue("Retry-After"))
        .contains("1");
  }

  @Test
  void theShopMayHaveMoved() {
    assertThat(page(Fault.REDIRECT, 301).headers().firstValue("Location"))
        .contains("https://new-home.example/wp-json/wc/v3/settings");
  }

  @Test
  void workMayBeDoneAlthoughTheAnswerIsAnError() {
    long id = anyProduct();
    once(Fault.DONE_BUT_SERVER_ERROR);
    assertThat(client.put("/products/" + id, "{\"name\":\"Done\"}").statusCode()).isEqualTo(500);
    assertThat(client.json("/products/" + id).path("name").asText()).isEqualTo("Done");
  }

  @Test
  void theConnectionMayCloseBeforeOrAfterTheWork() {
    long id = anyProduct();
    once(Fault.CONNECTION_RESET);
    lost(id, "{\"name\":\"Never\"}");
    assertThat(client.json("/products/" + id).path("name").asText()).isNotEqualTo("Never");
    once(Fault.DONE_BUT_RESET);
    lost(id, "{\"name\":\"Nevertheless\"}");
    assertThat(client.json("/products/" + id).path("name").asText()).isEqualTo("Nevertheless");
  }

  @Test
  void anAnswerMayBreakOff() {
    once(Fault.TRUNCATED_BODY);
    assertThatThrownBy(() -> client.get("/products")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void somethingMayStandBeforeTheJson() {
    once(Fault.PHP_WARNING);
    HttpResponse<String> warned = ping();
    assertThat(warned.statusCode()).isEqualTo(200);
    assertThat(warned.body()).startsWith("<br />").contains("<b>Warning</b>").endsWith("]");
    assertThat(warned.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    once(Fault.BYTE_ORDER_MARK);
    assertThat(ping().body()).startsWith("\ufeff[");
  }

  @Test
  void theKeyMayBeGoneOrOnlyRead() {
    once(Fault.KEY_REVOKED);
    HttpResponse<String> gone = ping();
    assertThat(gone.statusCode()).isEqualTo(401);
    assertThat(gone.body()).contains("woocommerce_rest_cannot_view");
    once(Fault.KEY_READ_ONLY);
    assertThat(client.post("/products", "{}").body()).contains("does not have write permissions");
  }

  @Test
  void theHostMayDropTheAuthorisation() {
    once(Fault.AUTHORISATION_DROPPED);
    assertThat(ping().body()).contains("woocommerce_rest_cannot_view");
    once(Fault.AUTHORISATION_DROPPED);
    Key key = WooCommerceSettings.DEMO_KEY;
    String query =
        "consumer_key=%s&consumer_secret=%s".formatted(key.consumerKey(), key.consumerSecret());
    assertThat(client.get("/settings?" + query).statusCode()).isEqualTo(200);
  }

  @Test
  void theClockMayBeWrong() {
    OauthSigner signer =
        new OauthSigner(
            WooCommerceSettings.DEMO_KEY.consumerKey(),
            WooCommerceSettings.DEMO_KEY.consumerSecret());
    long now = java.time.Instant.now().getEpochSecond();
    String url = signer.sign("GET", sandbox.storeUrl() + "/wp-json/wc/v3/settings", now);
    once(Fault.WRONG_CLOCK);
    HttpResponse<String> answer = WooClient.stranger(sandbox).send("GET", url, null);
    assertThat(answer.body()).contains("Invalid timestamp.");
    ZonedDateTime shown =
        ZonedDateTime.parse(
            answer.headers().firstValue("Date").orElseThrow(),
            DateTimeFormatter.RFC_1123_DATE_TIME);
    assertThat(shown.toEpochSecond() - now).isBetween(1_190L, 1_210L);
  }

  @Test
  void aPageMayRepeatForEver() {
    sandbox.switches().on(Fault.REPEATED_PAGE);
    JsonNode first = client.json("/products?page=1");
    HttpResponse<String> later = client.get("/products?page=7");
    assertThat(WooClient.json(later)).isEqualTo(first);
    assertThat(later.headers().firstValue("X-WP-TotalPages")).contains("8");
    assertThat(later.headers().firstValue("Link").orElseThrow()).contains("page=8>; rel=\"next\"");
    sandbox.switches().clear();
  }

  @Test
  void thePluginMayBeSwitchedOff() {
    once(Fault.PLUGIN_INACTIVE);
    HttpResponse<String> answer = ping();
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("rest_no_route");
    once(Fault.PLUGIN_INACTIVE);
    String root = client.send("GET", sandbox.storeUrl() + "/wp-json/", null).body();
    assertThat(root).contains("wp\\/v2").doesNotContain("wc\\/v3");
  }

  @Test
  void aFaultMayStrikeOneRouteAlone() {
    sandbox.switches().arm(Fault.SERVER_ERROR, 1, "GET /products/{id}");
    assertThat(ping().statusCode()).isEqualTo(200);
    assertThat(client.get("/products/" + anyProduct()).statusCode()).isEqualTo(500);
  }

  @Test
  void theHostMayBeSlowAllTheTime() {
    sandbox.latency(Duration.ofMillis(200));
    long before = System.nanoTime();
    ping();
    assertThat(System.nanoTime() - before).isGreaterThan(Duration.ofMillis(190).toNanos());
  }

  private static void once(Fault fault) {
    sandbox.switches().next(fault, 1);
  }

  private static HttpResponse<String> page(Fault fault, int status) {
    once(fault);
    HttpResponse<String> answer = ping();
    assertThat(answer.statusCode()).as(fault.name()).isEqualTo(status);
    assertThat(answer.body()).startsWith("<!DOCTYPE html>");
    return answer;
  }

  private static void lost(long id, String body) {
    assertThatThrownBy(() -> client.send("PATCH", product(id), body))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static String product(long id) {
    return sandbox.storeUrl() + "/wp-json/wc/v3/products/" + id;
  }

  private static long anyProduct() {
    return sandbox.shelf().products().get(0).id();
  }

  private static HttpResponse<String> ping() {
    return client.get("/settings");
  }
}
