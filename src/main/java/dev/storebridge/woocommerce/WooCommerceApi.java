package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Credentials.StoreAccess;
import dev.storebridge.platform.Credentials.StoreAccess.KeyPair;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.resilience.Egress;
import dev.storebridge.resilience.GuardedCall;
import dev.storebridge.resilience.Guards;
import dev.storebridge.woocommerce.WooCommerceSigner.Stamp;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Asks the REST API, behind the guard of the store, with the key of the moment, in the way that the
 * site lets it in.
 */
final class WooCommerceApi implements RestApi {

  /** Shared hosts are slow; a request that takes longer is lost. */
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private static final int MAX_ANSWER = 32 * 1024 * 1024;
  private static final Ask INDEX = new Ask("", Map.of(), Urgency.CONTENT);

  private final Egress egress;
  private final Guards guards;
  private final Credentials credentials;
  private final Clock clock;
  private final Sites sites;
  private final SecureRandom random = new SecureRandom();

  WooCommerceApi(Egress egress, Guards guards, Credentials credentials, Clock clock) {
    this.egress = egress;
    this.guards = guards;
    this.credentials = credentials;
    this.clock = clock;
    this.sites = new Sites(clock, this::visit);
  }

  /** What is known of the store's site; asks when nothing is. */
  Site site(StoreAccount store) {
    return sites.of(store);
  }

  /** How far the site's clock is behind ours; zero when it is ahead, or shows nothing. */
  Duration behind(StoreAccount store) {
    Site unused = sites.of(store);
    return sites.behind(store);
  }

  /** A refused key is reported and the call repeated once with the next one. */
  @Override
  public Reply ask(StoreAccount store, Ask ask) {
    KeyPair keys = keys(store);
    return ask.write() ? written(store, ask, keys) : read(store, ask, keys);
  }

  /** A key that may read but not write is refused with the same words as an unknown one. */
  private Reply written(StoreAccount store, Ask ask, KeyPair keys) {
    try {
      return letIn(store, ask, keys);
    } catch (PlatformException e) {
      throw e.failure() == Failure.REFRESH_TOKEN ? WooCommerceErrors.mayNotWrite(e) : e;
    }
  }

  private Reply read(StoreAccount store, Ask ask, KeyPair keys) {
    try {
      Reply reply = letIn(store, ask, keys);
      credentials.accepted(store.account());
      return reply;
    } catch (PlatformException e) {
      if (e.failure() != Failure.REFRESH_TOKEN) {
        throw e;
      }
      credentials.refused(store.account(), keys.key());
    }
    try {
      return letIn(store, ask, keys(store));
    } catch (PlatformException e) {
      throw e.failure() == Failure.REFRESH_TOKEN ? WooCommerceErrors.needsConsent(e) : e;
    }
  }

  private KeyPair keys(StoreAccount store) {
    return switch (credentials.store(store)) {
      case StoreAccess.KeyPair keys -> keys;
      case StoreAccess.Token ignored -> throw WooCommerceErrors.needsConsent(store.account());
    };
  }

  /** Tries the way that worked last, then those that may work instead; remembers what did. */
  private Reply letIn(StoreAccount store, Ask ask, KeyPair keys) {
    Set<Site> tried = new HashSet<>();
    Site site = sites.of(store);
    while (true) {
      tried.add(site);
      try {
        Reply reply = guarded(store, site, ask, keys);
        sites.remember(store, site);
        return reply;
      } catch (PlatformException refusal) {
        site =
            sites.detours(store, site, refusal).stream()
                .filter(way -> !tried.contains(way))
                .findFirst()
                .orElseThrow(() -> refusal);
      }
    }
  }

  private Reply guarded(StoreAccount store, Site site, Ask ask, KeyPair keys) {
    return call(
        store,
        ask.urgency(),
        ask.write(),
        () -> {
          HttpRequest request = finished(site.request(ask, keys, stamp(site)), ask);
          try {
            return reply(store, request, sent(store, request));
          } catch (PlatformException fault) {
            throw ask.once() && mayHaveBeenDone(fault) ? fault.withUnknownOutcome() : fault;
          }
        });
  }

  /** Whatever came from a machine that was not well, or in place of the shop's own answer. */
  private static boolean mayHaveBeenDone(PlatformException fault) {
    return fault.failure() == Failure.RETRY_LATER;
  }

  private Egress.Answer visit(StoreAccount store, Site site) {
    HttpRequest request = finished(site.index(), INDEX);
    return call(store, Urgency.CONTENT, false, () -> healthy(store, request, sent(store, request)));
  }

  /** Passing faults are the guard's to see and to repeat; the rest is for the caller to judge. */
  private static Egress.Answer healthy(
      StoreAccount store, HttpRequest request, Egress.Answer answer) {
    if (answer.status() == 429 || answer.status() >= 500) {
      WooCommerceErrors.checkStatus(store.account(), request.uri(), answer);
    }
    return answer;
  }

  private <T> T call(StoreAccount store, Urgency urgency, boolean write, Supplier<T> attempt) {
    return guards.call(
        store.account(),
        store.limits(),
        new GuardedCall<>("rest", urgency, 1, write, TIMEOUT, attempt));
  }

  /** A fresh nonce for every attempt: the shop takes none twice. */
  private Stamp stamp(Site site) {
    byte[] nonce = new byte[16];
    random.nextBytes(nonce);
    return new Stamp(clock.instant().plus(site.ahead()), HexFormat.of().formatHex(nonce));
  }

  private static HttpRequest finished(HttpRequest.Builder request, Ask ask) {
    ask.body().ifPresent(any -> request.header("Content-Type", "application/json"));
    return request
        .method(ask.verb(), ask.body().map(WooCommerceApi::json).orElseGet(BodyPublishers::noBody))
        .timeout(TIMEOUT)
        .header("Accept", "application/json")
        .header("User-Agent", "Storebridge/1.0 (WooCommerce connector)")
        .build();
  }

  private static BodyPublisher json(JsonNode body) {
    return BodyPublishers.ofByteArray(body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Egress.Answer sent(StoreAccount store, HttpRequest request) {
    Egress.Answer answer = egress.send(store.account(), request, MAX_ANSWER);
    sites.heard(store, answer);
    return answer;
  }

  private static Reply reply(StoreAccount store, HttpRequest request, Egress.Answer answer) {
    WooCommerceErrors.checkStatus(store.account(), request.uri(), answer);
    JsonNode body =
        Answers.json(answer.body())
            .orElseThrow(() -> WooCommerceErrors.unreadable(store.account(), answer.body()));
    return new Reply(
        body, Answers.count(answer, "X-WP-Total"), Answers.count(answer, "X-WP-TotalPages"));
  }
}
