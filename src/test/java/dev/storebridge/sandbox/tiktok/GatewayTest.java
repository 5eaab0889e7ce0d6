package dev.storebridge.sandbox.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTest {

  private static final String SHOPS = "/authorization/202309/shops";
  private static final String WAREHOUSES = "/logistics/202309/warehouses";

  private final Stage stage = new Stage();

  @AfterEach
  void stop() {
    stage.close();
  }

  private static void refused(ShopClient.Reply reply, int status, int code) {
    assertThat(reply.code()).as(reply.message()).isEqualTo(code);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.data().isNull()).isTrue();
    assertThat(reply.json().path("request_id").asText()).isNotEmpty();
  }

  @Test
  void refusesUnknownPathsBeforeAnythingElse() {
    refused(
        new ShopClient(stage.sandbox, stage.app).get("/product/209901/products"), 404, 36009009);
  }

  @Test
  void refusesTheWrongMethod() {
    refused(stage.client().with("page_size", 1).get(Stage.SEARCH), 400, 36009010);
  }

  @Test
  void refusesAnUnknownAppBeforeTheTimeAndTheSign() {
    ShopClient.Reply reply =
        stage.client().with("app_key", "nobody").with("timestamp", 1).with("sign", "x").get(SHOPS);
    refused(reply, 400, 36009004);
    assertThat(reply.message()).contains("app_key");
  }

  @Test
  void refusesAnOldOrFutureTimestampBeforeTheSign() {
    ShopClient wrong = stage.seller().with("sign", "x");
    for (long off : new long[] {-310, 35}) {
      ShopClient.Reply reply = wrong.with("timestamp", stage.now() + off).get(SHOPS);
      refused(reply, 400, 36009004);
      assertThat(reply.message()).contains("timestamp");
    }
    assertThat(stage.seller().with("timestamp", stage.now() - 290).get(SHOPS).code()).isZero();
    assertThat(stage.seller().with("timestamp", stage.now() + 25).get(SHOPS).code()).isZero();
  }

  @Test
  void refusesAnUnsignedRequest() {
    ShopClient.Reply reply =
        ShopClient.plain(
            stage.sandbox.apiUrl()
                + SHOPS
                + "?app_key="
                + stage.app.key()
                + "&timestamp="
                + stage.now());
    refused(reply, 400, 36009004);
    assertThat(reply.message()).contains("sign is missing");
  }

  @Test
  void refusesAWrongSignBeforeLookingAtTheToken() {
    refused(stage.seller().secret("other").token("nonsense").get(SHOPS), 401, 106001);
  }

  @Test
  void refusesAnUpperCaseSign() {
    ShopClient client = stage.seller();
    String sign =
        ShopClient.sign(
            stage.app.secret(),
            SHOPS,
            Map.of("app_key", stage.app.key(), "timestamp", Long.toString(stage.now())),
            new byte[0]);
    ShopClient exact = client.with("timestamp", stage.now());
    refused(exact.with("sign", sign.toUpperCase(Locale.ROOT)).get(SHOPS), 401, 106001);
  }

  @Test
  void signsTheRawBytesOfTheBody() {
    String spaced = "{ \"status\" : \"ALL\" }";
    assertThat(stage.client().with("page_size", 1).post(Stage.SEARCH, spaced).code()).isZero();
    String signOfCompact =
        Request.decode(
                stage
                    .client()
                    .with("page_size", 1)
                    .uri(Stage.SEARCH, "{\"status\":\"ALL\"}".getBytes(StandardCharsets.UTF_8))
                    .getRawQuery())
            .get("sign");
    ShopClient client = stage.client().with("page_size", 1).with("sign", signOfCompact);
    refused(client.post(Stage.SEARCH, spaced), 401, 106001);
  }

  @Test
  void refusesMissingUnknownAndExpiredTokens() {
    refused(stage.seller().token("").get(SHOPS), 400, 36009004);
    refused(stage.seller().token("ROW_no").get(SHOPS), 400, 36009004);
    stage.clock.step(Duration.ofDays(8));
    refused(stage.seller().get(SHOPS), 401, 105002);
  }

  @Test
  void refusesATokenWithoutTheScope() {
    stage.control.removeScope(stage.shop.id(), "seller.product.write");
    refused(stage.client().post(Stage.CREATE, "{}"), 401, 105005);
    assertThat(stage.client().get(WAREHOUSES).code()).isZero();
  }

  @Test
  void wantsTheCipherWhereItBelongsAndNowhereElse() {
    refused(stage.seller().get(WAREHOUSES), 400, 106013);
    ShopClient.Reply reply = stage.client().get(SHOPS);
    refused(reply, 400, 36009004);
    assertThat(reply.message()).contains("unexpected identifier", "shop_cipher");
    refused(stage.seller().cipher("ROW_other").get(WAREHOUSES), 401, 101000);
  }

  @Test
  void refusesAnInactiveShop() {
    stage.control.setActive(stage.shop.id(), false);
    refused(stage.client().get(WAREHOUSES), 401, 36009043);
  }

  @Test
  void refusesMissingUnknownAndMistypedBodyFields() {
    ShopClient client = stage.client().with("page_size", 1);
    refused(stage.client().post(Stage.CREATE, stage.mug().without("title")), 400, 36009004);
    refused(client.post(Stage.SEARCH, "{\"colour\":1}"), 400, 36009004);
    refused(client.post(Stage.SEARCH, "{\"status\":7}"), 200, 98001004);
    refused(client.post(Stage.SEARCH, "{\"create_time_ge\":\"7\"}"), 200, 98001004);
    refused(client.post(Stage.SEARCH, ""), 400, 36009022);
    refused(client.post(Stage.SEARCH, "[]"), 400, 36009004);
    refused(client.post(Stage.SEARCH, "{\"status\":\"ALL\"}x"), 400, 36009004);
  }

  @Test
  void namesTheNestedFieldThatIsUnknown() {
    String body = "{\"skus\":[{\"id\":\"1\",\"inventory\":[{\"quantity\":1,\"colour\":2}]}]}";
    ShopClient.Reply reply = stage.client().post(Stage.CREATE + "/1/inventory/update", body);
    assertThat(reply.message()).contains("skus[0].inventory[0].colour");
  }

  @Test
  void refusesUnknownQueryParameters() {
    refused(stage.client().with("page", 2).get(WAREHOUSES), 400, 36009004);
  }

  @Test
  void refusesOtherContentTypes() {
    ShopClient client = stage.client().with("page_size", 1).contentType("text/plain");
    refused(client.post(Stage.SEARCH, "{}"), 400, 36009022);
  }

  @Test
  void refusesTwoContentTypeLines() throws IOException, InterruptedException {
    byte[] body = "{\"status\":\"ALL\"}".getBytes(StandardCharsets.UTF_8);
    URI uri = stage.client().with("page_size", 1).uri(Stage.SEARCH, body);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("content-type", "application/json")
            .header("content-type", "application/json")
            .header("x-tts-access-token", stage.tokens.access())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    ShopClient.Reply reply =
        ShopClient.reply(ShopClient.HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    refused(reply, 400, 36009022);
  }

  @Test
  void theStatusOfACodeIsASetting() {
    try (Stage other = new Stage(TikTokSettings.defaults().withHttpStatuses(Map.of(106013, 200)))) {
      refused(other.seller().get(WAREHOUSES), 200, 106013);
    }
  }

  @Test
  void countsTheSecondOfAShopOnArrival() {
    try (Stage slow = new Stage(TikTokSettings.defaults().withPace(new Pace(3, 0, 1)))) {
      ShopClient client = slow.client();
      for (int i = 0; i < 3; i++) {
        client.get(WAREHOUSES);
      }
      ShopClient.Reply reply = client.get(WAREHOUSES);
      refused(reply, 429, 36009002);
      assertThat(reply.raw().headers().firstValue("Retry-After")).contains("1");
    }
  }

  @Test
  void countsTheHourOfADevelopmentShop() {
    try (Stage slow = new Stage(TikTokSettings.defaults().withPace(new Pace(0, 2, 0)))) {
      slow.clock.step(Duration.ofSeconds(3_600 - slow.now() % 3_600));
      assertThat(slow.client().get(WAREHOUSES).code()).isZero();
      assertThat(slow.client().get(WAREHOUSES).code()).isZero();
      refused(slow.client().get(WAREHOUSES), 429, 36009037);
      slow.clock.step(Duration.ofHours(1));
      assertThat(slow.client().get(WAREHOUSES).code()).isZero();
    }
  }
}
