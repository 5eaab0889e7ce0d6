package dev.storebridge.sync.rules;

import dev.storebridge.mapping.RulesFollowed;
import dev.storebridge.mapping.RulesFollowed.Followed;
import dev.storebridge.platform.Urgency;
import dev.storebridge.sync.listing.Imports;
import dev.storebridge.sync.listing.Retries;
import dev.storebridge.sync.listing.compose.RuleTouch;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenant;
import dev.storebridge.tenant.TenantChange;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.ConnectionState;
import dev.storebridge.work.ConnectionStates;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Sees to it that changed rules are acted on. Which version each connection follows is kept, so
 * that a change that came while nobody looked is found at the next start; then, and when the rules
 * of before are not known, the whole catalogue is read.
 */
@ApplicationScoped
public class RuleWatch {

  private static final Logger LOG = Logger.getLogger(RuleWatch.class);

  private final Tenants tenants;
  private final RulesFollowed followed;
  private final ConnectionStates states;
  private final Imports imports;
  private final Retries retries;
  private final Problems problems;
  private final Marks marks;
  private final Transactions transactions;
  private final WakeUps wakeUps;
  private final Clock clock;

  /** The rules of before a change that is not finished; empty after several in a row. */
  private final Map<String, Optional<ConnectionRules>> earlier = new ConcurrentHashMap<>();

  private final Map<String, String> seen = new ConcurrentHashMap<>();

  public RuleWatch(
      Tenants tenants,
      RulesFollowed followed,
      ConnectionStates states,
      Imports imports,
      Retries retries,
      Problems problems,
      Marks marks,
      Transactions transactions,
      WakeUps wakeUps,
      Clock clock) {
    this.tenants = tenants;
    this.followed = followed;
    this.states = states;
    this.imports = imports;
    this.retries = retries;
    this.problems = problems;
    this.marks = marks;
    this.transactions = transactions;
    this.wakeUps = wakeUps;
    this.clock = clock;
  }

  /**
   * Remembers the rules of before, until all they made is looked at again. Where they change once
   * more before that, some listings follow these and some those: nobody knows which.
   */
  void changed(@Observes TenantChange change) {
    change.before().map(Tenant::connections).orElse(List.of()).stream()
        .filter(ConnectionRules::enabled)
        .forEach(
            rules ->
                earlier.merge(
                    rules.id(), Optional.of(rules), (unfinished, again) -> Optional.empty()));
  }

  /** Looks which connections follow older rules; without a change it costs a look into memory. */
  public void keep() {
    Map<ConnectionRules, Followed> changed = new LinkedHashMap<>();
    for (Tenant tenant : tenants.all()) {
      String version = tenants.version(tenant.id());
      for (ConnectionRules rules : tenant.connections()) {
        if (!rules.enabled()) {
          seen.remove(rules.id());
        } else if (!version.equals(seen.get(rules.id()))) {
          changed.put(rules, new Followed(rules.storeId(), rules.id(), version));
        }
      }
    }
    if (!changed.isEmpty()) {
      follow(changed);
    }
  }

  private void follow(Map<ConnectionRules, Followed> changed) {
    Map<String, String> before = followed.versions(List.copyOf(changed.values()));
    followed.follow(
        changed.values().stream().filter(one -> !before.containsKey(one.connectionId())).toList());
    changed.forEach(
        (rules, now) -> {
          String known = before.getOrDefault(rules.id(), now.version());
          boolean several = earlier.getOrDefault(rules.id(), Optional.of(rules)).isEmpty();
          if (known.equals(now.version()) && !several) {
            earlier.remove(rules.id());
          } else {
            follow(rules, now);
          }
          seen.put(rules.id(), now.version());
        });
  }

  private void follow(ConnectionRules rules, Followed now) {
    ConnectionState state = states.of(rules.storeId(), rules.id());
    if (!state.live() || state.paused()) {
      followed.follow(List.of(now));
      earlier.remove(rules.id());
      return;
    }
    earlier(rules.id()).ifPresentOrElse(old -> differ(old, rules, now), () -> readAll(rules, now));
    wakeUps.send(new WakeUp(rules.storeId()));
  }

  private void differ(ConnectionRules before, ConnectionRules after, Followed now) {
    LOG.infof("Connection %s: its rules changed", after.id());
    if (RuleTouch.orders(before, after)) {
      retries.retry(
          after,
          problems.list(after.storeId(), after.id(), "", Integer.MAX_VALUE).stream()
              .filter(problem -> problem.kind() == Problem.Kind.ORDER)
              .toList());
    }
    if (RuleTouch.listings(before, after)) {
      marks.mark(
          after.storeId(), MarkKind.RULES, List.of(after.id()), Urgency.STOCK, clock.instant());
    } else {
      done(before, after, now.version());
    }
  }

  private void readAll(ConnectionRules rules, Followed now) {
    LOG.infof("Connection %s: it is not known by which rules all was listed", rules.id());
    earlier.remove(rules.id());
    transactions.run(
        () -> {
          imports.open(rules);
          followed.follow(List.of(now));
        });
  }

  /** The rules that the connection's listings were made by; empty when they are not known here. */
  Optional<ConnectionRules> earlier(String connectionId) {
    return earlier.getOrDefault(connectionId, Optional.empty());
  }

  /** Everything that a change touches is marked; nothing is finished when they changed again. */
  void done(ConnectionRules before, ConnectionRules after, String version) {
    if (version.equals(tenants.version(after.tenant()))) {
      followed.follow(List.of(new Followed(after.storeId(), after.id(), version)));
      earlier.remove(after.id(), Optional.of(before));
    }
  }
}
