package dev.storebridge.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.post.Receiver;
import dev.storebridge.sandbox.woocommerce.auth.Key;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page where a merchant hands over a key. */
class WooHandoverTest {

  private WooCommerceSandbox sandbox;
  private Receiver receiver;

  @BeforeEach
  void start() {
    WooCommerceSettings settings = WooCommerceSettings.demo();
    sandbox =
        WooCommerceSandbox.start(
            settings
                .withSite(settings.site().secure().reachingPrivateAddresses())
                .withCatalogue(List.of()));
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    sandbox.close();
    receiver.close();
  }

  @Test
  void thePageAsksTheMerchant() {
    HttpResponse<String> page = open(asked());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Bridge &lt;b>").contains("read_write").contains("Approve");
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void theKeyIsPostedFirstAndTheBrowserGoesBackThen() {
    HttpResponse<String> end = open(with("decision", "approve"));
    assertThat(end.statusCode()).isEqualTo(302);
    assertThat(end.headers().firstValue("Location"))
        .contains("https://bridge.example/return?x=1&success=1&user_id=once+only");
    Receiver.Sent sent = receiver.received().get(0);
    assertThat(sent.method()).isEqualTo("POST");
    JsonNode key = key();
    assertThat(key.path("user_id").asText()).isEqualTo("once only");
    assertThat(key.path("key_permissions").asText()).isEqualTo("read_write");
    assertThat(key.path("consumer_key").asText()).matches("ck_[0-9a-f]{40}");
    assertThat(key.path("consumer_secret").asText()).matches("cs_[0-9a-f]{40}");
    assertThat(tried(key)).isEqualTo(200);
  }

  @Test
  void aKeyThatIsNotTakenWithTwoHundredIsDeleted() {
    for (int status : new int[] {201, 204, 302, 500}) {
      receiver.received().clear();
      receiver.answers(status);
      HttpResponse<String> end = open(with("decision", "approve"));
      assertThat(end.statusCode()).isEqualTo(401);
      assertThat(end.headers().firstValue("Location")).isEmpty();
      assertThat(tried(key())).isEqualTo(401);
    }
  }

  @Test
  void whoDeniesGoesBackWithoutAKey() {
    HttpResponse<String> end = open(with("decision", "deny"));
    assertThat(end.headers().firstValue("Location").orElseThrow()).contains("success=0");
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void everyParameterIsNeeded() {
    for (String name : asked().keySet()) {
      Map<String, String> less = asked();
      less.remove(name);
      HttpResponse<String> page = open(less);
      assertThat(page.statusCode()).as(name).isEqualTo(401);
      assertThat(page.body()).contains("Missing parameter " + name);
    }
    assertThat(open(with("scope", "everything")).statusCode()).isEqualTo(401);
  }

  @Test
  void aRealShopCallsBackOverHttpsAndInPublicAlone() {
    try (WooCommerceSandbox real =
        WooCommerceSandbox.start(WooCommerceSettings.demo().withCatalogue(List.of()))) {
      for (String callback :
          new String[] {receiver.url("/cb"), "https://127.0.0.1/cb", "https://10.0.0.1/cb", "x"}) {
        Map<String, String> asked = with("callback_url", callback);
        asked.put("decision", "approve");
        HttpResponse<String> page = open(real, asked);
        assertThat(page.statusCode()).as(callback).isEqualTo(401);
        assertThat(page.body()).contains("needs to be over SSL");
      }
      assertThat(receiver.received()).isEmpty();
    }
  }

  private Map<String, String> asked() {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("app_name", "Bridge <b>");
    asked.put("scope", "read_write");
    asked.put("user_id", "once only");
    asked.put("return_url", "https://bridge.example/return?x=1");
    asked.put("callback_url", receiver.url("/callback"));
    return asked;
  }

  private Map<String, String> with(String name, String value) {
    Map<String, String> asked = asked();
    asked.put(name, value);
    return asked;
  }

  private HttpResponse<String> open(Map<String, String> asked) {
    return open(sandbox, asked);
  }

  private static HttpResponse<String> open(WooCommerceSandbox shop, Map<String, String> asked) {
    String query =
        asked.entrySet().stream()
            .map(pair -> pair.getKey() + "=" + OauthSigner.encode(pair.getValue()))
            .collect(Collectors.joining("&"));
    return WooClient.stranger(shop)
        .send("GET", shop.storeUrl() + "/wc-auth/v1/authorize?" + query, null);
  }

  private JsonNode key() {
    try {
      return WooClient.JSON.readTree(receiver.received().get(0).body());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private int tried(JsonNode key) {
    Key shown =
        new Key(
            key.path("consumer_key").asText(), key.path("consumer_secret").asText(), "read_write");
    return WooClient.with(sandbox, shown).get("/products").statusCode();
  }
}
