package dev.storebridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Listing;
import dev.storebridge.contract.RemoteChannel.Trouble;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.ChannelListing;
import dev.storebridge.platform.CreatedListing;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.ImageUse;
import dev.storebridge.platform.ListingDraft;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.UploadedImage;
import dev.storebridge.platform.Uploads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every channel has to make of faults, whatever its platform: over real HTTP. */
public abstract class ChannelFaultsContractTest {

  protected abstract Channel channel();

  protected abstract ShopAccount shop();

  protected abstract RemoteChannel remote();

  @Test
  void aRepeatingPageEndsInAFault() {
    create("p1", "A");
    remote().next(Trouble.PAGE_REPEATS);
    assertThat(fault(this::all).failure()).isEqualTo(Failure.RETRY_LATER);
  }

  @Test
  void tooManyRequestsSlowUsDown() {
    remote().next(Trouble.TOO_MANY_REQUESTS);
    PlatformException fault = fault(() -> channel().warehouses(shop()));
    assertThat(fault.failure()).isEqualTo(Failure.SLOW_DOWN);
    assertThat(fault.retryAfter()).isEmpty();
  }

  @Test
  void theWaitThatThePlatformAsksForIsHandedOn() {
    remote().next(Trouble.TOO_MANY_REQUESTS_WAIT_SEVEN_SECONDS);
    PlatformException fault = fault(() -> channel().warehouses(shop()));
    assertThat(fault.failure()).isEqualTo(Failure.SLOW_DOWN);
    assertThat(fault.retryAfter()).contains(Duration.ofSeconds(7));
  }

  @Test
  void anErrorPageInsteadOfAnAnswerIsTriedAgain() {
    remote().next(Trouble.ERROR_PAGE);
    PlatformException fault = fault(() -> channel().warehouses(shop()));
    assertThat(fault.failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(fault.outcomeUnknown()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"DONE_BUT_ERROR_PAGE", "RESET_AFTER_IT_WAS_DONE", "DONE_BUT_CUT_OFF"})
  void aListingWhoseAnswerWasLostIsFoundByItsSku(Trouble trouble) {
    Listing listing = remote().listing("p1", List.of("A"));
    ListingDraft draft = new ListingDraft(listing, uploads(listing), false, "key-p1");
    remote().next(trouble);
    PlatformException fault = fault(() -> channel().create(shop(), draft));
    assertThat(fault.failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(fault.outcomeUnknown()).isTrue();
    assertThat(channel().find(shop(), List.of("A"))).hasSize(1);
  }

  @Test
  void aConnectionLostBeforeTheWriteLeavesTheOutcomeOpen() {
    Listing listing = remote().listing("p1", List.of("A"));
    ListingDraft draft = new ListingDraft(listing, uploads(listing), false, "key-p1");
    remote().next(Trouble.RESET_BEFORE_IT_WAS_DONE);
    assertThat(fault(() -> channel().create(shop(), draft)).outcomeUnknown()).isTrue();
    assertThat(channel().find(shop(), List.of("A"))).isEmpty();
  }

  @Test
  void anExpiredTokenIsRenewedOnceAndTheCallRepeated() {
    remote().expireTokens();
    assertThat(channel().warehouses(shop())).isNotEmpty();
    assertThat(remote().refreshes()).isEqualTo(1);
  }

  final Uploads uploads(Listing listing) {
    Map<Uploads.Key, UploadedImage> images = new HashMap<>();
    for (Image image : listing.images()) {
      images.put(
          new Uploads.Key(ImageUse.MAIN, image.url()),
          channel().upload(shop(), ImageUse.MAIN, Pictures.png(400, 300)));
    }
    return new Uploads(images);
  }

  final CreatedListing create(String productId, String... skus) {
    Listing listing = remote().listing(productId, List.of(skus));
    return channel()
        .create(shop(), new ListingDraft(listing, uploads(listing), false, "key-" + productId));
  }

  final List<ChannelListing> all() {
    List<ChannelListing> all = new ArrayList<>();
    channel().list(shop(), Instant.EPOCH, all::addAll);
    return all;
  }

  static PlatformException fault(ThrowingCallable call) {
    PlatformException fault = catchThrowableOfType(PlatformException.class, call);
    assertThat(fault).as("the call was to fail").isNotNull();
    return fault;
  }
}
