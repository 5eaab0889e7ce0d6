package dev.storebridge.sandbox.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SwitchTest {

  private static final String WAREHOUSES = "/logistics/202309/warehouses";
  private static final String CREATE = "POST /product/202309/products";

  private final Stage stage = new Stage();

  @AfterEach
  void stop() {
    stage.close();
  }

  private int products() {
    return stage.control.products(stage.shop.id()).size();
  }

  private void healthyAgain() {
    assertThat(stage.client().get(WAREHOUSES).code()).isZero();
  }

  @Test
  void slowAnswersComeLater() {
    stage.control.switchOn(Fault.times(FaultKind.SLOW, 1).withDelay(Duration.ofMillis(150)));
    stage.client().get(WAREHOUSES);
    assertThat(stage.control.calls().getLast().tookNanos()).isGreaterThan(140_000_000L);
    healthyAgain();
  }

  @Test
  void serverErrorsCarryHtmlAndDoNothing() {
    JsonNode mug = stage.mug();
    stage.control.switchOn(Fault.times(FaultKind.SERVER_ERROR, 1).on(CREATE));
    healthyAgain();
    ShopClient.Reply reply = stage.client().post(Stage.CREATE, mug);
    assertThat(reply.status()).isEqualTo(502);
    assertThat(reply.raw().headers().firstValue("content-type").orElse("")).contains("text/html");
    assertThat(products()).isZero();
    assertThat(stage.client().post(Stage.CREATE, mug).code()).isZero();
  }

  @Test
  void anAnswerCanBeLostAfterTheProductWasCreated() {
    JsonNode mug = stage.mug();
    stage.control.switchOn(Fault.times(FaultKind.DONE_BUT_500, 1).on(CREATE));
    assertThat(stage.client().post(Stage.CREATE, mug).status()).isEqualTo(500);
    assertThat(products()).isEqualTo(1);
  }

  @Test
  void aResetBeforeDoesNothing() {
    JsonNode mug = stage.mug();
    stage.control.switchOn(Fault.always(FaultKind.RESET_BEFORE).on(CREATE));
    assertThatThrownBy(() -> stage.client().post(Stage.CREATE, mug))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(products()).isZero();
    stage.control.clearSwitches();
    healthyAgain();
  }

  @Test
  void aResetAfterHidesWhatWasDone() {
    JsonNode mug = stage.mug();
    stage.control.switchOn(Fault.always(FaultKind.RESET_AFTER).on(CREATE));
    assertThatThrownBy(() -> stage.client().post(Stage.CREATE, mug))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(products()).isPositive();
  }

  @Test
  void tooManyRequestsMayNameTheWait() {
    stage.control.switchOn(Fault.times(FaultKind.TOO_MANY_REQUESTS, 1).withRetryAfter(7));
    ShopClient.Reply reply = stage.client().get(WAREHOUSES);
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.code()).isEqualTo(36009002);
    assertThat(reply.raw().headers().firstValue("retry-after")).contains("7");
    healthyAgain();
  }

  @Test
  void truncatedJsonCannotBeRead() {
    stage.control.switchOn(Fault.times(FaultKind.TRUNCATED_JSON, 1));
    ShopClient.Reply reply = stage.client().get(WAREHOUSES);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().isMissingNode()).isTrue();
    healthyAgain();
  }

  @Test
  void htmlCanComeWithStatus200() {
    stage.control.switchOn(Fault.times(FaultKind.HTML_OK, 1));
    ShopClient.Reply reply = stage.client().get(WAREHOUSES);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.raw().headers().firstValue("content-type").orElse("")).contains("text/html");
    healthyAgain();
  }

  @Test
  void aSearchCanNameTheSamePageForEver() {
    stage.client().post(Stage.CREATE, stage.mug());
    stage.control.switchOn(Fault.always(FaultKind.REPEATING_PAGE));
    ShopClient search = stage.client().with("page_size", 10);
    String token = search.post(Stage.SEARCH, "{}").data().path("next_page_token").asText();
    assertThat(token).isNotEmpty();
    JsonNode again = search.with("page_token", token).post(Stage.SEARCH, "{}").data();
    assertThat(again.path("next_page_token").asText()).isEqualTo(token);
    assertThat(again.path("products")).hasSize(1);
  }

  @Test
  void accessTokensCanExpireAtOnce() {
    stage.control.expireAccessTokens();
    assertThat(stage.client().get(WAREHOUSES).code()).isEqualTo(105002);
  }

  @Test
  void aProbabilityOfZeroNeverStrikes() {
    stage.control.switchOn(Fault.always(FaultKind.SERVER_ERROR).withProbability(0));
    healthyAgain();
  }

  @Test
  void aFaultCanBeForOneShop() {
    stage.control.switchOn(Fault.always(FaultKind.SERVER_ERROR).forShop("7495000000000000009"));
    healthyAgain();
    stage.control.switchOn(Fault.always(FaultKind.SERVER_ERROR).forShop(stage.shop.id()));
    assertThat(stage.client().get(WAREHOUSES).status()).isEqualTo(502);
  }

  @Test
  void switchesCanBeSetOverHttp() throws Exception {
    String body = "{\"kind\":\"server-error\",\"count\":1}";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stage.sandbox.apiUrl() + "/sandbox/switches"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    assertThat(ShopClient.HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);
    assertThat(stage.client().get(WAREHOUSES).status()).isEqualTo(502);
    healthyAgain();
  }
}
