package dev.storebridge.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.sandbox.woocommerce.auth.Key;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys over https: who is let in, who is not, and in which words. */
class WooAuthTest {

  private static final Key READER = new Key("ck_" + "a".repeat(40), "cs_" + "b".repeat(40), "read");
  private static final Key WRITER =
      new Key("ck_" + "c".repeat(40), "cs_" + "d".repeat(40), "write");
  private static final String REFUSED = "woocommerce_rest_authentication_error";

  private static WooCommerceSandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox =
        WooCommerceSandbox.start(
            WooCommerceSettings.demo()
                .secure()
                .withKeys(WooCommerceSettings.DEMO_KEY, READER, WRITER));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void aKeyWithItsSecretIsLetIn() {
    assertThat(WooClient.of(sandbox).get("/products").statusCode()).isEqualTo(200);
  }

  @Test
  void whoShowsNoKeyMaySeeNothing() {
    refused(WooClient.stranger(sandbox).get("/products"), "woocommerce_rest_cannot_view");
    WooClient unknown = WooClient.basic(sandbox, "ck_" + "e".repeat(40), "cs_x");
    HttpResponse<String> answer = unknown.get("/products");
    refused(answer, "woocommerce_rest_cannot_view");
    assertThat(message(answer)).isEqualTo("Sorry, you cannot list resources.");
  }

  @Test
  void whoShowsNoKeyMayChangeNothing() {
    WooClient stranger = WooClient.stranger(sandbox);
    refused(stranger.post("/products", "{}"), "woocommerce_rest_cannot_create");
    refused(stranger.put("/products/1", "{}"), "woocommerce_rest_cannot_edit");
    refused(stranger.delete("/products/1"), "woocommerce_rest_cannot_delete");
  }

  @Test
  void aWrongSecretIsCalledWrong() {
    HttpResponse<String> answer =
        WooClient.basic(sandbox, READER.consumerKey(), "cs_wrong").get("/products");
    refused(answer, REFUSED);
    assertThat(message(answer)).isEqualTo("Consumer secret is invalid.");
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic ");
  }

  @Test
  void keysMayStandInTheQuery() {
    String query =
        "consumer_key=%s&consumer_secret=%s"
            .formatted(READER.consumerKey(), READER.consumerSecret());
    WooClient stranger = WooClient.stranger(sandbox);
    assertThat(stranger.get("/products?" + query).statusCode()).isEqualTo(200);
    refused(stranger.get("/products?" + query.replace("bbb", "b")), REFUSED);
  }

  @Test
  void aReadingKeyDoesNotWriteAndAWritingKeyDoesNotRead() {
    HttpResponse<String> write = WooClient.with(sandbox, READER).post("/products", "{}");
    refused(write, REFUSED);
    assertThat(message(write)).isEqualTo("The API key provided does not have write permissions.");
    refused(WooClient.with(sandbox, WRITER).get("/products"), REFUSED);
    assertThat(WooClient.with(sandbox, WRITER).post("/products", "{\"name\":\"x\"}").statusCode())
        .isEqualTo(201);
  }

  @Test
  void aRevokedKeyIsUnknown() {
    Key gone = new Key("ck_" + "f".repeat(40), "cs_" + "f".repeat(40), "read");
    sandbox.addKey(gone);
    assertThat(WooClient.with(sandbox, gone).get("/products").statusCode()).isEqualTo(200);
    sandbox.revokeKey(gone.consumerKey());
    refused(WooClient.with(sandbox, gone).get("/products"), "woocommerce_rest_cannot_view");
  }

  @Test
  void anUnknownRouteIsNotFoundWhoeverAsks() {
    for (WooClient client : new WooClient[] {WooClient.of(sandbox), WooClient.stranger(sandbox)}) {
      HttpResponse<String> answer = client.get("/products/1/nothing");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(WooClient.json(answer).path("code").asText()).isEqualTo("rest_no_route");
    }
  }

  @Test
  void errorsSayTheirStatusInTheirData() {
    assertThat(
            WooClient.json(WooClient.stranger(sandbox).get("/products")).at("/data/status").asInt())
        .isEqualTo(401);
  }

  @Test
  void overPlainHttpBasicIsNotEvenLookedAt() {
    try (WooCommerceSandbox plain = WooCommerceSandbox.start(WooCommerceSettings.demo())) {
      refused(WooClient.of(plain).get("/products"), "woocommerce_rest_cannot_view");
    }
  }

  private static void refused(HttpResponse<String> answer, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(WooClient.json(answer).path("code").asText()).isEqualTo(code);
  }

  private static String message(HttpResponse<String> answer) {
    return WooClient.json(answer).path("message").asText();
  }
}
