package dev.storebridge.connect;

import dev.storebridge.connect.Grant.Tokens;
import dev.storebridge.connect.GrantStore.Claim;
import dev.storebridge.platform.Authoriser.Issued;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Renews tokens: before they end, and when a platform refused one. Whoever asks for the same grant
 * at the same time shares one renewal, across threads and replicas. No transaction is open while
 * the platform is asked; a claim in the grant's row keeps the others off.
 */
@ApplicationScoped
public class TokenRefresh {
  private static final Logger LOG = Logger.getLogger(TokenRefresh.class);
  private static final int BATCH = 100;

  /** Longer than the platform may take to answer, twice. */
  private static final Duration HOLD = Duration.ofSeconds(90);

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final Duration AFTER_FAULT = Duration.ofMinutes(1);

  private final GrantStore grants;
  private final TokenSource source;
  private final Clock clock;
  private final SharedRuns<Grant> runs;

  /** Pairs that were issued and could not be written; the platform may have ended the old pair. */
  private final Map<String, Unsaved> unsaved = new ConcurrentHashMap<>();

  TokenRefresh(GrantStore grants, TokenSource source, Clock clock) {
    this.grants = grants;
    this.source = source;
    this.clock = clock;
    this.runs = new SharedRuns<>(clock);
  }

  private record Unsaved(Grant former, Issued issued) {}

  /**
   * Renews every grant that is beyond 80 % of its lifetime, so that calls never meet an old token.
   * To be called every few seconds, on any number of replicas.
   *
   * @return how many were renewed
   */
  public int refreshDue() {
    int renewed = 0;
    for (String id : grants.due(BATCH)) {
      try {
        renew(id, Optional.empty());
        renewed++;
      } catch (RuntimeException failed) {
        LOG.warnf("Grant %s was not renewed: %s", id, failed.getMessage());
      }
    }
    return renewed;
  }

  /**
   * The grant as a call can use it. A token that has run out is renewed first; when that fails for
   * now, the old one is tried all the same.
   *
   * @throws PlatformException {@link Failure#RE_AUTHORISE} when only new consent helps
   */
  Grant usable(Grant grant) {
    if (!grant.active()) {
      throw Words.consentEnded(TokenSource.accountOf(grant));
    }
    if (!grant.expired(clock)) {
      return grant;
    }
    try {
      return renew(grant.id(), grant.tokens().access());
    } catch (PlatformException fault) {
      if (fault.failure() == Failure.RE_AUTHORISE) {
        throw fault;
      }
      return grant;
    }
  }

  /**
   * Sees to it that the grant has another token than the stale one.
   *
   * @throws PlatformException {@link Failure#RE_AUTHORISE} when there will be none
   */
  Grant renew(String id, Secret stale) {
    return renew(id, Optional.of(stale));
  }

  private Grant renew(String id, Optional<Secret> stale) {
    return runs.run(id, () -> renewAlone(id, stale));
  }

  private Grant renewAlone(String id, Optional<Secret> stale) {
    Instant patience = clock.instant().plus(PATIENCE);
    while (true) {
      switch (grants.claim(id, stale, HOLD)) {
        case Claim.Newer newer -> {
          return newer.grant();
        }
        case Claim.Yours yours -> {
          return carryOut(yours);
        }
        case Claim.Lost lost -> throw Words.consentEnded(TokenSource.accountOf(grant(id)));
        case Claim.Busy busy when clock.instant().isAfter(patience) ->
            throw Words.notNow(
                TokenSource.accountOf(grant(id)), "renewing", "The token is being renewed.");
        case Claim.Busy busy -> LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      }
    }
  }

  private Grant carryOut(Claim.Yours claim) {
    String id = claim.grant().id();
    try {
      Grant fresh = save(claim.grant(), issue(claim.grant()));
      LOG.infof("Grant %s has a new token until %s", id, fresh.tokens().accessExpiresAt());
      Thread.startVirtualThread(() -> prove(fresh));
      return fresh;
    } catch (PlatformException refused) {
      if (refused.failure() == Failure.RE_AUTHORISE) {
        grants.lost(id);
        LOG.warnf("Grant %s needs new consent: %s", id, refused.explanation().code());
        throw Words.consentEnded(refused.account()).causedBy(refused);
      }
      grants.postponed(id, clock.instant().plus(AFTER_FAULT));
      throw refused;
    }
  }

  private Issued issue(Grant grant) {
    Unsaved earlier = unsaved.remove(grant.id());
    return earlier != null && earlier.former().tokens().equals(grant.tokens())
        ? earlier.issued()
        : source.renew(grant);
  }

  private Grant save(Grant former, Issued issued) {
    try {
      return grants.renewed(former, Tokens.of(issued)).orElseGet(() -> grant(former.id()));
    } catch (RuntimeException fault) {
      // Whatever it is, the platform may have ended the old pair.
      unsaved.put(former.id(), new Unsaved(former, issued));
      throw fault;
    }
  }

  /**
   * A channel's list of shops is the first good call; until one is made the former pair is kept.
   */
  private void prove(Grant fresh) {
    if (fresh.platform() != Platform.TIKTOK_SHOP) {
      return;
    }
    try {
      grants.proved(fresh.id(), source.shops(fresh));
    } catch (RuntimeException failed) {
      LOG.infof(
          "The new token of grant %s could not be tried: %s", fresh.id(), failed.getMessage());
    }
  }

  private Grant grant(String id) {
    return grants
        .read(id)
        .orElseThrow(() -> new IllegalStateException("grant " + id + " does not exist"));
  }
}
