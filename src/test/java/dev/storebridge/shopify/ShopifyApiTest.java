package dev.storebridge.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.StockLevel;
import dev.storebridge.commerce.Variant;
import dev.storebridge.contract.TroubleServer.Received;
import dev.storebridge.contract.TroubleServer.Reply;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreProfile;
import dev.storebridge.platform.Urgency;
import dev.storebridge.resilience.GuardedCall;
import dev.storebridge.resilience.Guards;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire, and what the guard is told. */
class ShopifyApiTest {

  private static final String SHOP =
      "{\"shop\":{\"myshopifyDomain\":\"acme.myshopify.com\",\"name\":\"Acme\","
          + "\"currencyCode\":\"GBP\"}}";
  private static final StoreProfile ACME =
      new StoreProfile("acme.myshopify.com", "Acme", new CurrencyCode("GBP"));

  private final StubbedShopify shopify;

  ShopifyApiTest() throws IOException {
    shopify = new StubbedShopify();
  }

  @AfterEach
  void stop() {
    shopify.close();
  }

  @Test
  void asksTheVersionWeSpeakWithTheTokenOfTheMoment() {
    shopify.data("Shop", SHOP);
    assertThat(profile()).isEqualTo(ACME);
    Received request = shopify.server.received().getFirst();
    assertThat(request.uri().getPath()).isEqualTo("/admin/api/2026-10/graphql.json");
    assertThat(header(request, "X-Shopify-Access-Token")).isEqualTo("shpat_first");
    assertThat(header(request, "Content-Type")).isEqualTo("application/json");
  }

  @Test
  void tellsTheGuardWhatACallCostsAndWhatIsLeft() {
    shopify.replies(
        "Shop",
        Reply.json(
            200,
            "{\"data\":"
                + SHOP
                + ",\"extensions\":{\"cost\":{\"requestedQueryCost\":1,\"throttleStatus\":"
                + "{\"maximumAvailable\":2000,\"currentlyAvailable\":1999,\"restoreRate\":100}}}}"));
    profile();
    assertThat(shopify.guards.calls())
        .singleElement()
        .satisfies(call -> assertThat(call.cost()).isEqualTo(1));
    assertThat(shopify.guards.budgets()).containsExactly(new Guards.Budget(1999, 2000, 100));
  }

  @Test
  void tellsTheGuardWhatIsLeftOfAnEmptyBucketToo() {
    shopify.replies(
        "Shop",
        Reply.json(
            200,
            "{\"errors\":[{\"extensions\":{\"code\":\"THROTTLED\"}}],\"extensions\":{\"cost\":"
                + "{\"requestedQueryCost\":50,\"throttleStatus\":{\"maximumAvailable\":2000,"
                + "\"currentlyAvailable\":12,\"restoreRate\":100}}}}"));
    assertThat(fault().failure()).isEqualTo(Failure.SLOW_DOWN);
    assertThat(shopify.guards.budgets()).containsExactly(new Guards.Budget(12, 2000, 100));
  }

  @Test
  void repeatsACallOnceWithTheNextToken() {
    shopify.replies("Shop", Reply.json(401, "{}"), Reply.json(200, "{\"data\":" + SHOP + "}"));
    assertThat(profile()).isEqualTo(ACME);
    assertThat(shopify.tokens.refused()).containsExactly(new Secret("shpat_first"));
    assertThat(header(shopify.server.received().get(1), "X-Shopify-Access-Token"))
        .isEqualTo("shpat_second");
  }

  @Test
  void asksForConsentWhenTheNextTokenIsRefusedToo() {
    shopify.replies("Shop", Reply.json(401, "{}"));
    assertThat(fault().failure()).isEqualTo(Failure.RE_AUTHORISE);
    assertThat(shopify.asked("Shop")).isEqualTo(2);
    assertThat(shopify.tokens.refused()).hasSize(1);
  }

  @Test
  void carriesTheRequestsIdIntoTheFault() {
    shopify.server.answer(
        request -> true,
        new Reply(500, Map.of("x-request-id", "req-4711"), new byte[] {' '}, false));
    assertThat(fault().requestId()).isEqualTo("req-4711");
  }

