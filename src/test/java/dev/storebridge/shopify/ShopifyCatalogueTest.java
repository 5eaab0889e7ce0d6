package dev.storebridge.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.commerce.Product;
import dev.storebridge.contract.TroubleServer.Reply;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a catalogue is read: by pages or by an export, and from the one to the other. */
class ShopifyCatalogueTest {

  private static final String STARTED =
      "{\"bulkOperationRunQuery\":{\"bulkOperation\":{\"id\":\"gid://shopify/BulkOperation/1\","
          + "\"status\":\"CREATED\"},\"userErrors\":[]}}";
  private static final String BUSY =
      "{\"bulkOperationRunQuery\":{\"bulkOperation\":null,\"userErrors\":[{\"field\":null,"
          + "\"message\":\"busy\",\"code\":\"OPERATION_IN_PROGRESS\"}]}}";

  private final StubbedShopify shopify;

  ShopifyCatalogueTest() throws IOException {
    shopify = new StubbedShopify();
  }

  @BeforeEach
  void aStoreWithTwoProducts() {
    shopify.data("ProductIds", ids(false, "a", 1, 2));
    shopify.data("Products", products(1, 2));
  }

  @AfterEach
  void stop() {
    shopify.close();
  }

  @Test
  void readsASmallCatalogueByPagesInBatches() {
    shopify.data("ProductsCount", "{\"productsCount\":{\"count\":250}}");
    shopify.data(
        "ProductIds",
        ids(true, "a", IntStream.rangeClosed(1, 30).toArray()),
        ids(false, "b", IntStream.rangeClosed(31, 40).toArray()));
    shopify.data("Products", products(1, 2), products(3));
    assertThat(read()).containsExactly("1", "2", "3");
    assertThat(shopify.asked("ProductIds")).isEqualTo(2);
    assertThat(shopify.asked("Products")).isEqualTo(2);
    assertThat(shopify.asked("BulkRun")).isZero();
  }

  @Test
  void readsALargeCatalogueFromAnExport() {
    aLargeCatalogue();
    shopify.data("BulkRun", STARTED);
    shopify.data("BulkPoll", poll("CREATED", 0), poll("RUNNING", 1), poll("COMPLETED", 3));
    file(row(7) + row(8) + row(9));
    assertThat(read()).containsExactly("7", "8", "9");
    assertThat(shopify.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofMillis(1500));
    assertThat(shopify.asked("ProductIds")).isZero();
  }

  @Test
  void anEmptyExportIsAnEmptyCatalogue() {
    aLargeCatalogue();
    shopify.data("BulkRun", STARTED);
    shopify.data(
        "BulkPoll",
        "{\"bulkOperation\":{\"status\":\"COMPLETED\",\"rootObjectCount\":\"0\",\"url\":null}}");
    assertThat(read()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "CANCELED", "EXPIRED"})
  void fallsBackToPagesWhenTheExportEndsOtherwise(String status) {
    aLargeCatalogue();
    shopify.data("BulkRun", STARTED);
    shopify.data("BulkPoll", poll(status, 0));
    assertThat(read()).containsExactly("1", "2");
  }

  @Test
  void fallsBackToPagesWhenOtherExportsKeepThePlacesTaken() {
    aLargeCatalogue();
    shopify.data("BulkRun", BUSY);
    assertThat(read()).containsExactly("1", "2");
    assertThat(shopify.asked("BulkRun")).isEqualTo(6);
    assertThat(shopify.pauses).hasSize(5);
  }

  @Test
  void waitsForAPlaceAmongTheExports() {
    aLargeCatalogue();
    shopify.data("BulkRun", BUSY, STARTED);
    shopify.data("BulkPoll", poll("COMPLETED", 1));
    file(row(7));
    assertThat(read()).containsExactly("7");
  }

