package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.resilience.Egress;
import dev.storebridge.woocommerce.Site.Entry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was found out about the sites of stores, kept in memory: how it is reached and let in is
 * nothing that a merchant should have to know. What does not work any more is found out again.
 */
final class Sites {

  /** WooCommerce refuses what is more than 15 minutes off; less than this is no explanation. */
  private static final Duration BIG_DIFFERENCE = Duration.ofMinutes(5);

  private final Clock clock;
  private final Visits visits;
  private final Map<AccountId, Site> known = new ConcurrentHashMap<>();
  private final Map<AccountId, Duration> ahead = new ConcurrentHashMap<>();

  /**
   * @param visits sends one request to a store behind its guard, whatever the answer
   */
  Sites(Clock clock, Visits visits) {
    this.clock = clock;
    this.visits = visits;
  }

  /** Makes a request that needs no key. */
  @FunctionalInterface
  interface Visits {
    Egress.Answer of(StoreAccount store, Site site);
  }

  /** The site as it was last; asked about at first contact, or when the file names another. */
  Site of(StoreAccount store) {
    Site site = known.get(store.account());
    if (site == null || !site.url().equals(store.url())) {
      site = discovered(store);
      known.put(store.account(), site);
    }
    return site;
  }

  /** This way worked. */
  void remember(StoreAccount store, Site site) {
    known.put(store.account(), site);
  }

  /** Notes what the site's clock showed. */
  void heard(StoreAccount store, Egress.Answer answer) {
    Answers.date(answer)
        .ifPresent(date -> ahead.put(store.account(), Duration.between(clock.instant(), date)));
  }

  /** How far the site's clock is behind ours; zero when it is ahead, or shows nothing. */
  Duration behind(StoreAccount store) {
    Duration off = ahead.getOrDefault(store.account(), Duration.ZERO);
    return off.isNegative() ? off.negated() : Duration.ZERO;
  }

  /** Other ways that may explain and mend a refusal, the most likely first. */
  List<Site> detours(StoreAccount store, Site site, PlatformException refusal) {
    String code = refusal.explanation().code();
    List<Site> ways = new ArrayList<>();
    if (code.equals(WooCommerceErrors.NOTHING_THERE)) {
      found(store, site).ifPresent(ways::add);
    } else if (refusal.failure() == Failure.REFRESH_TOKEN && site.entry() == Entry.SIGNED) {
      clockDifference(store, site).map(site::with).ifPresent(ways::add);
      found(store, site).ifPresent(ways::add);
      if (site.secure()) {
        ways.add(site.with(Entry.BASIC));
      }
    } else if (refusal.failure() == Failure.REFRESH_TOKEN
        && !code.equals(WooCommerceErrors.BAD_KEY)) {
      ways.add(site.with(Entry.SIGNED));
    }
    return ways;
  }

  private Optional<Duration> clockDifference(StoreAccount store, Site site) {
    return Optional.ofNullable(ahead.get(store.account()))
        .filter(now -> now.minus(site.ahead()).abs().compareTo(BIG_DIFFERENCE) > 0);
  }

  /** The site as it is now, let in as before; empty when it does not say. */
  private Optional<Site> found(StoreAccount store, Site site) {
    try {
      return Optional.of(discovered(store).with(site.entry()).with(site.ahead()));
    } catch (PlatformException silent) {
      return Optional.empty();
    }
  }

  private Site discovered(StoreAccount store) {
    Site guess = guess(store, true);
    Egress.Answer answer = visits.of(store, guess);
    Optional<JsonNode> index = index(answer);
    if (index.isPresent()) {
      return named(store, guess, index.get());
    }
    if (answer.status() == 404 || Answers.namesPlainApi(answer)) {
      Site plain = guess(store, false);
      Optional<JsonNode> other = index(visits.of(store, plain));
      if (other.isPresent()) {
        return named(store, plain, other.get());
      }
    }
    if (closedToStrangers(answer)) {
      return guess;
    }
    WooCommerceErrors.checkStatus(store.account(), store.url(), answer);
    throw WooCommerceErrors.unreadable(store.account(), answer.body());
  }

  private static Site guess(StoreAccount store, boolean permalinks) {
    boolean secure = "https".equalsIgnoreCase(store.url().getScheme());
    Entry entry = secure ? Entry.BASIC : Entry.SIGNED;
    String name = String.valueOf(store.url().getHost());
    return new Site(store.url(), store.url(), name, permalinks, entry, Duration.ZERO);
  }

  private static Optional<JsonNode> index(Egress.Answer answer) {
    return answer.status() == 200
        ? Answers.json(answer.body()).filter(node -> node.has("namespaces"))
        : Optional.empty();
  }

  private static Site named(StoreAccount store, Site guess, JsonNode index) {
    if (Json.entries(index, "namespaces").noneMatch(name -> name.asText().equals("wc/v3"))) {
      throw WooCommerceErrors.notInstalled(store.account());
    }
    String name = Json.words(index, "name");
    return new Site(
        guess.url(),
        home(index).orElse(guess.url()),
        name.isEmpty() ? guess.name() : name,
        guess.permalinks(),
        guess.entry(),
        Duration.ZERO);
  }

  private static Optional<URI> home(JsonNode index) {
    String home = Json.text(index, "home").replaceAll("/+$", "");
    try {
      return home.isEmpty() ? Optional.empty() : Optional.of(URI.create(home));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Some plugins show the list of routes to nobody without a key; the routes work all the same. */
  private static boolean closedToStrangers(Egress.Answer answer) {
    String code = Json.text(Answers.refusal(answer), "code");
    return (answer.status() == 401 || answer.status() == 403)
        && !code.isEmpty()
        && !code.startsWith("woocommerce_");
  }
}