  @Test
  void readsEveryVariantAndEveryLocationOfALargeProduct() {
    shopify.data("Products", "{\"nodes\":[" + product(1, true, 0, 1, 2) + ",null]}");
    shopify.data(
        "ProductVariants",
        "{\"product\":" + product(1, true, 0, 3, 4) + "}",
        "{\"product\":" + product(1, false, 1, 5) + "}");
    shopify.data(
        "StockLevels",
        "{\"inventoryItem\":{\"inventoryLevels\":{\"nodes\":["
            + level(12, 5)
            + "],"
            + "\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":null}}}}");
    List<Product> products =
        shopify.storefront.products(shopify.store(), List.of("1", "2"), Set.of());
    assertThat(products).hasSize(1);
    assertThat(products.getFirst().variants())
        .extracting(Variant::id)
        .containsExactly("1", "2", "3", "4", "5");
    assertThat(products.getFirst().variants().getLast().stock())
        .isEqualTo(new Stock.Counted(List.of(new StockLevel("11", 2), new StockLevel("12", 5))));
    assertThat(shopify.asked("StockLevels")).isEqualTo(1);
  }

  @Test
  void addsNoVariantTwiceWhenItsPageRepeats() {
    shopify.data("Products", "{\"nodes\":[" + product(1, true, 0, 1, 2) + "]}");
    shopify.data("ProductVariants", "{\"product\":" + product(1, true, 0, 1, 2) + "}");
    PlatformException fault =
        catchThrowableOfType(
            PlatformException.class,
            () -> shopify.storefront.products(shopify.store(), List.of("1"), Set.of()));
    assertThat(fault.explanation().code()).isEqualTo("repeated-page");
  }

  @Test
  void readsProductsInBoundedBatchesForContent() {
    shopify.data("Products", "{\"nodes\":[]}");
    List<String> ids = IntStream.rangeClosed(1, 60).mapToObj(Integer::toString).toList();
    shopify.storefront.products(shopify.store(), ids, Set.of());
    assertThat(shopify.guards.calls()).hasSize(3);
    assertThat(shopify.guards.calls())
        .extracting(GuardedCall::urgency)
        .containsOnly(Urgency.CONTENT);
  }

  @Test
  void refusesToSendAFieldNameThatIsNone() {
    PlatformException fault =
        catchThrowableOfType(
            PlatformException.class,
            () ->
                shopify.storefront.products(
                    shopify.store(), List.of("1"), Set.of("metafield:a b")));
    assertThat(fault.failure()).isEqualTo(Failure.MERCHANT_FIX);
    assertThat(shopify.server.received()).isEmpty();
  }

  private StoreProfile profile() {
    return shopify.storefront.profile(shopify.store());
  }

  private PlatformException fault() {
    return catchThrowableOfType(PlatformException.class, this::profile);
  }

  private static String header(Received request, String name) {
    return request.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().getFirst())
        .findFirst()
        .orElse("");
  }

  /** A product whose last so many variants have more stock levels than fit a page. */
  private static String product(int id, boolean more, int manyLevels, int... variants) {
    String nodes =
        IntStream.range(0, variants.length)
            .mapToObj(i -> variant(variants[i], i >= variants.length - manyLevels))
            .collect(Collectors.joining(","));
    return """
        {"id":"gid://shopify/Product/%d","title":"P","status":"ACTIVE","updatedAt":"2026-11-20T09:30:00Z",
         "variants":{"nodes":[%s],"pageInfo":{"hasNextPage":%s,"endCursor":"c%d"}}}
        """
        .formatted(id, nodes, more, variants[0]);
  }

  private static String variant(int id, boolean moreLevels) {
    return """
        {"id":"gid://shopify/ProductVariant/%d","position":%d,"price":"1.00",
         "inventoryItem":{"id":"gid://shopify/InventoryItem/%d","tracked":true,
           "inventoryLevels":{"nodes":[%s],"pageInfo":{"hasNextPage":%s,"endCursor":"l"}}}}
        """
        .formatted(id, id, id, level(11, 2), moreLevels);
  }

  private static String level(int location, int available) {
    return """
        {"id":"gid://shopify/InventoryLevel/%d","location":{"id":"gid://shopify/Location/%d"},
         "quantities":[{"name":"available","quantity":%d}]}
        """
        .formatted(location, location, available);
  }
}
