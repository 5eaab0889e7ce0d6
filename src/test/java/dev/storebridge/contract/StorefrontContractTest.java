package dev.storebridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.StockLevel;
import dev.storebridge.contract.TroubleServer.Received;
import dev.storebridge.contract.TroubleServer.Reply;
import dev.storebridge.platform.Capability;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.ImageFile;
import dev.storebridge.platform.Location;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreProfile;
import dev.storebridge.platform.Storefront;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every storefront promises, tried over real HTTP against the platform's sandbox with trouble
 * in between.
 */
public abstract class StorefrontContractTest {

  private static final String NO_SUCH_PRODUCT = "999999999999";

  /** The adapter, its calls going through {@link #server()}. */
  protected abstract Storefront storefront();

  protected abstract StoreAccount store();

  /** The server that stands before the sandbox. */
  protected abstract TroubleServer server();

  protected abstract StoreProfile expectedProfile();

  /** The ids of every product in the sandbox. */
  protected abstract Set<String> expectedProductIds();

  /** What the platform answers to one call too many. */
  protected abstract Reply throttled();

  /** What the platform answers to a token that it does not take. */
  protected abstract Reply unauthorised();

  /** Gives a product of the sandbox another title. */
  protected abstract void changeTitle(String productId);

  /** Makes the server repeat the first page of the catalogue for ever. */
  protected abstract void repeatFirstPage();

  /** True when the tokens of the platform can be renewed without the merchant. */
  protected abstract boolean renewsTokens();

  @Test
  void saysWhatTheStoreIs() {
    assertThat(storefront().profile(store())).isEqualTo(expectedProfile());
  }

  @Test
  void handsOverEveryProductOfTheCatalogueOnce() {
    assertThat(catalogue())
        .extracting(Product::id)
        .containsExactlyInAnyOrderElementsOf(expectedProductIds());
  }

  @Test
  void readsTheSameProductsByTheirIdsAndLeavesOutWhatDoesNotExist() {
    List<Product> some = catalogue().subList(0, 3);
    List<String> ids = new ArrayList<>(some.stream().map(Product::id).toList());
    ids.add(NO_SUCH_PRODUCT);
    assertThat(storefront().products(store(), ids, Set.of()))
        .containsExactlyInAnyOrderElementsOf(some);
  }

  @Test
  void namesEveryProductThatChangedSinceAndNoneOfThoseThatDidNot() {
    List<String> all = changedSince(Instant.EPOCH);
    assertThat(all).containsExactlyInAnyOrderElementsOf(expectedProductIds());
    assertThat(changedSince(Instant.now().plus(Duration.ofDays(1)))).isEmpty();
    Instant before = Instant.now();
    String changed = catalogue().get(2).id();
    changeTitle(changed);
    assertThat(changedSince(before)).contains(changed).doesNotHaveDuplicates();
  }

  private List<String> changedSince(Instant since) {
    List<String> ids = new ArrayList<>();
    storefront().productsChangedSince(store(), since, ids::addAll);
    return ids;
  }

  @Test
  void readsNothingWhenAskedForNothing() {
    assertThat(storefront().products(store(), Set.of(), Set.of())).isEmpty();
    assertThat(server().received()).isEmpty();
  }

  @Test
  void givesEveryVariantAnIdAndOneValueForEachOption() {
    assertThat(catalogue())
        .isNotEmpty()
        .allSatisfy(
            product ->
                assertThat(product.variants())
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allSatisfy(
                        variant -> {
                          assertThat(variant.id()).matches("[A-Za-z0-9_-]+");
                          assertThat(variant.options()).hasSameSizeAs(product.options());
                        }));
  }

  @Test
  void countsStockAtLocationsThatItLists() {
    List<String> known = storefront().locations(store()).stream().map(Location::id).toList();
    if (!storefront().capabilities().contains(Capability.MULTI_LOCATION)) {
      known = List.of("0");
    }
    assertThat(catalogue())
        .flatExtracting(Product::variants)
        .extracting(variant -> variant.stock())
        .filteredOn(Stock.Counted.class::isInstance)
        .flatExtracting(stock -> ((Stock.Counted) stock).levels())
        .extracting(level -> ((StockLevel) level).locationId())
        .isNotEmpty()
        .isSubsetOf(known);
  }

