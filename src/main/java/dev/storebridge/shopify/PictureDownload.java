package dev.storebridge.shopify;

import dev.storebridge.commerce.Image;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.ImageFile;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.resilience.Egress;
import dev.storebridge.resilience.GuardedCall;
import dev.storebridge.resilience.Guards;
import dev.storebridge.resilience.PictureHeader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Fetches pictures from Shopify's image servers, which have already converted them. */
final class PictureDownload {

  private static final int MAX_BYTES = 10 * 1024 * 1024;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Egress egress;
  private final Guards guards;

  PictureDownload(Egress egress, Guards guards) {
    this.egress = egress;
    this.guards = guards;
  }

  ImageFile fetch(StoreAccount store, Image image) {
    HttpRequest request = request(store.account(), image);
    return guards.call(
        store.account(),
        store.limits(),
        new GuardedCall<>(
            "image",
            Urgency.NEW_LISTING,
            0,
            false,
            TIMEOUT,
            () -> {
              try {
                return once(store.account(), image, request);
              } catch (PlatformException e) {
                throw isForeign(store, request) ? foreign(store.account(), image, e) : e;
              }
            }));
  }

  /** True for a picture of a description that lies on a server of somebody else. */
  private static boolean isForeign(StoreAccount store, HttpRequest request) {
    String host = String.valueOf(request.uri().getHost());
    return !host.equals(store.url().getHost()) && !host.endsWith(".shopify.com");
  }

  /** The store is not to blame for a server that it does not run, nor will it mend by itself. */
  private static PlatformException foreign(
      AccountId account, Image image, PlatformException fault) {
    return fault.failure() != Failure.RETRY_LATER
        ? fault
        : PlatformException.of(
                Failure.MERCHANT_FIX,
                account,
                Explanation.of(
                    "picture",
                    "A picture of the description lies on another server, which does not give it: "
                        + fault.explanation().cause()
                        + ".",
                    image.url(),
                    "Upload the picture to the store, or take it out of the description."))
            .causedBy(fault);
  }

  private static HttpRequest request(AccountId account, Image image) {
    try {
      return HttpRequest.newBuilder(URI.create(image.url()))
          .timeout(TIMEOUT)
          .header("Accept", "image/jpeg, image/png, image/webp, image/bmp")
          .build();
    } catch (IllegalArgumentException e) {
      throw broken(account, image, "has an address that no browser could open").causedBy(e);
    }
  }

  private ImageFile once(AccountId account, Image image, HttpRequest request) {
    Egress.Answer answer = egress.send(account, request, MAX_BYTES);
    int status = answer.status();
    if (status == 429 || status >= 500) {
      ShopifyErrors.checkStatus(account, answer);
    }
    if (status != 200) {
      throw broken(account, image, "cannot be fetched (status " + status + ")");
    }
    PictureHeader header =
        PictureHeader.of(answer.body())
            .orElseThrow(() -> broken(account, image, "is no JPEG, PNG, WEBP or BMP picture"));
    return new ImageFile(answer.body(), header.mediaType(), header.width(), header.height());
  }

  private static PlatformException broken(AccountId account, Image image, String what) {
    return PlatformException.of(
        Failure.MERCHANT_FIX,
        account,
        Explanation.of(
            "picture",
            "The picture " + what + ".",
            image.url(),
            "Upload the picture again in the Shopify admin, as JPEG or PNG of at most 10 MB."));
  }
}
