package dev.storebridge.tiktokshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.contract.MovableClock;
import dev.storebridge.contract.OpenGuards;
import dev.storebridge.contract.Pictures;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.ImageUse;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.resilience.HttpEgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TikTokApiTest {

  private static final ShopAccount SHOP = ScriptedTikTok.SHOP;
  private static final AppKeys APP =
      new AppKeys("default", "key", new Secret("secret"), "73", Optional.empty());

  private final ScriptedTikTok tiktok = new ScriptedTikTok();
  private final MovableClock clock = new MovableClock(Instant.now().plus(Duration.ofHours(2)));
  private final CountingTokens tokens = new CountingTokens();
  private final OpenGuards guards = new OpenGuards();
  private final TikTokErrors errors = new TikTokErrors(clock);
  private final TikTokClock time = new TikTokClock(clock);
  private final TikTokApi api =
      new TikTokApi(
          ScriptedTikTok.config(tiktok.url()), guards, new HttpEgress(true), tokens, errors, time);
  private final TikTokShopChannel channel =
      new TikTokShopChannel(
          api,
          new TikTokSearch(api, time),
          new TikTokOrders(api, time),
          new TikTokReferences(api, errors),
          new TikTokParcels(api),
          errors);

  @AfterEach
  void close() {
    tiktok.close();
  }

  @Test
  void followsTheServersClockAndTriesOnceMore() {
    tiktok.error(400, 36009004, "timestamp is invalid").data("{\"warehouses\": []}");
    assertThat(channel.warehouses(SHOP)).isEmpty();
    long first = Long.parseLong(tiktok.asked().get(0).query().get("timestamp"));
    long second = Long.parseLong(tiktok.asked().get(1).query().get("timestamp"));
    assertThat(first - second).isBetween(7190L, 7210L);
  }

  @Test
  void doesNotTryAgainWhenTheClockIsRight() {
    clock.forward(Duration.between(clock.instant(), Instant.now()));
    tiktok.error(400, 36009004, "timestamp is invalid");
    assertThat(fault(() -> channel.warehouses(SHOP)).failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(tiktok.asked()).hasSize(1);
  }

  @Test
  void asksForConsentWhenAFreshTokenIsRefusedToo() {
    tiktok.error(401, 105002, "expired").error(200, 105002, "expired");
    PlatformException fault = fault(() -> channel.warehouses(SHOP));
    assertThat(fault.failure()).isEqualTo(Failure.RE_AUTHORISE);
    assertThat(tokens.issued).isEqualTo(2);
    assertThat(tiktok.asked()).extracting(ScriptedTikTok.Asked::token).containsExactly("t1", "t2");
  }

  @Test
  void namesTheShopWhereTikTokWantsItAndNowhereElse() {
    tiktok.data("{}").data("{\"uri\": \"u\", \"url\": \"https://t/u\"}");
    channel.warehouses(SHOP);
    channel.upload(SHOP, ImageUse.MAIN, Pictures.png(1, 1));
    assertThat(tiktok.asked().get(0).query()).containsEntry("shop_cipher", "c+/=");
    assertThat(tiktok.asked().get(1).query()).doesNotContainKey("shop_cipher");
    assertThat(tiktok.asked().get(1).body()).contains("name=\"use_case\"\r\n\r\nMAIN_IMAGE\r\n");
  }

  @Test
  void deletesWithABodyInChunksOfTwenty() {
    tiktok
        .data("{}")
        .data(
            "{\"errors\": [{\"code\": 12052901, \"message\": \"no\","
                + " \"detail\": {\"product_id\": \"21\"}}]}");
    List<String> ids = IntStream.rangeClosed(1, 21).mapToObj(String::valueOf).toList();
    assertThat(channel.delete(SHOP, ids)).containsOnlyKeys("21");
    assertThat(tiktok.asked().get(0).method()).isEqualTo("DELETE");
    assertThat(tiktok.asked().get(1).body()).isEqualTo("{\"product_ids\":[\"21\"]}");
  }

  @Test
  void namesEverySkuWhoseStockWasNotTaken() {
    tiktok.data(
        """
        {"errors": [
          {"code": 12052990, "message": "Check failed", "detail": {"sku_id": "11", "extra_errors": [
            {"warehouse_id": "w9", "code": 12052097, "message": "none"}]}},
          {"code": 12052990, "message": "Check failed", "detail": {"sku_id": "12", "extra_errors": [
            {"warehouse_id": "w1", "code": 12052055, "message": "many"}]}}]}
        """);
    PlatformException fault = fault(() -> channel.updateStock(SHOP, "1", List.of()));
    assertThat(fault.failure()).isEqualTo(Failure.REPLAN);
    assertThat(fault.explanation().code()).isEqualTo("12052097");
    assertThat(fault.explanation().message())
        .isEqualTo("SKU 11 at warehouse w9: 12052097 none; SKU 12 at warehouse w1: 12052055 many");
  }

  @Test
  void cutsASearchWithTooManyHitsIntoWindowsOfTime() {
    tiktok
        .error(200, 12052180, "too many")
        .data("{\"total_count\": 10001, \"products\": [{\"id\": \"0\"}]}")
        .data("{\"products\": [{\"id\": \"1\", \"status\": \"ACTIVATE\"}]}")
        .data("{\"products\": [{\"id\": \"2\"}]}")
        .data("{\"products\": [{\"id\": \"3\"}]}");
    List<String> ids = new ArrayList<>();
    channel.list(SHOP, Instant.EPOCH, batch -> batch.forEach(listing -> ids.add(listing.id())));
    assertThat(ids).containsExactly("1", "2", "3");
    assertThat(tiktok.asked().get(0).body()).isEqualTo("{\"status\":\"ALL\"}");
    assertThat(tiktok.asked().get(1).body())
        .contains("create_time_ge\":1577836800,\"create_time_le");
    assertThat(tiktok.asked().get(4).body()).contains("create_time_ge").doesNotContain("_le");
  }

  @Test
  void searchesTenSkusAtATimeAndLeavesRemovedListingsOut() {
    tiktok
        .data(
            """
            {"products": [{"id": "1", "status": "DELETED", "skus": [{"id": "5", "seller_sku": "S1"}]},
                          {"id": "2", "status": "DRAFT", "skus": [{"id": "6", "seller_sku": "S2"}]}]}
            """)
        .data("{\"products\": []}");
    List<String> skus = IntStream.rangeClosed(1, 11).mapToObj(i -> "S" + i).toList();
    assertThat(channel.find(SHOP, skus)).singleElement().matches(found -> found.id().equals("2"));
    assertThat(tiktok.asked().get(1).body()).contains("[\"S11\"]");
  }

  @Test
  void tellsTheGuardWhatIsUrgentAndWhatChangesThings() {
    tiktok.data("{}").data("{}");
    channel.updateStock(SHOP, "1", List.of());
    channel.warehouses(SHOP);
    assertThat(guards.calls().get(0).group()).isEqualTo("stock");
    assertThat(guards.calls().get(0).urgency()).isEqualTo(Urgency.STOCK);
    assertThat(guards.calls().get(0).write()).isTrue();
    assertThat(guards.calls().get(1).write()).isFalse();
  }

  private static PlatformException fault(ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(PlatformException.class, call);
  }

  private static final class CountingTokens implements Credentials {

    private int issued = 1;

    @Override
    public StoreAccess store(StoreAccount store) {
      throw new IllegalStateException("a channel asks for no store");
    }

    @Override
    public ShopAccess shop(ShopAccount shop) {
      return new ShopAccess(APP, new Secret("t" + issued), "c+/=");
    }

    @Override
    public void refused(AccountId account, Secret token) {
      issued++;
    }
  }
}
