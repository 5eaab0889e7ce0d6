package dev.storebridge.connect;

import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Storefront;
import dev.storebridge.tenant.TenantChange;
import dev.storebridge.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * First contact: asks each store that lets us in what it is called, once, since its webhooks name
 * it so. A store that does not answer is asked again, ever more seldom.
 */
@ApplicationScoped
public class StoreContacts {
  private static final Logger LOG = Logger.getLogger(StoreContacts.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int AT_ONCE = 8;

  private final Tenants tenants;
  private final StoreProfiles profiles;
  private final StoreNames names;
  private final AccountStates states;
  private final Instance<Storefront> storefronts;
  private final Event<Opened> opened;
  private final Clock clock;
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Map<String, Pause> pauses = new ConcurrentHashMap<>();
  private final Semaphore places = new Semaphore(AT_ONCE);

  StoreContacts(
      Tenants tenants,
      StoreProfiles profiles,
      StoreNames names,
      AccountStates states,
      Instance<Storefront> storefronts,
      Event<Opened> opened,
      Clock clock) {
    this.tenants = tenants;
    this.profiles = profiles;
    this.names = names;
    this.states = states;
    this.storefronts = storefronts;
    this.opened = opened;
    this.clock = clock;
  }

  /** Nobody asks this store before {@code until}. */
  private record Pause(Instant until, Duration length) {}

  /** A store that is described differently may be another one. */
  void changed(@Observes TenantChange change) {
    change.before().ifPresent(tenant -> tenant.stores().forEach(store -> forget(store.id())));
    change.after().ifPresent(tenant -> tenant.stores().forEach(store -> forget(store.id())));
  }

  /** A store lets us in from now on: it is asked at the next opportunity. */
  void consented(StoreAccount store) {
    forget(store.id());
    opened.fire(new Opened(store.id()));
  }

  private void forget(String storeId) {
    known.remove(storeId);
    pauses.remove(storeId);
  }

  /** Asks those that are due, side by side; a store that is known costs a look into memory. */
  public void makeDue() {
    Instant now = clock.instant();
    tenants.all().stream()
        .flatMap(tenant -> tenant.stores().stream())
        .filter(store -> !known.contains(store.id()) && due(store, now))
        .forEach(this::start);
  }

  private boolean due(StoreAccount store, Instant now) {
    Pause pause = pauses.get(store.id());
    return pause == null || !now.isBefore(pause.until());
  }

  private void start(StoreAccount store) {
    if (!places.tryAcquire()) {
      return;
    }
    putOff(store);
    Thread.ofVirtual().name("contact-" + store.id()).start(() -> contact(store));
  }

  /** Written before the attempt, so that the next tick does not start another. */
  private void putOff(StoreAccount store) {
    pauses.compute(
        store.id(),
        (id, last) -> {
          Duration length = last == null ? FIRST_PAUSE : last.length().multipliedBy(2);
          Duration next = length.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : length;
          return new Pause(clock.instant().plus(next), next);
        });
  }

  private void contact(StoreAccount store) {
    try {
      if (profiles.readFrom(store) || ask(store)) {
        known.add(store.id());
        pauses.remove(store.id());
      }
    } catch (PlatformException e) {
      LOG.infof("Store %s has not told its name yet: %s", store.id(), e.explanation().code());
    } catch (RuntimeException e) {
      LOG.warnf("Store %s could not be asked for its name: %s", store.id(), e.getMessage());
    } finally {
      places.release();
    }
  }

  private boolean ask(StoreAccount store) {
    Optional<Storefront> storefront =
        storefronts.stream().filter(found -> found.platform() == store.platform()).findFirst();
    boolean open = states.store(store) == AccountState.CONNECTED;
    if (storefront.isEmpty() || !open) {
      return false;
    }
    profiles.remember(store, storefront.get().profile(store));
    names.forget();
    return true;
  }
}
