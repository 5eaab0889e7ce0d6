package dev.storebridge.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each switch brings about its bad day, and only as long as it is on. */
class ShopifySwitchesTest {

  private static final String PING = "query Ping { shop { name } }";

  private static ShopifySandbox sandbox;
  private static AdminClient client;

  @BeforeAll
  static void start() {
    sandbox = ShopifySandbox.start(ShopifySettings.demo().withoutLimits());
    client = AdminClient.of(sandbox);
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
    sandbox.switches().next(Fault.SLOW, 1);
    long before = System.nanoTime();
    ping();
    assertThat(System.nanoTime() - before).isGreaterThan(Duration.ofMillis(290).toNanos());
  }

  @Test
  void aServerErrorIsAPageOfHtml() {
    sandbox.switches().next(Fault.SERVER_ERROR, 2);
    assertThat(ping().statusCode()).isEqualTo(503);
    HttpResponse<String> second = ping();
    assertThat(second.statusCode()).isEqualTo(503);
    assertThat(second.body()).startsWith("<!DOCTYPE html>");
  }

  @Test
  void workMayBeDoneAlthoughTheAnswerIsAnError() {
    long product = sandbox.shelf().products().iterator().next().id();
    sandbox.switches().next(Fault.DONE_BUT_SERVER_ERROR, 1);
    String update =
        "mutation Rename($id: ID!) { productUpdate(product: {id: $id, title: \"Done\"}) { product"
            + " { title } userErrors { message } } }";
    HttpResponse<String> response =
        client.send(update, Map.of("id", "gid://shopify/Product/" + product));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(sandbox.shelf().product(product).orElseThrow().title()).isEqualTo("Done");
  }

  @Test
  void theConnectionMayCloseWithoutAnAnswer() {
    sandbox.switches().next(Fault.CONNECTION_RESET, 1);
    String mutation =
        "mutation Ping { bulkOperationCancel(id: \"gid://shopify/BulkOperation/1\") { userErrors { message } } }";
    assertThatThrownBy(() -> client.send(mutation, Map.of()))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void tooManyRequestsSayWhenToComeBack() {
    sandbox.switches().next(Fault.TOO_MANY_REQUESTS, 1);
    HttpResponse<String> response = ping();
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void anAnswerMayBreakOff() {
    sandbox.switches().next(Fault.TRUNCATED_BODY, 1);
    assertThatThrownBy(() -> client.send(Documents.PRODUCTS_PAGE, Map.of()))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void anHtmlPageMayComeWithStatus200() {
    sandbox.switches().next(Fault.HTML_PAGE, 1);
    HttpResponse<String> response = ping();
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).startsWith("<!DOCTYPE html>");
  }

  @Test
  void theBucketMayBeEmptyAlways() {
    sandbox.switches().on(Fault.THROTTLED);
    for (int i = 0; i < 3; i++) {
      JsonNode answer = client.ask(PING);
      assertThat(answer.path("errors").path(0).path("extensions").path("code").asText())
          .isEqualTo("THROTTLED");
    }
    sandbox.switches().off(Fault.THROTTLED);
  }

  @Test
  void aPageMayRepeatForEver() {
    sandbox.switches().on(Fault.REPEATED_PAGE);
    JsonNode first = client.ask(Documents.PRODUCTS_PAGE).path("data").path("products");
    Map<String, Object> next = new HashMap<>();
    next.put("after", first.path("pageInfo").path("endCursor").asText());
    JsonNode second = client.ask(Documents.PRODUCTS_PAGE, next).path("data").path("products");
    assertThat(second).isEqualTo(first);
    assertThat(second.path("pageInfo").path("hasNextPage").asBoolean()).isTrue();
    sandbox.switches().clear();
  }

  @Test
  void allTokensMayBeRevoked() {
    sandbox.switches().next(Fault.TOKEN_REVOKED, 1);
    assertThat(ping().statusCode()).isEqualTo(401);
  }

  @Test
  void aFaultMayStrikeOneOperationAlone() {
    sandbox.switches().arm(Fault.SERVER_ERROR, 1, "ProductsPage");
    assertThat(ping().statusCode()).isEqualTo(200);
    assertThat(client.send(Documents.PRODUCTS_PAGE, Map.of()).statusCode()).isEqualTo(503);
  }

  private static HttpResponse<String> ping() {
    return client.send(PING, Map.of());
  }
}