  @Test
  void cancelsAnExportThatNeverEnds() {
    aLargeCatalogue();
    shopify.data("BulkRun", STARTED);
    shopify.data("BulkPoll", poll("RUNNING", 1));
    shopify.data("BulkCancel", "{\"bulkOperationCancel\":{}}");
    assertThat(read()).containsExactly("1", "2");
    assertThat(shopify.asked("BulkCancel")).isEqualTo(1);
    assertThat(shopify.pauses).last().isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void trustsNoExportThatLacksProducts() {
    aLargeCatalogue();
    shopify.data("BulkRun", STARTED);
    shopify.data("BulkPoll", poll("COMPLETED", 3));
    file(row(7) + row(8));
    assertThat(read()).containsExactly("1", "2");
  }

  @Test
  void handsNothingOverOfAnExportThatBreaksOff() {
    aLargeCatalogue();
    shopify.data("BulkRun", STARTED);
    shopify.data("BulkPoll", poll("COMPLETED", 2));
    shopify.server.answer(
        request -> request.uri().getPath().equals("/export"),
        Reply.of(200, "application/jsonl", row(7)).thatIsCutOff());
    assertThat(faultOfReading().failure()).isEqualTo(Failure.RETRY_LATER);
  }

  @Test
  void waitsForTheBucketInsteadOfStartingAllOver() {
    shopify.data("ProductsCount", "{\"productsCount\":{\"count\":2}}");
    shopify.replies(
        "Products",
        Reply.json(
            200,
            "{\"errors\":[{\"extensions\":{\"code\":\"THROTTLED\"}}],\"extensions\":{\"cost\":"
                + "{\"requestedQueryCost\":264,\"throttleStatus\":{\"maximumAvailable\":2000,"
                + "\"currentlyAvailable\":14,\"restoreRate\":50}}}}"),
        Reply.json(200, "{\"data\":" + products(1, 2) + "}"));
    assertThat(read()).containsExactly("1", "2");
    assertThat(shopify.pauses).containsExactly(Duration.ofSeconds(5));
    assertThat(shopify.asked("ProductIds")).isEqualTo(1);
  }

  @Test
  void endsWhenAPageOfIdsRepeats() {
    shopify.data("ProductsCount", "{\"productsCount\":{\"count\":3}}");
    shopify.data("ProductIds", ids(true, "a", 1, 2));
    PlatformException fault = faultOfReading();
    assertThat(fault.failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(fault.explanation().code()).isEqualTo("repeated-page");
    assertThat(shopify.asked("ProductIds")).isEqualTo(2);
  }

  @Test
  void endsWhenACursorStandsStill() {
    shopify.data("ProductsCount", "{\"productsCount\":{\"count\":4}}");
    shopify.data("ProductIds", ids(true, "a", 1, 2), ids(true, "a", 3, 4));
    assertThat(faultOfReading().explanation().code()).isEqualTo("repeated-page");
  }

  private void aLargeCatalogue() {
    shopify.data("ProductsCount", "{\"productsCount\":{\"count\":251}}");
  }

  private void file(String rows) {
    shopify.server.answer(
        request -> request.uri().getPath().equals("/export"),
        Reply.of(200, "application/jsonl", rows));
  }

  private List<String> read() {
    List<String> ids = new ArrayList<>();
    shopify.storefront.readCatalogue(
        shopify.store(), Set.of(), batch -> batch.stream().map(Product::id).forEach(ids::add));
    return ids;
  }

  private PlatformException faultOfReading() {
    return catchThrowableOfType(PlatformException.class, this::read);
  }

  private String poll(String status, int products) {
    return "{\"bulkOperation\":{\"status\":\"%s\",\"rootObjectCount\":\"%d\",\"url\":\"%s/export\"}}"
        .formatted(status, products, shopify.server.uri());
  }

  private static String ids(boolean more, String cursor, int... ids) {
    String nodes =
        IntStream.of(ids)
            .mapToObj(id -> "{\"id\":\"gid://shopify/Product/" + id + "\"}")
            .collect(Collectors.joining(","));
    return "{\"products\":{\"nodes\":[%s],\"pageInfo\":{\"hasNextPage\":%s,\"endCursor\":\"%s\"}}}"
        .formatted(nodes, more, cursor);
  }

  private static String products(int... ids) {
    return "{\"nodes\":["
        + IntStream.of(ids).mapToObj(ShopifyCatalogueTest::product).collect(Collectors.joining(","))
        + "]}";
  }

  private static String row(int id) {
    return product(id).replace("/", "\\/") + "\n";
  }

  private static String product(int id) {
    return "{\"id\":\"gid://shopify/Product/%d\",\"title\":\"P\",\"status\":\"ACTIVE\","
            .formatted(id)
        + "\"updatedAt\":\"2026-11-20T09:30:00Z\"}";
  }
}
