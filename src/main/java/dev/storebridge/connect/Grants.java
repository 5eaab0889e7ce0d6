package dev.storebridge.connect;

import dev.storebridge.platform.Authoriser.GrantedShop;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.work.Marks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Authorisations that came without saying for which connection, and how they find one. */
@ApplicationScoped
public class Grants {
  private final GrantStore grants;
  private final ShopLinks links;
  private final ConsentParties parties;
  private final Marks marks;
  private final Event<Opened> opened;

  Grants(
      GrantStore grants,
      ShopLinks links,
      ConsentParties parties,
      Marks marks,
      Event<Opened> opened) {
    this.grants = grants;
    this.links = links;
    this.parties = parties;
    this.marks = marks;
    this.opened = opened;
  }

  /**
   * A grant that waits for its claim.
   *
   * @param name of the seller
   */
  public record Unclaimed(
      String id, String name, List<Shop> shops, Instant since, Instant tokenExpiresAt) {
    public Unclaimed {
      shops = List.copyOf(shops);
    }

    Unclaimed with(List<GrantedShop> granted) {
      List<Shop> covered =
          granted.stream().map(shop -> new Shop(shop.id(), shop.name(), shop.region())).toList();
      return new Unclaimed(id, name, covered, since, tokenExpiresAt);
    }
  }

  /** A shop that a grant covers. */
  public record Shop(String id, String name, String region) {}

  /** Grants without an owner, the oldest first. They are nobody's: for the operator's eyes. */
  public List<Unclaimed> unclaimed() {
    return grants.unclaimed();
  }

  /**
   * Gives an unclaimed grant to a connection and its tenant. Nothing in a grant proves whose it is,
   * so this is for the operator to decide.
   *
   * @throws ConnectRefusal when there is no such unclaimed grant, or it covers no shop that fits
   */
  public void claim(String grantId, String connectionId) {
    ConnectionRules rules = parties.connection(connectionId);
    if (grants.unclaimed().stream().noneMatch(grant -> grant.id().equals(grantId))) {
      throw unknown(grantId);
    }
    link(grantId, rules);
    if (!grants.claimed(grantId, rules.tenant())) {
      throw unknown(grantId);
    }
  }

  /** Links a connection with the shop that it is to have of those that the grant covers. */
  void link(String grantId, ConnectionRules rules) {
    Optional<String> present = links.ofConnection(rules.id()).map(ShopLinks.Link::shopId);
    GrantedShop shop = ShopChoice.of(rules.shop(), present, grants.shops(grantId));
    links.link(rules, shop.id(), grantId);
    // What was put off for want of a grant is due now.
    marks.hasten(rules.storeId());
    opened.fire(new Opened(rules.storeId()));
  }

  /**
   * Lets a new grant take the place of the seller's former ones. A grant that serves a connection
   * is not unclaimed.
   *
   * @return a connection that it serves, if any
   */
  Optional<String> takePlace(String grantId) {
    List<ShopLinks.Link> served = links.serveBy(grantId);
    served.stream().findFirst().ifPresent(link -> grants.claimed(grantId, link.tenant()));
    grants.dropFormer(grantId);
    served.forEach(link -> opened.fire(new Opened(link.storeId())));
    return served.stream().map(ShopLinks.Link::connectionId).findFirst();
  }

  private static ConnectRefusal unknown(String grantId) {
    return ConnectRefusal.missing(
        "no-grant",
        "There is no unclaimed grant " + grantId + ".",
        "Use an id of GET /api/grants/unclaimed; somebody else may have claimed it.");
  }
}
