package dev.storebridge.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Gate;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.PackagedService;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.Standstill;
import dev.storebridge.given.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The production package, on its configuration alone, against platforms it only knows by address:
 * it does its job, and goes on doing it after being killed and after its database was away.
 */
class SurvivalIT {

  private final TestDatabase database = new TestDatabase();
  private final SandboxPlatforms platforms = new SandboxPlatforms();
  private Map<String, String> settings;
  private Map<String, String> direct;
  private int port;
  private Gate gate;

  @BeforeEach
  void start() {
    settings = new HashMap<>(platforms.start());
    direct = database.start();
    settings.putAll(direct);
    settings.put("storebridge.encryption-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    settings.put("storebridge.routes", ownRoutes().toString());
    port = Integer.parseInt(settings.remove("quarkus.http.test-port"));
    String jdbc = settings.get("quarkus.datasource.jdbc.url");
    int databasePort = URI.create(jdbc.substring("jdbc:".length())).getPort();
    gate = new Gate(databasePort);
    settings.put(
        "quarkus.datasource.jdbc.url", jdbc.replace(":" + databasePort, ":" + gate.port()));
  }

  @AfterEach
  void stop() {
    gate.close();
    platforms.stop();
    database.stop();
  }

  @Test
  void anImportThatIsKilledAgainAndAgainFinishesAndListsNothingTwice() {
    slowDownTikTok();
    Merchant merchant = new Merchant("http://localhost:" + port);
    for (int done : new int[] {1, 25, 50}) {
      try (PackagedService service = PackagedService.start(port, settings)) {
        merchant.connect();
        merchant.post("/api/connections/" + Merchant.CONNECTION + "/import");
        awaitDone(merchant, service, done);
        service.kill();
      }
    }
    try (PackagedService last = PackagedService.start(port, settings)) {
      JsonNode end = awaitEnd(merchant, last);
      assertThat(end.path("failed").asInt()).as("%s", merchant.problems()).isZero();
      assertEveryProductIsListedOnce(merchant);
      assertThat(merchant.unsound()).isEmpty();
      assertThat(last.log())
          .contains("a route of the operator")
          .doesNotContain("shpat_test")
          .doesNotContain("NullPointerException");
    }
  }

  @Test
  void nothingIsLostWhileTheDatabaseIsAway() {
    slowDownTikTok();
    Merchant merchant = new Merchant("http://localhost:" + port);
    try (PackagedService service = PackagedService.start(port, settings)) {
      merchant.connect();
      merchant.post("/api/connections/" + Merchant.CONNECTION + "/import");
      awaitDone(merchant, service, 5);
      gate.shut();
      Awaitility.await()
          .during(Duration.ofSeconds(20))
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofSeconds(1))
          .until(service::runs);
      gate.open();
      JsonNode end = awaitEnd(merchant, service);
      assertThat(end.path("failed").asInt()).as("%s", merchant.problems()).isZero();
      assertEveryProductIsListedOnce(merchant);
      assertThat(merchant.unsound()).isEmpty();
    }
  }

  /** A folder with a route that replaces a packaged one and does what it does. */
  private static Path ownRoutes() {
    try {
      Path folder = Files.createTempDirectory("storebridge-routes");
      String packaged = Files.readString(Path.of("routes", "renew-leases.camel.yaml"));
      Files.writeString(
          folder.resolve("own.camel.yaml"),
          packaged + "        - log:\n            message: a route of the operator\n");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void slowDownTikTok() {
    new Merchant("")
        .control(
            "POST",
            settings.get(SandboxPlatforms.TIKTOK) + "/sandbox/switches",
            "{\"kind\":\"slow\",\"millis\":150,\"count\":0}");
  }

  private void awaitDone(Merchant merchant, PackagedService service, int products) {
    tellingWhy(
        service,
        () ->
            Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> done(merchant), done -> done >= products));
  }

  private JsonNode awaitEnd(Merchant merchant, PackagedService service) {
    return tellingWhy(service, merchant::awaitImport);
  }

  /** A standstill says what the service was doing. */
  private <T> T tellingWhy(PackagedService service, Supplier<T> waiting) {
    try {
      return waiting.get();
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(Standstill.of(service, direct), e);
    }
  }

  private static int done(Merchant merchant) {
    return merchant.get("/api/connections/" + Merchant.CONNECTION + "/import").path("done").asInt();
  }

  private void assertEveryProductIsListedOnce(Merchant merchant) {
    JsonNode shop =
        merchant.control("GET", settings.get(SandboxPlatforms.TIKTOK) + "/sandbox/products", "");
    JsonNode store =
        merchant.control(
            "GET", settings.get(SandboxPlatforms.SHOPIFY) + "/sandbox/products?limit=250", "");
    Set<String> references = new HashSet<>();
    shop.path("products")
        .forEach(listing -> references.add(listing.path("external_product_id").asText()));
    assertThat(shop.path("products").size()).isEqualTo(store.path("total").asInt());
    assertThat(references).hasSize(store.path("total").asInt());
  }
}
