package dev.storebridge.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.given.WebhookSender;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.WebhookKeys;
import dev.storebridge.platform.WebhookRequest;
import dev.storebridge.platform.Webhooks;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.Signal;
import dev.storebridge.work.SignalIntake;
import dev.storebridge.work.Signals;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every answer of the three addresses, over real HTTP, and what stands in the books after it. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class WebhookAddressesTest {

  private static final String STORE = "testco-store";
  private static final String OTHER_STORE = "otherco-store";
  private static final String WOO_STORE = "otherco-woo";
  private static final String WOO_PATH = "/webhooks/woocommerce/" + WOO_STORE;

  @Inject Signals signals;
  @Inject WebhookKeys keys;
  @Inject Tenants tenants;
  @Inject DataSource database;
  @Inject @Any Instance<Webhooks> platforms;
  @Inject Senders senders;
  @Inject SignalIntake intake;
  @Inject IntakeMetrics metrics;

  private final WebhookSender sender =
      new WebhookSender(SandboxPlatforms.address("storebridge.public-url"));
  private final String appKey = SandboxPlatforms.address("storebridge.tiktok.apps.default.app-key");
  private final String appSecret =
      SandboxPlatforms.address("storebridge.tiktok.apps.default.app-secret");

  @BeforeEach
  void theStoresHaveToldTheirNames() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> keys.storesNamed(Platform.SHOPIFY, WebhookSender.SHOPIFY_DOMAIN).size() == 2);
  }

  @Test
  void aShopifyWebhookIsKeptForEveryTenantOfTheStore() {
    String delivery = UUID.randomUUID().toString();
    assertThat(sender.shopify("products/update", "{\"id\":9007199254740993}", delivery))
        .isEqualTo(200);
    for (String store : List.of(STORE, OTHER_STORE)) {
      Signal kept = delivered(store, "", delivery).getFirst();
      assertThat(kept.event().refs()).containsExactly("9007199254740993");
      assertThat(kept.event().topic()).isEqualTo("products/update");
      assertThat(kept.event().account()).isEqualTo(WebhookSender.SHOPIFY_DOMAIN);
      assertThat(kept.event().happenedAt().orElseThrow())
          .hasToString("2026-11-22T10:00:00.123456Z");
      assertThat(kept.bodySize()).isEqualTo(23);
      assertThat(kept.bodyHash()).matches("[0-9a-f]{64}");
    }
  }

  @Test
  void aRepeatedDeliveryIsOneSignalAndOneMark() throws SQLException {
    String delivery = UUID.randomUUID().toString();
    String product = "7" + System.nanoTime();
    String body = "{\"id\":" + product + "}";
    for (int i = 0; i < 3; i++) {
      assertThat(sender.shopify("products/update", body, delivery)).isEqualTo(200);
    }
    assertThat(delivered(STORE, "", delivery)).hasSize(1);
    assertThat(number("select revision from mark where store_id = '%s' and ref = '%s'", product))
        .isEqualTo(1);
  }

  @Test
  void aWrongSignatureOrAnUnknownStoreIsRefused() {
    String body = "{\"id\":1}";
    String delivery = UUID.randomUUID().toString();
    assertThat(sender.send(shopify(body, delivery, WebhookSender.SHOPIFY_DOMAIN, "other")))
        .isEqualTo(401);
    assertThat(sender.send(shopify(body, delivery, "nobody.myshopify.com", "shpss_test")))
        .isEqualTo(401);
    assertThat(sender.send(sender.post("/webhooks/shopify", body))).isEqualTo(401);
    assertThat(sender.tiktok(appKey, "other", "{\"type\":1}")).isEqualTo(401);
    assertThat(sender.send(sender.post("/webhooks/tiktok", body))).isEqualTo(401);
    assertThat(sender.woocommerce(WOO_STORE, "other", "product.updated", body)).isEqualTo(401);
    assertThat(sender.woocommerce("nobody", wooSecret(), "product.updated", body)).isEqualTo(401);
    assertThat(sender.woocommerce(STORE, wooSecret(), "product.updated", body)).isEqualTo(401);
    assertThat(delivered(STORE, "", delivery)).isEmpty();
  }

  @Test
  void theSignatureIsOfTheBytesThatWereSent() {
    String body = "{ \"id\" : 12, \"title\":\"caf\\u00e9 \\/ naïve\" }";
    assertThat(sender.shopify("products/update", body)).isEqualTo(200);
    HttpRequest.Builder altered =
        shopify(body, "x", WebhookSender.SHOPIFY_DOMAIN, WebhookSender.SHOPIFY_SECRET)
            .POST(HttpRequest.BodyPublishers.ofString(body.replace(" ", "")));
    assertThat(sender.send(altered)).isEqualTo(401);
  }

  @Test
  void twoMegabytesAreTakenAndOneByteMoreIsTooLarge() {
    String frame = "{\"id\":5,\"pad\":\"\"}";
    String most = pad(frame, 2 * 1024 * 1024);
    assertThat(sender.shopify("products/update", most)).isEqualTo(200);
    assertThat(sender.shopify("products/update", pad(frame, 2 * 1024 * 1024 + 1))).isEqualTo(413);
    assertThat(sender.shopify("products/update", pad(frame, 5 * 1024 * 1024))).isEqualTo(413);
  }

  @Test
  void aTikTokWebhookOfAShopThatNobodyHasIsKept() {
    String id = Long.toString(System.nanoTime());
    assertThat(sender.tiktok(appKey, appSecret, order(id, "7499999999999999999"))).isEqualTo(200);
    Signal kept = delivered(Signal.ofApp("default"), "", id).getFirst();
    assertThat(kept.event().account()).isEqualTo("7499999999999999999");
    assertThat(kept.event().refs()).containsExactly("576461413038785752");
  }

  @Test
  void anUnknownTopicIsKeptToo() {
    String id = Long.toString(System.nanoTime());
    String body = "{\"type\":4711,\"tts_notification_id\":\"%s\",\"shop_id\":\"1\"}".formatted(id);
    assertThat(sender.tiktok(appKey, appSecret, body)).isEqualTo(200);
    assertThat(delivered(Signal.ofApp("default"), "", id).getFirst().event().topic())
        .isEqualTo("type-4711");
    String delivery = UUID.randomUUID().toString();
    assertThat(sender.shopify("carts/create", "no json at all", delivery)).isEqualTo(200);
    assertThat(delivered(STORE, "", delivery)).hasSize(1);
  }

  @Test
  void complianceRequestsAreAnsweredAndHoldNoPerson() {
    String delivery = UUID.randomUUID().toString();
    String body =
        """
        {"shop_id":1,"shop_domain":"x","customer":{"id":7788990011,"email":"planted@example.test","phone":"+442071838750"},
         "orders_to_redact":[301,302]}""";
    assertThat(sender.shopify("customers/redact", body, delivery)).isEqualTo(200);
    Signal kept = delivered(STORE, "", delivery).getFirst();
    assertThat(kept.event().refs()).containsExactly("301", "302");
    assertThat(kept.event().toString()).doesNotContain("planted", "+442071838750", "7788990011");
    for (String topic : List.of("customers/data_request", "shop/redact", "app/uninstalled")) {
      assertThat(sender.shopify(topic, body)).as(topic).isEqualTo(200);
    }
  }

  @Test
  void aPingOfWooCommerceIsAnsweredAndKeptNowhere() throws SQLException {
    String count = "select count(*) from received_signal where store_id = 'otherco-woo'";
    long before = number(count);
    HttpRequest.Builder ping =
        sender
            .post(WOO_PATH, "webhook_id=1")
            .setHeader("Content-Type", "application/x-www-form-urlencoded");
    assertThat(sender.send(ping)).isEqualTo(200);
    assertThat(number(count)).isEqualTo(before);
    assertThat(sender.send(sender.post("/webhooks/woocommerce/nobody", "webhook_id=1")))
        .isEqualTo(401);
  }

  @Test
  void aWooCommerceVariationIsASignalOfItsProduct() {
    String body =
        "{\"id\":67,\"parent_id\":64,\"type\":\"variation\",\"date_modified_gmt\":\"2026-11-22T07:45:09\"}";
    assertThat(sender.woocommerce(WOO_STORE, wooSecret(), "product.updated", body)).isEqualTo(200);
    Signal kept = signals.newest(WOO_STORE, "", "", 1).getFirst();
    assertThat(kept.event().refs()).containsExactly("64");
    assertThat(kept.event().happenedAt().orElseThrow()).hasToString("2026-11-22T07:45:09Z");
  }

  @Test
  void theSecretThatWeGiveAWooCommerceSiteIsHexAndItsOwn() {
    assertThat(wooSecret()).matches("[0-9a-f]{64}");
  }

  /** What cannot be written is not acknowledged; once it can be, the same request is. */
  @Test
  void whatCannotBeKeptIsNotAcknowledged() throws SQLException {
    String delivery = UUID.randomUUID().toString();
    execute("rename table received_signal to received_signal_away");
    try {
      assertThat(sender.shopify("products/update", "{\"id\":3}", delivery)).isEqualTo(503);
    } finally {
      execute("rename table received_signal_away to received_signal");
    }
    assertThat(sender.shopify("products/update", "{\"id\":3}", delivery)).isEqualTo(200);
    assertThat(delivered(STORE, "", delivery)).hasSize(1);
  }

  /** Before its merchants are known, the service can judge nobody. */
  @Test
  void nothingIsAcknowledgedBeforeTheStartIsOver() {
    Intake starting = new Intake(platforms, senders, intake, metrics);
    WebhookRequest request = new WebhookRequest(name -> null, new byte[0]);
    for (Platform platform : Platform.values()) {
      Verdict verdict = starting.receive(platform, Optional.of(WOO_STORE), request);
      assertThat(verdict.status()).isEqualTo(503);
    }
  }

  /** Two columns hold text of the sender: the account's name and the topic. */
  @Test
  void noBodyIsWrittenDown() throws SQLException {
    String marker = "planted" + System.nanoTime();
    String body =
        "{\"id\":61,\"title\":\"%s\",\"type\":\"%s\",\"shop_id\":\"%s\"}".replace("%s", marker);
    assertThat(sender.shopify("products/update", body)).isEqualTo(200);
    assertThat(sender.shopify("customers/redact", body)).isEqualTo(200);
    assertThat(sender.woocommerce(WOO_STORE, wooSecret(), "product.updated", body)).isEqualTo(200);
    for (String table : List.of("received_signal", "mark", "stock_item")) {
      assertThat(texts("select * from " + table)).isNotEmpty().doesNotContain(marker);
    }
  }

  private String texts(String sql) throws SQLException {
    StringBuilder all = new StringBuilder("rows: ");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          all.append(rows.getString(column)).append(' ');
        }
      }
    }
    return all.toString();
  }

  private HttpRequest.Builder shopify(String body, String delivery, String domain, String secret) {
    return sender.shopifyRequest("products/update", body, delivery, domain, secret);
  }

  private static String order(String id, String shop) {
    return """
    {"type":1,"tts_notification_id":"%s","shop_id":"%s","timestamp":1780000000,
     "data":{"order_id":"576461413038785752","order_status":"AWAITING_SHIPMENT"}}"""
        .formatted(id, shop);
  }

  private String wooSecret() {
    return keys.ofStore(tenants.store(WOO_STORE).orElseThrow()).getFirst().secret().reveal();
  }

  private List<Signal> delivered(String store, String connection, String deliveryId) {
    return signals.newest(store, connection, "", 200).stream()
        .filter(signal -> signal.event().deliveryId().equals(deliveryId))
        .toList();
  }

  private static String pad(String frame, int size) {
    int end = frame.length() - 2;
    return frame.substring(0, end) + "x".repeat(size - frame.length()) + frame.substring(end);
  }

  private long number(String sql, Object... values) throws SQLException {
    Object[] all = new Object[values.length + 1];
    all[0] = STORE;
    System.arraycopy(values, 0, all, 1, values.length);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql.formatted(all))) {
      return row.next() ? row.getLong(1) : -1;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
