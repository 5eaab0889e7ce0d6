package dev.storebridge.connect;

import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Authoriser.Issued;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.work.Marks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * WooCommerce's key hand-over. The shop posts the key, unsigned, and deletes it again unless it is
 * answered 200 at once; the browser comes back afterwards. So the key waits, sealed and untried,
 * until the browser that opened the link is back: only that shows that the merchant who approved it
 * is the one who asked for it. Then the key is tried at the store's own address, and kept.
 */
@ApplicationScoped
class HandedKeys {
  private static final Logger LOG = Logger.getLogger(HandedKeys.class);

  private final ConsentParties parties;
  private final ConsentStates states;
  private final Authorisers authorisers;
  private final GrantStore grants;
  private final StoreContacts contacts;
  private final Marks marks;

  HandedKeys(
      ConsentParties parties,
      ConsentStates states,
      Authorisers authorisers,
      GrantStore grants,
      StoreContacts contacts,
      Marks marks) {
    this.parties = parties;
    this.states = states;
    this.authorisers = authorisers;
    this.grants = grants;
    this.contacts = contacts;
    this.marks = marks;
  }

  /**
   * Takes in what a shop posted; decides nothing about the key.
   *
   * @throws ConnectRefusal when it belongs to no hand-over that is under way: the shop then deletes
   *     the key
   */
  void arrived(String body) {
    Map<String, String> posted = PostedKey.members(body);
    states.keep(posted.getOrDefault("user_id", ""), body);
  }

  /**
   * The browser is back.
   *
   * @return the connection whose store is connected now
   * @throws ConnectRefusal with words for the page
   */
  String returned(Map<String, String> query, Map<String, String> cookies) {
    String state = query.getOrDefault("user_id", "");
    ConnectionRules rules = parties.connection(states.use(Side.STORE, state, cookies));
    String body = states.take(state).filter(kept -> approved(query)).orElseThrow(() -> none(query));
    StoreAccount store = parties.store(rules);
    AppKeys app = parties.app(rules, Optional.of(store));
    grants.granted(StoreGrants.holder(store, app), tried(store, app, PostedKey.members(body)));
    // What was put off for want of a key is due now.
    marks.hasten(store.id());
    contacts.consented(store);
    LOG.infof("Store %s has handed its key over", store.id());
    return rules.id();
  }

  private Issued tried(StoreAccount store, AppKeys app, Map<String, String> posted) {
    try {
      return authorisers.of(store.platform()).exchange(app, Optional.of(store), posted);
    } catch (PlatformException fault) {
      throw fault.failure() == Failure.RE_AUTHORISE
          ? ConnectRefusal.bad(
              fault.explanation().code(), fault.explanation().cause(), fault.explanation().fix())
          : ConnectRefusal.dependency(fault.explanation());
    }
  }

  private static boolean approved(Map<String, String> query) {
    return query.getOrDefault("success", "").equals("1");
  }

  private static ConnectRefusal none(Map<String, String> query) {
    return approved(query)
        ? ConnectRefusal.bad(
            "no-key",
            "The shop says that it has handed a key over, but none has arrived.",
            "Look whether a firewall keeps the shop's server from reaching this service, then ask"
                + " for a new connect link.")
        : ConnectRefusal.bad(
            "declined",
            "The consent was not given.",
            "Ask for a new connect link and approve the access.");
  }
}
