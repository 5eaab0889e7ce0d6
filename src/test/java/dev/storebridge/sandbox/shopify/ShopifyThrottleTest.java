package dev.storebridge.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.SteeredClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bucket of an app empties by what queries cost and fills with time. */
class ShopifyThrottleTest {

  private final SteeredClock clock = new SteeredClock();
  private final ShopifySandbox sandbox =
      ShopifySandbox.start(
          ShopifySettings.demo()
              .withClock(clock)
              .withTokens("shpat_demo", "shpat_other")
              .withBucket(300, 100));
  private final AdminClient client = AdminClient.of(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void throttlesAtHttp200WithoutData() {
    client.ask(Documents.PRODUCTS_PAGE);
    HttpResponse<String> response = client.send(Documents.PRODUCTS_PAGE, Map.of());
    JsonNode answer = AdminClient.json(response.body());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(answer.has("data")).isFalse();
    JsonNode error = answer.path("errors").path(0);
    assertThat(error.path("message").asText()).isEqualTo("Throttled");
    assertThat(error.path("extensions").path("code").asText()).isEqualTo("THROTTLED");
    JsonNode cost = answer.path("extensions").path("cost");
    assertThat(cost.path("requestedQueryCost").asInt()).isEqualTo(230);
    assertThat(cost.path("actualQueryCost").isNull()).isTrue();
    assertThat(cost.path("throttleStatus").path("restoreRate").asInt()).isEqualTo(100);
  }

  @Test
  void fillsWithTimeAndNeverAboveTheMaximum() {
    client.ask(Documents.PRODUCTS_PAGE);
    int left = available(client.ask("{ shop { name } }"));
    clock.advance(Duration.ofMillis(500));
    assertThat(available(client.ask("{ shop { name } }"))).isEqualTo(left + 49);
    clock.advance(Duration.ofHours(1));
    assertThat(available(client.ask("{ shop { name } }"))).isEqualTo(299);
  }

  @Test
  void chargesOnlyWhatTheAnswerReallyCost() {
    JsonNode answer = client.ask(Documents.PRODUCTS_PAGE, Map.of("query", "title:nothing"));
    assertThat(available(answer)).isEqualTo(298);
  }

  @Test
  void everyAppHasABucketOfItsOwn() {
    client.ask(Documents.PRODUCTS_PAGE);
    JsonNode other = new AdminClient(sandbox, "shpat_other").ask(Documents.PRODUCTS_PAGE);
    assertThat(other.has("errors")).isFalse();
  }

  private static int available(JsonNode answer) {
    return answer
        .path("extensions")
        .path("cost")
        .path("throttleStatus")
        .path("currentlyAvailable")
        .asInt();
  }
}
