package dev.storebridge.console;

import dev.storebridge.connect.AccountStates;
import dev.storebridge.mapping.Listings;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.ConnectionState;
import dev.storebridge.work.ConnectionStates;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Puts together what is known of a connection. */
@ApplicationScoped
class ConnectionViews {

  private final Tenants tenants;
  private final AccountStates accounts;
  private final ConnectionStates states;
  private final Listings listings;
  private final Marks marks;

  ConnectionViews(
      Tenants tenants,
      AccountStates accounts,
      ConnectionStates states,
      Listings listings,
      Marks marks) {
    this.tenants = tenants;
    this.accounts = accounts;
    this.states = states;
    this.listings = listings;
    this.marks = marks;
  }

  ConnectionView of(ConnectionRules rules) {
    StoreAccount store =
        tenants.store(rules.storeId()).orElseThrow(() -> ApiProblem.missing("connection"));
    ConnectionState state = states.of(store.id(), rules.id());
    return new ConnectionView(
        rules.id(),
        rules.tenant(),
        state.paused(),
        state.live(),
        store(store),
        shop(rules),
        counts(rules));
  }

  private ConnectionView.Store store(StoreAccount store) {
    return new ConnectionView.Store(
        store.id(),
        store.platform().name().toLowerCase(Locale.ROOT),
        store.url().toString(),
        accounts.store(store).text());
  }

  private ConnectionView.Shop shop(ConnectionRules rules) {
    AccountStates.Shop shop = accounts.shop(rules);
    return new ConnectionView.Shop(
        shop.id().orElse(null),
        shop.name().orElse(null),
        shop.region(),
        shop.state().text(),
        shop.tokenExpiresAt().orElse(null));
  }

  private ConnectionView.Counts counts(ConnectionRules rules) {
    Listings.Tally tally = listings.tally(rules.storeId(), rules.id(), 0);
    return new ConnectionView.Counts(
        tally.products(),
        tally.listed(),
        marks.open(rules.storeId(), MarkKind.PRODUCT),
        tally.parked());
  }
}
