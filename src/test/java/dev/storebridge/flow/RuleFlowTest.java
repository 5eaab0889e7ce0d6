package dev.storebridge.flow;

import static dev.storebridge.given.Soon.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.OneShop;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.Rows;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.ShopWrites;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.mapping.RulesFollowed;
import dev.storebridge.sync.listing.Imports;
import dev.storebridge.sync.listing.Retries;
import dev.storebridge.sync.rules.RuleWatch;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.ConnectionStates;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Problems;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUps;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A merchant edits the file while the service runs, and what the edit touches follows. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class RuleFlowTest {

  @Inject DataSource database;
  @Inject Tenants tenants;
  @Inject RulesFollowed followed;
  @Inject ConnectionStates states;
  @Inject Imports imports;
  @Inject Retries retries;
  @Inject Problems problems;
  @Inject Marks marks;
  @Inject Transactions transactions;
  @Inject WakeUps wakeUps;

  private final OneShop shop = new OneShop(SandboxPlatforms.SHOPIFY);
  private final ShopWrites writes =
      new ShopWrites(shop.merchant(), SandboxPlatforms.address(SandboxPlatforms.TIKTOK));
  private final Path file = Path.of(SandboxPlatforms.address("storebridge.tenants"), "testco.yaml");
  private String usual;

  @BeforeEach
  void theCatalogueIsLive() throws IOException {
    usual = Files.readString(file);
    shop.openUntilAllIsOnSale();
    rows().awaitQuiet();
    awaitFollowed();
  }

  @AfterEach
  void theRulesAreTheUsual() throws IOException {
    Files.writeString(file, usual);
    awaitFollowed();
    rows().awaitQuiet();
  }

  @Test
  void anotherPercentageIsOnePriceCallForEachListing() throws IOException {
    JsonNode product = shop.tracked(7);
    BigDecimal price = new BigDecimal(product.at("/variants/0/price").asText());
    Map<String, Long> before = writes.soFar();
    int live = shop.merchant().listings("&state=live").size();

    Files.writeString(file, usual.replace("percent: \"10\"", "percent: \"20\""));
    awaitFollowed();
    within(30)
        .untilAsserted(
            () ->
                assertThat(shop.price(product))
                    .isEqualByComparingTo(
                        price.multiply(new BigDecimal("1.2")).setScale(2, RoundingMode.HALF_UP)));
    rows().awaitQuiet();

    assertThat(writes.since(before).keySet()).as("prices alone").hasSize(1);
    assertThat(writes.since(before).values()).allMatch(calls -> calls == live);
  }

  @Test
  void aProductThatIsLeftOutIsTakenDownAndNothingElseIsLookedAt() throws Exception {
    JsonNode product = shop.tracked(3);
    String revisions = "select sum(revision) from mark where kind = 'PRODUCT' and store_id = ?";
    long before = Long.parseLong(rows().query(revisions, Merchant.STORE));
    Map<String, Long> calls = writes.soFar();
    shop.platforms().edit(product, "{\"tags\":[\"tiktok\",\"not-now\"]}");
    within(20).until(() -> Long.parseLong(rows().query(revisions, Merchant.STORE)) == before + 1);
    rows().awaitQuiet();

    Files.writeString(
        file, usual.replace("tags: [tiktok]", "tags: [tiktok], exclude-tags: [not-now]"));
    within(20).until(() -> state(product).equals("off"));
    awaitFollowed();
    rows().awaitQuiet();

    assertThat(Long.parseLong(rows().query(revisions, Merchant.STORE))).isEqualTo(before + 2);
    assertThat(writes.since(calls).values()).containsExactly(1L);
  }

  @Test
  void aCarrierThatTheFileNamesNowMendsTheOrderThatWaitedForIt() throws Exception {
    String order = shop.buy(shop.tracked(8), 1, "sample");
    JsonNode placed = shop.awaitPlaced(order);
    rows().awaitQuiet();
    shop.inStore(
        "{\"act\":\"ship\",\"order\":\"%s\",\"units\":{\"%s\":1},\"company\":\"Pigeon Post\",\"number\":\"PP300000004GB\"}"
            .formatted(placed.path("id").asText(), placed.at("/lines/0/id").asText()));
    shop.platforms().awaitProblem("order", "unknown-carrier");
    Map<String, Long> calls = writes.soFar();

    Files.writeString(
        file,
        usual.replace(
            "orders: {",
            "fulfilment: { carriers: { \"Pigeon Post\": \"7100000000000000003\" } }\n    orders: {"));
    within(20)
        .untilAsserted(
            () ->
                assertThat(shop.merchant().order(order).path("problem").isNull())
                    .as("%s", shop.merchant().order(order))
                    .isTrue());

    assertThat(shop.tracking(order)).containsExactly("PP300000004GB");
    assertThat(writes.since(calls).keySet()).as("no listing was touched").hasSize(1);

    Files.writeString(file, usual);
    awaitFollowed();
    assertThat(shop.tell("again" + order, order, "AWAITING_COLLECTION")).isEqualTo(200);
    rows().awaitQuiet();
    assertThat(shop.merchant().order(order).path("problem").isNull())
        .as("what was told is told")
        .isTrue();
  }

  @Test
  void anEditWhileNobodyLookedIsFoundAtTheNextStart() throws SQLException {
    String run = "select max(run_id) from import_run where store_id = ?";
    long before = Long.parseLong(rows().query(run, Merchant.STORE));
    rows()
        .change(
            "update rules_followed set version = 'of yesterday' where connection_id = ?",
            Merchant.CONNECTION);

    new RuleWatch(
            tenants,
            followed,
            states,
            imports,
            retries,
            problems,
            marks,
            transactions,
            wakeUps,
            Clock.systemUTC())
        .keep();

    assertThat(Long.parseLong(rows().query(run, Merchant.STORE))).isEqualTo(before + 1);
    awaitFollowed();
    assertThat(shop.merchant().awaitImport().path("failed").asInt()).isZero();
  }

  @Test
  void anEditThatIsTakenBackAtOnceLeavesNothingOfItself() throws Exception {
    JsonNode product = shop.tracked(1);
    BigDecimal price = shop.price(product);
    Files.writeString(file, usual.replace("percent: \"10\"", "percent: \"55\""));
    within(20)
        .until(
            () ->
                tenants.connection(Merchant.CONNECTION).orElseThrow().prices().percent().intValue()
                    == 55);
    Files.writeString(file, usual);
    within(20)
        .until(
            () ->
                tenants.connection(Merchant.CONNECTION).orElseThrow().prices().percent().intValue()
                    == 10);
    within(30).untilAsserted(() -> assertThat(shop.price(product)).isEqualByComparingTo(price));
    awaitFollowed();
    assertThat(shop.merchant().awaitImport().path("failed").asInt()).isZero();
    rows().awaitQuiet();
    assertThat(shop.price(product)).isEqualByComparingTo(price);
  }

  private String state(JsonNode product) {
    return shop.merchant().listing(Platforms.id(product)).path("state").asText();
  }

  /** Until the service follows the file as it is. */
  private void awaitFollowed() {
    within(20)
        .until(
            () ->
                rows()
                    .query(
                        "select count(*) from rules_followed r join tenant_file f"
                            + " on r.version = f.text_hash where f.tenant = 'testco'"
                            + " and sha2(?, 256) = f.text_hash and r.connection_id = 'testco-uk'",
                        Files.readString(file))
                    .equals("1"));
  }

  private Rows rows() {
    return new Rows(database);
  }
}
