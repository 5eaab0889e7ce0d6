package dev.storebridge.connect;

import dev.storebridge.connect.Grant.Holder;
import dev.storebridge.connect.Grant.State;
import dev.storebridge.connect.Grant.Tokens;
import dev.storebridge.platform.Authoriser.GrantedShop;
import dev.storebridge.platform.Authoriser.Issued;
import dev.storebridge.platform.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Grants and the shops they cover, in the database. Tokens are sealed on the way in. */
@ApplicationScoped
class GrantStore {
  private static final Duration LIFE = Duration.ofSeconds(5);

  private final Database database;
  private final GrantRows rows;
  private final Clock clock;
  private final String replica = UUID.randomUUID().toString();
  private final ExpiringCache<Optional<Grant>> grants;
  private final ExpiringCache<Optional<String>> storeGrants;

  GrantStore(Database database, TokenVault vault, Clock clock) {
    this.database = database;
    this.rows = new GrantRows(vault);
    this.clock = clock;
    this.grants = new ExpiringCache<>(clock, LIFE);
    this.storeGrants = new ExpiringCache<>(clock, LIFE);
  }

  Optional<Grant> find(String id) {
    return grants.get(id, this::read);
  }

  /** As the database has it now. */
  Optional<Grant> read(String id) {
    return database.transaction(sql -> rows.find(sql, id));
  }

  /** The grant that a store gave to an app. */
  Optional<Grant> ofStore(String storeId, String app) {
    return storeGrants
        .get(storeId + " " + app, key -> readOfStore(storeId, app))
        .flatMap(this::find);
  }

  private Optional<String> readOfStore(String storeId, String app) {
    return database.transaction(
        sql ->
            sql.one(
                "select grant_id from grant_account where store_id = ? and app_name = ?"
                    + " order by updated_at desc limit 1",
                row -> row.text("grant_id"),
                storeId,
                app));
  }

  /**
   * Keeps what a consent brought. A store has one grant to an app, which a new consent renews; a
   * seller may give several that cover different shops.
   */
  Grant granted(Holder holder, Issued issued) {
    Instant now = clock.instant();
    Grant grant =
        database.transaction(
            sql -> {
              String id =
                  rows.ofStore(sql, holder).orElseGet(() -> rows.insert(sql, holder, issued, now));
              rows.write(sql, id, Tokens.of(issued), Optional.empty(), now);
              rows.describe(sql, id, holder.tenant(), issued);
              return rows.find(sql, id).orElseThrow();
            });
    grants.forget(grant.id());
    storeGrants.forget(holder.storeId() + " " + holder.app());
    return grant;
  }

  /** What became of the wish to be the one who renews a grant. */
  sealed interface Claim {
    /** It is yours for a while; end it by {@link #renewed}, {@link #postponed} or {@link #lost}. */
    record Yours(Grant grant) implements Claim {}

    /** Somebody has renewed it already. */
    record Newer(Grant grant) implements Claim {}

    /** Somebody else is at it. */
    record Busy() implements Claim {}

    /** It cannot be renewed any more. */
    record Lost() implements Claim {}
  }

  /**
   * Claims the renewal of a grant for this replica, under its row's lock. Who renews within the
   * replica is the caller's to settle.
   *
   * @param stale the token that does not do any more; empty: it is enough that renewal is due
   */
  Claim claim(String id, Optional<Secret> stale, Duration hold) {
    Instant now = clock.instant();
    return database.transaction(
        sql -> {
          Optional<GrantRows.Locked> locked = rows.lock(sql, id);
          if (locked.isEmpty() || !locked.get().grant().active()) {
            return new Claim.Lost();
          }
          Grant grant = locked.get().grant();
          boolean wanted =
              stale.map(grant.tokens().access()::equals).orElseGet(() -> grant.due(now));
          if (!wanted) {
            return new Claim.Newer(grant);
          }
          if (locked.get().heldByAnother(replica, now)) {
            return new Claim.Busy();
          }
          rows.hold(sql, id, replica, now.plus(hold));
          return new Claim.Yours(grant);
        });
  }

  /**
   * Keeps a renewed pair, and the former refresh token until the new one has proved itself.
   *
   * @return empty when somebody else has renewed the grant meanwhile
   */
  Optional<Grant> renewed(Grant former, Tokens tokens) {
    Instant now = clock.instant();
    Optional<Grant> fresh =
        database.transaction(
            sql -> {
              Optional<Grant> current = rows.lock(sql, former.id()).map(GrantRows.Locked::grant);
              if (current.filter(grant -> grant.tokens().equals(former.tokens())).isEmpty()) {
                return Optional.empty();
              }
              rows.write(sql, former.id(), tokens, former.tokens().refresh(), now);
              return rows.find(sql, former.id());
            });
    grants.forget(former.id());
    return fresh;
  }

  /** Lets go of a claim; the next try is due at the given time. */
  void postponed(String id, Instant next) {
    database.transaction(sql -> rows.release(sql, id, replica, State.ACTIVE, Optional.of(next)));
    grants.forget(id);
  }

  /** Lets go of a claim for good: only new consent helps. */
  void lost(String id) {
    database.transaction(
        sql -> rows.release(sql, id, replica, State.NEEDS_REAUTHORISATION, Optional.empty()));
    grants.forget(id);
  }

  /** The newest token did a good call and showed these shops. */
  void proved(String id, List<GrantedShop> shops) {
    database.transaction(
        sql -> {
          rows.forgetPrevious(sql, id);
          rows.replaceShops(sql, id, shops);
          return id;
        });
    grants.forget(id);
  }

  /** Drops the seller's former grants to the same app that serve no connection any more. */
  void dropFormer(String id) {
    database
        .transaction(
            sql -> {
              List<String> former = rows.idle(sql, id);
              former.forEach(old -> rows.delete(sql, old));
              return former;
            })
        .forEach(grants::forget);
  }

  List<GrantedShop> shops(String id) {
    return database.transaction(sql -> rows.shops(sql, id));
  }

  /** Ids of grants whose renewal is due and in nobody's hands, the oldest first. */
  List<String> due(int limit) {
    Instant now = clock.instant();
    return database.transaction(
        sql ->
            sql.list(
                "select grant_id from grant_account where state = 'ACTIVE' and refresh_at <= ?"
                    + " and (refresh_until is null or refresh_until <= ?)"
                    + " order by refresh_at limit "
                    + limit,
                row -> row.text("grant_id"),
                now,
                now));
  }

  List<Grants.Unclaimed> unclaimed() {
    return database.transaction(rows::unclaimed);
  }

  /** Gives an unclaimed grant an owner; false when it has one already or does not exist. */
  boolean claimed(String id, String tenant) {
    int changed =
        database.transaction(
            sql ->
                sql.update(
                    "update grant_account set tenant = ? where grant_id = ? and tenant is null",
                    tenant,
                    id));
    grants.forget(id);
    return changed == 1;
  }
}
