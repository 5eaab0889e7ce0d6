package dev.storebridge.resilience;

import dev.storebridge.commerce.Image;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.ImageFile;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Fetches the pictures of a store's products, from its own servers and from foreign ones. */
public final class PictureDownload {

  private static final int MAX_BYTES = 10 * 1024 * 1024;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Egress egress;
  private final Guards guards;
  private final Source source;

  public PictureDownload(Egress egress, Guards guards, Source source) {
    this.egress = egress;
    this.guards = guards;
    this.source = source;
  }

  /**
   * Where a platform keeps pictures.
   *
   * @param admin what a merchant calls the place where pictures are uploaded
   * @param servers the ending of the names of the platform's own servers besides the store, for
   *     example {@code .shopify.com}; empty for none
   */
  public record Source(String admin, String servers) {

    private boolean owns(StoreAccount store, String host) {
      return host.equals(store.url().getHost()) || (!servers.isEmpty() && host.endsWith(servers));
    }
  }

  /**
   * The picture, at most 10 MB.
   *
   * @throws PlatformException {@code MERCHANT_FIX} when it is none, cannot be had or is too large;
   *     {@code RETRY_LATER} and {@code SLOW_DOWN} when the store's own server fails
   */
  public ImageFile fetch(StoreAccount store, Image image) {
    HttpRequest request = request(store, image);
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
  private boolean isForeign(StoreAccount store, HttpRequest request) {
    return !source.owns(store, String.valueOf(request.uri().getHost()));
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

  private HttpRequest request(StoreAccount store, Image image) {
    try {
      return HttpRequest.newBuilder(address(store, image))
          .timeout(TIMEOUT)
          .header("Accept", "image/jpeg, image/png, image/webp, image/bmp")
          .build();
    } catch (IllegalArgumentException e) {
      throw broken(store.account(), image, "has an address that no browser could open").causedBy(e);
    }
  }

  /** Old stores name their own pictures with blanks, other letters, or without TLS. */
  private static URI address(StoreAccount store, Image image) {
    URI address = URI.create(URI.create(image.url().strip().replace(" ", "%20")).toASCIIString());
    boolean withoutTls =
        "https".equals(store.url().getScheme())
            && "http".equals(address.getScheme())
            && store.url().getHost().equals(address.getHost());
    return withoutTls ? URI.create("https" + address.toString().substring(4)) : address;
  }

  private ImageFile once(AccountId account, Image image, HttpRequest request) {
    Egress.Answer answer = egress.send(account, request, MAX_BYTES);
    int status = answer.status();
    if (status == 429 || status >= 500) {
      throw passing(account, answer);
    }
    if (status != 200) {
      throw broken(account, image, "cannot be fetched (status " + status + ")");
    }
    PictureHeader header =
        PictureHeader.of(answer.body())
            .orElseThrow(() -> broken(account, image, "is no JPEG, PNG, WEBP or BMP picture"));
    return new ImageFile(answer.body(), header.mediaType(), header.width(), header.height());
  }

  private static PlatformException passing(AccountId account, Egress.Answer answer) {
    boolean tooMany = answer.status() == 429;
    PlatformException fault =
        PlatformException.of(
            tooMany ? Failure.SLOW_DOWN : Failure.RETRY_LATER,
            account,
            Explanation.of(
                Integer.toString(answer.status()),
                tooMany
                    ? "The server of the pictures asks us to send less."
                    : "The server of the pictures could not answer.",
                "",
                "Nothing to do: it is tried again by itself."));
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> fault.retryAfter(Duration.ofSeconds(Long.parseLong(value))))
        .orElse(fault);
  }

  private PlatformException broken(AccountId account, Image image, String what) {
    return PlatformException.of(
        Failure.MERCHANT_FIX,
        account,
        Explanation.of(
            "picture",
            "The picture " + what + ".",
            image.url(),
            "Upload the picture again in "
                + source.admin()
                + ", as JPEG or PNG of at most 10 MB."));
  }
}
