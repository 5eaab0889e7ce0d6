package dev.storebridge.connect;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Authoriser;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A platform's authorisation server, in memory: codes work once, refreshing rotates both tokens,
 * the former refresh token stays good until its successor was used.
 */
class ScriptedPlatform implements Authoriser {
  private final Platform platform;
  private final Clock clock;
  private final Map<String, String> subjectsByCode = new ConcurrentHashMap<>();
  private final Map<String, List<GrantedShop>> shopsBySubject = new ConcurrentHashMap<>();
  private final Map<String, String> subjectsByRefreshToken = new ConcurrentHashMap<>();
  private final Map<String, String> subjectsByAccessToken = new ConcurrentHashMap<>();
  private final AtomicInteger counter = new AtomicInteger();
  final List<String> refreshedWith = new CopyOnWriteArrayList<>();
  volatile boolean losesAnswers;
  volatile Optional<CountDownLatch> holdsRefreshUntil = Optional.empty();

  ScriptedPlatform(Platform platform, Clock clock) {
    this.platform = platform;
    this.clock = clock;
  }

  /** A code that a seller's consent to the app {@code default} gave. */
  String code(String subject, GrantedShop... shops) {
    shopsBySubject.put(subject, List.of(shops));
    String code = "code-" + counter.incrementAndGet();
    subjectsByCode.put(code, subject);
    return code;
  }

  void revoke(String subject) {
    subjectsByRefreshToken.values().removeIf(subject::equals);
    subjectsByAccessToken.values().removeIf(subject::equals);
  }

  void forgetRefreshToken(String token) {
    subjectsByRefreshToken.remove(token);
  }

  /** With what a subject's grant was renewed; those of other tests are renewed beside it. */
  List<String> refreshesOf(String subject) {
    return refreshedWith.stream()
        .filter(token -> subject.equals(subjectsByRefreshToken.get(token)))
        .toList();
  }

  @Override
  public Platform platform() {
    return platform;
  }

  @Override
  public URI consentPage(Request request) {
    return URI.create(
        "https://consent.example/?state=%s&app=%s&region=%s"
            .formatted(request.state(), request.app().key(), request.region()));
  }

  @Override
  public Issued exchange(AppKeys app, Optional<StoreAccount> store, Map<String, String> callback) {
    if (callback.isEmpty()) {
      return issue("own-" + app.key(), false);
    }
    String subject = subjectsByCode.remove(callback.get("code"));
    if (subject == null || !app.name().matches("default|shopify")) {
      throw refused("used code");
    }
    return issue(subject, true);
  }

  @Override
  public Issued refresh(AppKeys app, Optional<StoreAccount> store, Secret refreshToken) {
    refreshedWith.add(refreshToken.reveal());
    holdsRefreshUntil.ifPresent(ScriptedPlatform::await);
    String subject = subjectsByRefreshToken.get(refreshToken.reveal());
    if (subject == null) {
      throw refused("unknown refresh token");
    }
    Issued issued = issue(subject, true);
    if (losesAnswers) {
      throw PlatformException.of(
              Failure.RETRY_LATER,
              new AccountId(platform, "app"),
              Explanation.of("connection-reset", "The answer was lost.", "", ""))
          .withUnknownOutcome();
    }
    return issued;
  }

  @Override
  public List<GrantedShop> shops(AppKeys app, Secret accessToken) {
    String subject = subjectsByAccessToken.get(accessToken.reveal());
    if (subject == null) {
      throw refused("unknown access token");
    }
    return new ArrayList<>(shopsBySubject.get(subject));
  }

  private Issued issue(String subject, boolean refreshable) {
    int number = counter.incrementAndGet();
    String access = "access-" + number;
    String refresh = "refresh-" + number;
    subjectsByAccessToken.put(access, subject);
    if (refreshable) {
      subjectsByRefreshToken.put(refresh, subject);
    }
    return new Issued(
        subject,
        "Seller " + subject,
        new Secret(access),
        clock.instant().plus(Duration.ofDays(7)),
        refreshable ? Optional.of(new Secret(refresh)) : Optional.empty(),
        refreshable ? Optional.of(clock.instant().plus(Duration.ofDays(36_000))) : Optional.empty(),
        Set.of("seller.shop.info"));
  }

  private PlatformException refused(String why) {
    return PlatformException.of(
        Failure.RE_AUTHORISE,
        new AccountId(platform, "app"),
        Explanation.of("36004005", why, "", "Consent again."));
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody let the refresh go on");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
