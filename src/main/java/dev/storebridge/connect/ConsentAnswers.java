package dev.storebridge.connect;

import dev.storebridge.connect.Grant.Holder;
import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Authoriser;
import dev.storebridge.platform.Authoriser.Issued;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.tenant.ConnectionRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What a platform's callback brings: tokens are kept before anything else is looked at, so that a
 * consent is never lost because of a wrong shop.
 */
@ApplicationScoped
class ConsentAnswers {
  private static final Logger LOG = Logger.getLogger(ConsentAnswers.class);

  private final ConsentParties parties;
  private final ConsentStates states;
  private final Authorisers authorisers;
  private final TikTokApps apps;
  private final GrantStore grants;
  private final Grants linking;
  private final StoreContacts contacts;

  ConsentAnswers(
      ConsentParties parties,
      ConsentStates states,
      Authorisers authorisers,
      TikTokApps apps,
      GrantStore grants,
      Grants linking,
      StoreContacts contacts) {
    this.parties = parties;
    this.states = states;
    this.authorisers = authorisers;
    this.apps = apps;
    this.grants = grants;
    this.linking = linking;
    this.contacts = contacts;
  }

  /**
   * TikTok's callback. Installs from the App Store and renewals from Seller Center come without a
   * state (TikTok docs): their grant is kept, and a connection that it serves already goes on.
   *
   * @return the connection that is connected now, empty when the grant waits for its claim
   * @throws ConnectRefusal with words for the page
   */
  Optional<String> tiktok(Map<String, String> query, Map<String, String> cookies) {
    String state = query.getOrDefault("state", "");
    if (state.isEmpty()) {
      return stateless(query);
    }
    ConnectionRules rules = parties.connection(states.use(Side.TIKTOK, state, cookies));
    refuseDeclined(query);
    AppKeys app = parties.app(rules, Optional.empty());
    Issued issued = exchanged(() -> tiktok().exchange(app, Optional.empty(), query));
    Grant grant = grants.granted(channel(app, Optional.of(rules.tenant())), issued);
    readShops(grant, app);
    linking.takePlace(grant.id());
    linking.link(grant.id(), rules);
    LOG.infof("Connection %s has a consent to the app %s", rules.id(), app.name());
    return Optional.of(rules.id());
  }

  private Optional<String> stateless(Map<String, String> query) {
    refuseDeclined(query);
    for (AppKeys app : apps.candidates(query.get("app_key"))) {
      Optional<Issued> issued = tried(app, query);
      if (issued.isPresent()) {
        Grant grant = grants.granted(channel(app, Optional.empty()), issued.get());
        readShops(grant, app);
        LOG.infof("Grant %s came without a state", grant.id());
        return linking.takePlace(grant.id());
      }
    }
    throw codeRefused();
  }

  /** Which app a code is of is not always told; the wrong one is refused. */
  private Optional<Issued> tried(AppKeys app, Map<String, String> query) {
    try {
      return Optional.of(tiktok().exchange(app, Optional.empty(), query));
    } catch (PlatformException refused) {
      if (refused.failure() == Failure.RE_AUTHORISE) {
        return Optional.empty();
      }
      throw ConnectRefusal.dependency(refused.explanation());
    }
  }

  /** A store's callback; its state names the connection, and that the store. */
  String store(Map<String, String> query, Map<String, String> cookies) {
    String state = query.getOrDefault("state", "");
    ConnectionRules rules = parties.connection(states.use(Side.STORE, state, cookies));
    refuseDeclined(query);
    StoreAccount store = parties.store(rules);
    AppKeys app = parties.app(rules, Optional.of(store));
    Authoriser authoriser = authorisers.of(store.platform());
    Issued issued = exchanged(() -> authoriser.exchange(app, Optional.of(store), query));
    grants.granted(StoreGrants.holder(store, app), issued);
    contacts.consented(store);
    LOG.infof("Store %s has a consent to the service's app", store.id());
    return rules.id();
  }

  private void readShops(Grant grant, AppKeys app) {
    grants.proved(grant.id(), exchanged(() -> tiktok().shops(app, grant.tokens().access())));
  }

  private Authoriser tiktok() {
    return authorisers.of(Platform.TIKTOK_SHOP);
  }

  private static Holder channel(AppKeys app, Optional<String> tenant) {
    return new Holder(Platform.TIKTOK_SHOP, app.name(), "", tenant);
  }

  /** A refusal comes as an error, or as a code that is missing or the word null. */
  private static void refuseDeclined(Map<String, String> query) {
    String code = query.getOrDefault("code", "");
    if (query.containsKey("error") || code.isEmpty() || code.equals("null")) {
      throw ConnectRefusal.bad(
          "declined",
          "The consent was not given.",
          "Ask for a new connect link and agree to the app's permissions.");
    }
  }

  private static <T> T exchanged(Supplier<T> call) {
    try {
      return call.get();
    } catch (PlatformException refused) {
      throw refused.failure() == Failure.RE_AUTHORISE
          ? codeRefused()
          : ConnectRefusal.dependency(refused.explanation());
    }
  }

  private static ConnectRefusal codeRefused() {
    return ConnectRefusal.bad(
        "code-refused",
        "The platform did not accept the code that it gave for this consent: it was used or too old.",
        "Ask for a new connect link and consent again.");
  }
}