  @Test
  void endsWhenAPageRepeats() {
    repeatFirstPage();
    PlatformException fault = fault(this::catalogue);
    assertThat(fault.failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(fault.explanation().cause()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 502, 503})
  void takesAPageThatIsNotTheApisForAPassingFault(int status) {
    server().answer(StorefrontContractTest::any, 1, request -> Reply.html(status));
    assertThat(faultOfProfile().failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(storefront().profile(store())).isEqualTo(expectedProfile());
  }

  @Test
  void takesAnAnswerThatIsCutOffForAPassingFault() {
    server()
        .answer(
            StorefrontContractTest::any,
            1,
            request -> Reply.json(200, "{\"data\":{\"sh").thatIsCutOff());
    assertThat(faultOfProfile().failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(storefront().profile(store())).isEqualTo(expectedProfile());
  }

  @Test
  void takesTruncatedJsonForAPassingFault() {
    server().answer(StorefrontContractTest::any, 1, request -> Reply.json(200, "{\"data\":{\"sh"));
    assertThat(faultOfProfile().failure()).isEqualTo(Failure.RETRY_LATER);
  }

  @Test
  void slowsDownWhenThePlatformAsksForIt() {
    server().answer(StorefrontContractTest::any, 1, request -> throttled());
    PlatformException fault = faultOfProfile();
    assertThat(fault.failure()).isEqualTo(Failure.SLOW_DOWN);
    assertThat(fault.retryAfter()).isPresent();
  }

  @Test
  void goesOnWithAFreshTokenWhereThereCanBeOne() {
    server().answer(StorefrontContractTest::any, 1, request -> unauthorised());
    if (renewsTokens()) {
      assertThat(storefront().profile(store())).isEqualTo(expectedProfile());
    } else {
      assertThat(faultOfProfile().failure()).isEqualTo(Failure.RE_AUTHORISE);
    }
  }

  @Test
  void asksForConsentWhenEveryTokenIsRefused() {
    server().answer(StorefrontContractTest::any, unauthorised());
    assertThat(faultOfProfile().failure()).isEqualTo(Failure.RE_AUTHORISE);
  }

  @Test
  void downloadsAPictureWithItsSize() throws IOException {
    byte[] jpeg = jpeg(640, 480);
    ImageFile file = download(Reply.bytes(200, "image/jpeg", jpeg));
    assertThat(file.bytes()).isEqualTo(jpeg);
    assertThat(file.mediaType()).isEqualTo("image/jpeg");
    assertThat(file.width()).isEqualTo(640);
    assertThat(file.height()).isEqualTo(480);
  }

  @Test
  void refusesWhatOnlyClaimsToBeAPicture() {
    PlatformException fault =
        fault(() -> download(Reply.of(200, "image/jpeg", "<svg>not a photograph at all</svg>")));
    assertThat(fault.failure()).isEqualTo(Failure.MERCHANT_FIX);
    assertThat(fault.explanation().fix()).isNotBlank();
  }

  @Test
  void refusesAPictureOfMoreThanTenMegabytes() {
    byte[] large = new byte[10 * 1024 * 1024 + 1];
    assertThat(fault(() -> download(Reply.bytes(200, "image/jpeg", large))).failure())
        .isEqualTo(Failure.MERCHANT_FIX);
  }

  @Test
  void refusesAPictureThatIsGone() {
    assertThat(fault(() -> download(Reply.html(404))).failure()).isEqualTo(Failure.MERCHANT_FIX);
  }

  @Test
  void triesAPictureAgainWhenItsServerFails() {
    assertThat(fault(() -> download(Reply.html(503))).failure()).isEqualTo(Failure.RETRY_LATER);
  }

  protected final List<Product> catalogue() {
    List<Product> products = new ArrayList<>();
    storefront().readCatalogue(store(), Set.of(), products::addAll);
    return products;
  }

  private ImageFile download(Reply reply) {
    server().answer(request -> request.uri().getPath().equals("/a-picture"), reply);
    return storefront().download(store(), new Image(server().uri() + "/a-picture", ""));
  }

  private PlatformException faultOfProfile() {
    return fault(() -> storefront().profile(store()));
  }

  private static PlatformException fault(ThrowingCallable call) {
    return catchThrowableOfType(PlatformException.class, call);
  }

  private static boolean any(Received request) {
    return true;
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", out);
    return out.toByteArray();
  }
}
