package dev.storebridge.connect;

import dev.storebridge.connect.SubscriptionBook.End;
import dev.storebridge.connect.SubscriptionBook.Turn;
import dev.storebridge.connect.SubscriptionPlan.Knowledge;
import dev.storebridge.platform.Account;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Destination;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sees to it that an account tells us of what we want to know: registers what is missing, switches
 * on what the platform switched off, and says so where it cannot.
 */
@ApplicationScoped
class SubscriptionCheck {
  private static final Logger LOG = Logger.getLogger(SubscriptionCheck.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** An account that does not answer is a problem of its own before this many tries. */
  private static final int TRIES_IN_SILENCE = 5;

  private final Instance<Subscriptions> platforms;
  private final WebhookDestinations destinations;
  private final SubscriptionBook book;
  private final SubscriptionProblems problems;
  private final AccountStates states;
  private final Clock clock;

  SubscriptionCheck(
      @Any Instance<Subscriptions> platforms,
      WebhookDestinations destinations,
      SubscriptionBook book,
      SubscriptionProblems problems,
      AccountStates states,
      Clock clock) {
    this.platforms = platforms;
    this.destinations = destinations;
    this.book = book;
    this.problems = problems;
    this.states = states;
    this.clock = clock;
  }

  /**
   * Looks at an account, unless somebody has done so.
   *
   * @param since what was looked at before does not count
   * @return when it is to be looked at again
   */
  Instant check(Watched watched, Instant since) {
    Optional<Destination> destination = destinations.of(watched.account());
    if (destination.isEmpty()) {
      Instant next = clock.instant().plus(LONGEST_PAUSE);
      problems.state(watched, Map.of("anything", noAddress()), Optional.of(next));
      return next;
    }
    return switch (book.begin(watched.key(), hash(destination.get()), since)) {
      case Turn.Later later -> later.at();
      case Turn.Yours yours -> repaired(watched, destination.get(), yours);
    };
  }

  private Instant repaired(Watched watched, Destination destination, Turn.Yours turn) {
    Subscriptions platform = platform(watched.account());
    SubscriptionRepair repair = new SubscriptionRepair(platform, watched.account(), destination);
    // An address alone can be seen at the platform, a secret cannot.
    boolean rewrite = turn.anew() && destination.secret().isPresent();
    try {
      repair.run(new Knowledge(destination.url(), turn.ids(), rewrite));
      return found(watched, destination, turn, repair);
    } catch (PlatformException fault) {
      return away(watched, turn, fault);
    }
  }

  private Instant found(
      Watched watched, Destination destination, Turn.Yours turn, SubscriptionRepair repair) {
    Map<String, Explanation> refusals = repair.refusals();
    boolean whole = refusals.isEmpty();
    int tries = whole ? 0 : turn.tries() + 1;
    Instant next = clock.instant().plus(whole ? untilTomorrow(watched) : pause(tries));
    List<SubscriptionState> found =
        platform(watched.account()).topics().stream()
            .map(topic -> state(watched, topic, destination, repair))
            .toList();
    book.end(watched.key(), new End(whole ? hash(destination) : "", tries, next), found);
    problems.state(watched, refusals, Optional.of(next));
    if (!repair.repaired().isEmpty()) {
      LOG.infof("%s tells us of %s now", watched.account().account(), repair.repaired());
    }
    return next;
  }

  private SubscriptionState state(
      Watched watched, String topic, Destination destination, SubscriptionRepair repair) {
    Optional<Explanation> refusal = Optional.ofNullable(repair.refusals().get(topic));
    return new SubscriptionState(
        watched.account().account(),
        topic,
        repair.id(topic).orElse(""),
        destination.url().toString(),
        refusal.map(Explanation::code).orElse(""),
        refusal.map(Explanation::cause).orElse(""),
        clock.instant(),
        Optional.empty());
  }

  /** Nothing was found out; that a store is away or lets nobody in is told elsewhere too. */
  private Instant away(Watched watched, Turn.Yours turn, PlatformException fault) {
    AccountId account = watched.account().account();
    int tries = turn.tries() + 1;
    Duration wait =
        fault.retryAfter().filter(asked -> asked.compareTo(pause(tries)) > 0).orElse(pause(tries));
    Instant next = clock.instant().plus(wait);
    book.end(watched.key(), new End("", tries, next));
    boolean told =
        fault.failure() == Failure.RE_AUTHORISE
            ? states.accountState(account) == AccountState.CONNECTED
            : !fault.failure().retryable() || tries >= TRIES_IN_SILENCE;
    if (told) {
      problems.state(watched, Map.of("anything", fault.explanation()), Optional.of(next));
    } else {
      LOG.infof("Webhooks of %s wait: %s", account, fault.explanation().code());
    }
    return next;
  }

  private Subscriptions platform(Account account) {
    return platforms.stream()
        .filter(one -> one.platform() == account.account().platform())
        .findFirst()
        .orElseThrow();
  }

  private static String hash(Destination destination) {
    return Hashes.sha256(
        destination.url() + "\n" + destination.secret().map(one -> one.reveal()).orElse(""));
  }

  private static Duration pause(int tries) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 16));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** Up to two hours less than a day, so that many accounts are not looked at together. */
  private static Duration untilTomorrow(Watched watched) {
    return DAY.minusMinutes(Math.floorMod(watched.account().account().hashCode(), 120));
  }

  private static Explanation noAddress() {
    return Explanation.of(
        "no-public-url",
        "Nobody said under which address the platforms reach this service.",
        "storebridge.public-url",
        "The operator sets storebridge.public-url to the service's https address and restarts it.");
  }
}
