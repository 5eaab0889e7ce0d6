package dev.storebridge.tiktokshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.commerce.Listing;
import dev.storebridge.contract.Pictures;
import dev.storebridge.contract.RemoteChannel.Trouble;
import dev.storebridge.platform.ImageUse;
import dev.storebridge.platform.ListingDraft;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Uploads;
import dev.storebridge.resilience.AccountGuards;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter and the real guard together: what is repeated, and what must not be. */
class TikTokBehindItsGuardTest {

  private final SandboxShop sandbox =
      new SandboxShop(
          new AccountGuards(
              (account, day, wanted, limit) -> wanted,
              (account, group, rejected) -> {},
              new SimpleMeterRegistry(),
              Clock.systemUTC(),
              Duration.ofSeconds(10)));

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aReadIsRepeatedAfterAnErrorPageAndAfterTooManyRequests() {
    sandbox.next(Trouble.ERROR_PAGE);
    assertThat(sandbox.channel().warehouses(SandboxShop.SHOP)).isNotEmpty();
    sandbox.next(Trouble.TOO_MANY_REQUESTS);
    assertThat(sandbox.channel().warehouses(SandboxShop.SHOP)).isNotEmpty();
  }

  @Test
  void aCreateWhoseAnswerWasLostIsNotRepeated() {
    Listing listing = sandbox.listing("p1", List.of("A"));
    Uploads uploads =
        new Uploads(
            Map.of(
                new Uploads.Key(ImageUse.MAIN, listing.images().get(0).url()),
                sandbox.channel().upload(SandboxShop.SHOP, ImageUse.MAIN, Pictures.png(400, 400))));
    sandbox.next(Trouble.DONE_BUT_ERROR_PAGE);
    PlatformException fault =
        catchThrowableOfType(
            PlatformException.class,
            () ->
                sandbox
                    .channel()
                    .create(SandboxShop.SHOP, new ListingDraft(listing, uploads, false, "k")));
    assertThat(fault.outcomeUnknown()).isTrue();
    assertThat(sandbox.sandbox().control().calls("POST /product/202309/products")).hasSize(1);
  }
}
