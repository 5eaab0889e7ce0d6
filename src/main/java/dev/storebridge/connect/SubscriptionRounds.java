package dev.storebridge.connect;

import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenant;
import dev.storebridge.tenant.TenantChange;
import dev.storebridge.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Who is looked at when: stores and shops as soon as they let us in or their file changes, and
 * daily. What is not due costs a look into memory.
 */
@ApplicationScoped
public class SubscriptionRounds {
  private static final Logger LOG = Logger.getLogger(SubscriptionRounds.class);
  private static final Duration WHILE_CLOSED = Duration.ofMinutes(10);
  private static final Duration AFTER_FAULT = Duration.ofMinutes(1);
  private static final int AT_ONCE = 8;

  private final Tenants tenants;
  private final LinkedShops shops;
  private final AccountStates states;
  private final SubscriptionCheck check;
  private final Clock clock;
  private final Map<Party, Turn> turns = new ConcurrentHashMap<>();
  private final Map<Party, Instant> wanted = new ConcurrentHashMap<>();
  private final Semaphore places = new Semaphore(AT_ONCE);

  SubscriptionRounds(
      Tenants tenants,
      LinkedShops shops,
      AccountStates states,
      SubscriptionCheck check,
      Clock clock) {
    this.tenants = tenants;
    this.shops = shops;
    this.states = states;
    this.check = check;
    this.clock = clock;
  }

  /** A store, or the shop of a connection. */
  private record Party(Side side, String id) {}

  /** Nobody looks at a party before {@code next}; under way while it is empty. */
  private record Turn(Optional<Instant> next) {}

  /** What a file says anew; at the start of the service nothing is new. */
  void changed(@Observes TenantChange change) {
    change.after().stream()
        .flatMap(tenant -> tenant.stores().stream())
        .map(StoreAccount::id)
        .forEach(change.before().isPresent() ? this::want : this::forget);
  }

  void opened(@Observes Opened opened) {
    want(opened.storeId());
  }

  /** Lets a store and its shops be looked at as soon as possible. */
  public void want(String storeId) {
    parties(storeId).forEach(party -> wanted.put(party, clock.instant()));
    forget(storeId);
  }

  private void forget(String storeId) {
    parties(storeId).forEach(turns::remove);
  }

  private Stream<Party> parties(String storeId) {
    return Stream.concat(
        Stream.of(new Party(Side.STORE, storeId)),
        tenants.connectionsOf(storeId).stream().map(SubscriptionRounds::shopOf));
  }

  private static Party shopOf(ConnectionRules connection) {
    return new Party(Side.TIKTOK, connection.id());
  }

  /** Looks at those that are due, side by side; to be called every second. */
  public void checkDue() {
    Instant now = clock.instant();
    tenants.all().stream()
        .map(Tenant::stores)
        .flatMap(List::stream)
        .filter(store -> !tenants.connectionsOf(store.id()).isEmpty())
        .flatMap(store -> parties(store.id()))
        .filter(party -> due(party, now))
        .forEach(this::start);
  }

  private boolean due(Party party, Instant now) {
    Turn turn = turns.get(party);
    return turn == null || turn.next().map(next -> !now.isBefore(next)).orElse(false);
  }

  private void start(Party party) {
    if (places.tryAcquire()) {
      Turn turn = new Turn(Optional.empty());
      turns.put(party, turn);
      Thread.ofVirtual().name("webhooks-" + party.id()).start(() -> look(party, turn));
    }
  }

  /** Whoever wanted it meanwhile has removed the turn: then it is due again. */
  private void look(Party party, Turn turn) {
    Instant next = clock.instant().plus(AFTER_FAULT);
    try {
      Instant since = wanted.getOrDefault(party, Instant.EPOCH);
      next = watched(party).map(found -> check.check(found, since)).orElseGet(this::whenOpen);
    } catch (RuntimeException e) {
      LOG.warnf("Webhooks of %s could not be looked at: %s", party.id(), e.getMessage());
    } finally {
      places.release();
      turns.replace(party, turn, new Turn(Optional.of(next)));
    }
  }

  private Instant whenOpen() {
    return clock.instant().plus(WHILE_CLOSED);
  }

  private Optional<Watched> watched(Party party) {
    return party.side() == Side.STORE
        ? tenants.store(party.id()).filter(store -> open(states.store(store))).map(this::store)
        : tenants
            .connection(party.id())
            .filter(rules -> open(states.shop(rules).state()))
            .flatMap(this::shop);
  }

  private static boolean open(AccountState state) {
    return state == AccountState.CONNECTED || state == AccountState.UNREACHABLE;
  }

  private Watched store(StoreAccount store) {
    List<String> connections =
        tenants.connectionsOf(store.id()).stream().map(ConnectionRules::id).toList();
    return new Watched(store.id(), store, connections);
  }

  private Optional<Watched> shop(ConnectionRules rules) {
    return shops
        .of(rules.id())
        .map(shop -> new Watched(rules.storeId(), shop, List.of(rules.id())));
  }
}
