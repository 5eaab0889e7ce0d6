package dev.storebridge.tiktokshop;

import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.Offer;
import dev.storebridge.commerce.OptionValue;
import dev.storebridge.commerce.Parcel;
import dev.storebridge.commerce.Weight;
import dev.storebridge.contract.MovableClock;
import dev.storebridge.contract.Pictures;
import dev.storebridge.contract.RemoteChannel;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.CreatedListing;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.ImageUse;
import dev.storebridge.platform.ListingDraft;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.UploadedImage;
import dev.storebridge.platform.Uploads;
import dev.storebridge.resilience.Guards;
import dev.storebridge.resilience.HttpEgress;
import dev.storebridge.sandbox.tiktok.Fault;
import dev.storebridge.sandbox.tiktok.FaultKind;
import dev.storebridge.sandbox.tiktok.TikTokApp;
import dev.storebridge.sandbox.tiktok.TikTokSandbox;
import dev.storebridge.sandbox.tiktok.TikTokSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A British shop of the simulated TikTok Shop, and the adapter in front of it. */
final class SandboxShop implements RemoteChannel, Credentials, AutoCloseable {

  static final ShopAccount SHOP = ScriptedTikTok.SHOP;

  private static final TikTokApp APP = TikTokApp.sandbox();
  private static final AppKeys KEYS =
      new AppKeys(
          "default", APP.key(), new Secret(APP.secret()), APP.serviceId(), Optional.empty());

  private final MovableClock clock = new MovableClock(Instant.now());
  private final TikTokSandbox sandbox =
      TikTokSandbox.start(TikTokSettings.defaults().withClock(clock));
  private final AtomicInteger refreshes = new AtomicInteger();
  private final TikTokShopChannel channel;
  private final TikTokSubscriptions subscriptions;
  private final TikTokAftersales aftersales;
  private volatile Secret token = issue();

  SandboxShop(Guards guards) {
    TikTokErrors errors = new TikTokErrors(clock);
    TikTokClock time = new TikTokClock(clock);
    TikTokConfig config = ScriptedTikTok.config(URI.create(sandbox.apiUrl()));
    TikTokApi api = new TikTokApi(config, guards, new HttpEgress(true), this, errors, time);
    subscriptions = new TikTokSubscriptions(api);
    aftersales = new TikTokAftersales(api, time, config);
    channel =
        new TikTokShopChannel(
            api,
            new TikTokSearch(api, time),
            new TikTokOrders(api, time),
            new TikTokReferences(api, errors),
            new TikTokParcels(api),
            errors);
  }

  TikTokShopChannel channel() {
    return channel;
  }

  TikTokSubscriptions subscriptions() {
    return subscriptions;
  }

  TikTokAftersales aftersales() {
    return aftersales;
  }

  TikTokSandbox sandbox() {
    return sandbox;
  }

  /** Lets the shop's time pass. */
  void forward(Duration time) {
    clock.forward(time);
  }

  private Secret issue() {
    return new Secret(sandbox.control().authorise(APP, SHOP.id()).access());
  }

  @Override
  public StoreAccess store(StoreAccount store) {
    throw new IllegalStateException("a channel asks for no store");
  }

  @Override
  public ShopAccess shop(ShopAccount shop) {
    return new ShopAccess(KEYS, token, "ROW_cipher" + shop.id());
  }

  @Override
  public void refused(AccountId account, Secret refused) {
    if (refused.equals(token)) {
      refreshes.incrementAndGet();
      token = issue();
    }
  }

  @Override
  public void next(Trouble trouble) {
    sandbox.control().switchOn(fault(trouble));
  }

  private static Fault fault(Trouble trouble) {
    return switch (trouble) {
      case TOO_MANY_REQUESTS -> Fault.times(FaultKind.TOO_MANY_REQUESTS, 1);
      case TOO_MANY_REQUESTS_WAIT_SEVEN_SECONDS ->
          Fault.times(FaultKind.TOO_MANY_REQUESTS, 1).withRetryAfter(7);
      case ERROR_PAGE -> Fault.times(FaultKind.SERVER_ERROR, 1);
      case DONE_BUT_ERROR_PAGE -> Fault.times(FaultKind.DONE_BUT_500, 1);
      case RESET_BEFORE_IT_WAS_DONE -> Fault.times(FaultKind.RESET_BEFORE, 1);
      case RESET_AFTER_IT_WAS_DONE -> Fault.times(FaultKind.RESET_AFTER, 1);
      case DONE_BUT_CUT_OFF -> Fault.times(FaultKind.TRUNCATED_JSON, 1);
      case PAGE_REPEATS -> Fault.always(FaultKind.REPEATING_PAGE);
    };
  }

  @Override
  public void endReviews() {
    clock.forward(Duration.ofSeconds(10));
  }

  @Override
  public void refuseNextReview() {
    sandbox.control().switchOn(Fault.times(FaultKind.REFUSE_REVIEW, 1).withPattern("."));
  }

  @Override
  public void expireTokens() {
    sandbox.control().expireAccessTokens();
  }

  @Override
  public int refreshes() {
    return refreshes.get();
  }

  @Override
  public Listing listing(String productId, List<String> skus) {
    return new Listing(
        productId,
        "A mug for everybody",
        "<p>Holds tea.</p>",
        List.of(),
        "600942",
        Optional.empty(),
        List.of(new Image("https://store.example/mug.png", "")),
        List.of(),
        new Parcel(Optional.of(new Weight(new BigDecimal("350"))), Optional.empty()),
        skus.stream().map(SandboxShop::offer).toList());
  }

  /** The id of an offer that can be bought. */
  String onSale() {
    Listing desired = listing("p1", List.of("A"));
    Map<Uploads.Key, UploadedImage> images = new HashMap<>();
    for (Image image : desired.images()) {
      images.put(
          new Uploads.Key(ImageUse.MAIN, image.url()),
          channel.upload(SHOP, ImageUse.MAIN, Pictures.png(600, 600)));
    }
    CreatedListing made =
        channel.create(SHOP, new ListingDraft(desired, new Uploads(images), false, "key"));
    endReviews();
    return made.offerIds().get("A");
  }

  private static Offer offer(String sku) {
    return new Offer(
        "v-" + sku,
        sku,
        Optional.empty(),
        List.of(new OptionValue("Style", "Style " + sku)),
        Money.of("12.50", "GBP"),
        Optional.empty(),
        Map.of("7000000000000000021", 5, "7000000000000000022", 3),
        Optional.empty());
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
