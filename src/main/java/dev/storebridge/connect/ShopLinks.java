package dev.storebridge.connect;

import dev.storebridge.connect.Statements.Row;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which shop a connection is linked with. A shop is linked once in the whole service. */
@ApplicationScoped
class ShopLinks {
  private static final String SELECT =
      "select l.*, s.name, s.cipher from shop_link l"
          + " join grant_shop s on s.grant_id = l.grant_id and s.shop_id = l.shop_id where ";

  private final Database database;
  private final Tenants tenants;
  private final Clock clock;
  private final ExpiringCache<Optional<Link>> byConnection;
  private final ExpiringCache<Optional<Link>> byShop;

  ShopLinks(Database database, Tenants tenants, Clock clock) {
    this.database = database;
    this.tenants = tenants;
    this.clock = clock;
    this.byConnection = new ExpiringCache<>(clock, Duration.ofSeconds(5));
    this.byShop = new ExpiringCache<>(clock, Duration.ofSeconds(5));
  }

  /**
   * A connection's shop.
   *
   * @param mark what was found out about the shop from outside, empty when nothing is wrong
   */
  record Link(
      String storeId,
      String connectionId,
      String tenant,
      String shopId,
      String grantId,
      String name,
      String cipher,
      Optional<AccountState> mark) {}

  Optional<Link> ofConnection(String connectionId) {
    return byConnection.get(connectionId, key -> read("l.connection_id = ?", key));
  }

  Optional<Link> ofShop(String shopId) {
    return byShop.get(shopId, key -> read("l.shop_id = ?", key));
  }

  private Optional<Link> read(String condition, String value) {
    return database.transaction(sql -> sql.one(SELECT + condition, ShopLinks::link, value));
  }

  /**
   * Lets a newer grant of the same app serve the connections whose shops it covers.
   *
   * @return those links
   */
  List<Link> serveBy(String grantId) {
    List<Link> served =
        database.transaction(
            sql -> {
              sql.update(
                  "update shop_link l join grant_shop s on s.shop_id = l.shop_id"
                      + " join grant_account n on n.grant_id = s.grant_id"
                      + " join grant_account o on o.grant_id = l.grant_id"
                      + " and o.app_name = n.app_name"
                      + " set l.grant_id = n.grant_id where n.grant_id = ?",
                  grantId);
              return sql.list(
                  SELECT + "l.grant_id = ? order by l.connection_id", ShopLinks::link, grantId);
            });
    served.forEach(link -> forget(link.connectionId(), link.shopId()));
    return served;
  }

  private void forget(String connectionId, String shopId) {
    byConnection.forget(connectionId);
    byShop.forget(shopId);
  }

  /**
   * Links a connection with a shop; a link of the same tenant's connection that is gone gives way.
   *
   * @throws ConnectRefusal when another connection has the shop
   */
  void link(ConnectionRules connection, String shopId, String grantId) {
    Optional<String> former = ofConnection(connection.id()).map(Link::shopId);
    database.transaction(
        sql -> {
          sql.one(
                  "select connection_id, tenant from shop_link where shop_id = ? for update",
                  row -> new Taken(row.text("connection_id"), row.text("tenant")),
                  shopId)
              .filter(taken -> !taken.connectionId().equals(connection.id()))
              .ifPresent(taken -> giveWay(sql, taken, connection, shopId));
          return write(sql, connection, shopId, grantId);
        });
    forget(connection.id(), shopId);
    former.ifPresent(byShop::forget);
  }

  /** Never an upsert: a race for the same shop has to end in a refused duplicate. */
  private int write(Statements sql, ConnectionRules connection, String shopId, String grantId) {
    int updated =
        sql.update(
            "update shop_link set store_id = ?, tenant = ?, shop_id = ?, grant_id = ?,"
                + " linked_at = ?, mark = null where connection_id = ?",
            connection.storeId(),
            connection.tenant(),
            shopId,
            grantId,
            clock.instant(),
            connection.id());
    return updated == 1
        ? updated
        : sql.update(
            "insert into shop_link (store_id, tenant, shop_id, grant_id, linked_at, connection_id)"
                + " values (?, ?, ?, ?, ?, ?)",
            connection.storeId(),
            connection.tenant(),
            shopId,
            grantId,
            clock.instant(),
            connection.id());
  }

  private record Taken(String connectionId, String tenant) {}

  private void giveWay(Statements sql, Taken taken, ConnectionRules connection, String shopId) {
    boolean own = taken.tenant().equals(connection.tenant());
    if (!own || tenants.connection(taken.connectionId()).isPresent()) {
      throw ConnectRefusal.conflict(
          "shop-linked-elsewhere",
          own
              ? "The shop %s is linked with the connection %s already."
                  .formatted(shopId, taken.connectionId())
              : "The shop " + shopId + " is linked with a connection of another merchant already.",
          "A shop can be in one connection only: name another shop.id, or remove the other connection.");
    }
    sql.update("delete from shop_link where connection_id = ?", taken.connectionId());
    byConnection.forget(taken.connectionId());
  }

  /** Notes what was found out about a shop; empty takes it back. */
  void mark(String shopId, Optional<AccountState> mark) {
    Optional<Link> link = ofShop(shopId);
    if (link.isEmpty() || link.get().mark().equals(mark)) {
      return;
    }
    database.transaction(
        sql -> sql.update("update shop_link set mark = ? where shop_id = ?", mark, shopId));
    forget(link.get().connectionId(), shopId);
  }

  private static Link link(Row row) throws SQLException {
    return new Link(
        row.text("store_id"),
        row.text("connection_id"),
        row.text("tenant"),
        row.text("shop_id"),
        row.text("grant_id"),
        row.text("name"),
        row.text("cipher"),
        row.optional("mark").map(AccountState::valueOf));
  }
}
