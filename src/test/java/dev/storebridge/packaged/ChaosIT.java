package dev.storebridge.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Gate;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.PackagedService;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.Standstill;
import dev.storebridge.given.Storm;
import dev.storebridge.given.TestDatabase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Changes without end, told badly, while the service is killed, its database too, and platforms
 * refuse: in the end the shop shows what the rule makes of the store, and the books are sound.
 * {@code -Pchaos} goes on for longer.
 */
class ChaosIT {

  private static final int SECONDS = Integer.getInteger("chaos.seconds", 40);
  private static final int KILLS = Integer.getInteger("chaos.kills", 3);
  private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());
  private static final Map<String, String> WAREHOUSES =
      Map.of("66633", "7000000000000000021", "66634", "7000000000000000022");

  private final TestDatabase database = new TestDatabase();
  private final SandboxPlatforms sandbox = new SandboxPlatforms();
  private final Random random = new Random(SEED);
  private Map<String, String> settings;
  private Map<String, String> direct;
  private int port;
  private Gate gate;
  private Merchant merchant;
  private Platforms platforms;
  private PackagedService service;

  @BeforeEach
  void start() {
    settings = new HashMap<>(sandbox.start());
    direct = database.start();
    settings.putAll(direct);
    settings.put("storebridge.encryption-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    port = Integer.parseInt(settings.remove("quarkus.http.test-port"));
    gate = Gate.before(settings);
    service = PackagedService.start(port, settings);
    merchant = new Merchant("http://localhost:" + port);
    platforms =
        new Platforms(
            merchant,
            settings.get(SandboxPlatforms.TIKTOK),
            settings.get(SandboxPlatforms.SHOPIFY));
    merchant.connect();
    merchant.importAll();
    platforms.awaitAllLiveOnce();
  }

  @AfterEach
  void stop() {
    service.close();
    gate.close();
    sandbox.stop();
    database.stop();
  }

  @Test
  void whatWasToldIsInTheShopInTheEnd() {
    Storm storm = new Storm(platforms, "http://localhost:" + port, SEED);
    try (storm) {
      storm.begin();
      for (int blow = 0; blow <= KILLS; blow++) {
        let(Duration.ofMillis(SECONDS * 1000L / (KILLS + 1)));
        if (blow < KILLS) {
          strike(blow);
        }
      }
      gate.open();
      platforms.heal();
    }
    System.out.println("Chaos, seed " + SEED + ": " + storm.words());
    awaitTheRule();
    assertThat(merchant.unsound()).isEmpty();
    assertThat(merchant.problems()).isEmpty();
  }

  /** Each blow is a kill, and before it something that makes it worse. */
  private void strike(int blow) {
    switch (blow % 5) {
      case 0 -> platforms.troubleTikTok("{\"kind\":\"too-many-requests\",\"count\":30}");
      case 1 -> loseTheDatabase(blow);
      case 2 -> platforms.troubleTikTok("{\"kind\":\"done-but-500\",\"count\":10}");
      case 3 -> platforms.troubleStore("{\"fault\":\"server-error\",\"times\":40}");
      default -> platforms.troubleTikTok("{\"kind\":\"reset-after\",\"count\":10}");
    }
    let(Duration.ofMillis(random.nextInt(500)));
    service.kill();
    service = PackagedService.start(port, settings);
  }

  /** Every second time it is out of reach for a while, else it is killed. */
  private void loseTheDatabase(int blow) {
    if (TestDatabase.isEmbedded() && blow % 2 == 1) {
      TestDatabase.killAndRestart();
    } else {
      gate.shut();
      let(Duration.ofSeconds(3));
      gate.open();
    }
  }

  private static void let(Duration pass) {
    Awaitility.await().during(pass).atMost(pass.plusSeconds(10)).until(() -> true);
  }

  private void awaitTheRule() {
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(() -> assertThat(shown()).containsAllEntriesOf(ruled()));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(e.getMessage() + "\n" + Standstill.of(service, direct), e);
    }
  }

  /** What the shop shows of each offer, by its id there. */
  private Map<String, String> shown() {
    Map<String, String> shown = new TreeMap<>();
    for (JsonNode product : platforms.shopProducts()) {
      for (JsonNode sku : product.path("skus")) {
        Map<String, Integer> units = new TreeMap<>();
        sku.path("inventory")
            .forEach(
                there ->
                    units.put(there.path("warehouse_id").asText(), there.path("quantity").asInt()));
        shown.put(
            sku.path("id").asText(), sku.at("/price/tax_exclusive_price").asText() + " " + units);
      }
    }
    return shown;
  }

  /** What it should show: a tenth more than the store's price, two units less at each place. */
  private Map<String, String> ruled() {
    Map<String, String> ruled = new TreeMap<>();
    for (JsonNode product : platforms.storeProducts()) {
      Map<String, String> ids = new HashMap<>();
      merchant
          .listing(Platforms.id(product))
          .path("offers")
          .forEach(
              offer ->
                  ids.put(offer.path("variantId").asText(), offer.path("tiktokSkuId").asText()));
      for (JsonNode variant : product.path("variants")) {
        if (variant.path("tracked").asBoolean()) {
          ruled.put(ids.get(variant.path("id").asText()), price(variant) + " " + units(variant));
        }
      }
    }
    return ruled;
  }

  private static String price(JsonNode variant) {
    return new BigDecimal(variant.path("price").asText())
        .multiply(new BigDecimal("1.1"))
        .setScale(2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static Map<String, Integer> units(JsonNode variant) {
    Map<String, Integer> units = new TreeMap<>();
    WAREHOUSES.forEach(
        (location, warehouse) ->
            units.put(
                warehouse,
                Math.max(
                    0, variant.path("stock").path(location).asInt() - SandboxPlatforms.BUFFER)));
    return units;
  }
}
