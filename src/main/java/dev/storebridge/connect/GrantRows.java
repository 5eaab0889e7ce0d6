package dev.storebridge.connect;

import dev.storebridge.connect.Grant.Holder;
import dev.storebridge.connect.Grant.State;
import dev.storebridge.connect.Grant.Tokens;
import dev.storebridge.connect.Statements.Row;
import dev.storebridge.platform.Authoriser.GrantedShop;
import dev.storebridge.platform.Authoriser.Issued;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements about grants, each inside somebody's transaction. */
final class GrantRows {
  private static final String SELECT = "select * from grant_account where grant_id = ?";

  private final TokenVault vault;

  GrantRows(TokenVault vault) {
    this.vault = vault;
  }

  /** A grant whose row is locked, and who renews it until when. */
  record Locked(Grant grant, Optional<String> holder, Optional<Instant> heldUntil) {
    boolean heldByAnother(String replica, Instant now) {
      return holder.filter(replica::equals).isEmpty()
          && heldUntil.filter(now::isBefore).isPresent();
    }
  }

  Optional<Grant> find(Statements sql, String id) {
    return sql.one(SELECT, this::grant, id);
  }

  Optional<Locked> lock(Statements sql, String id) {
    return sql.one(
        SELECT + " for update",
        row -> new Locked(grant(row), row.optional("refresh_owner"), row.moment("refresh_until")),
        id);
  }

  /** The row of a store's grant, locked; empty for a channel. */
  Optional<String> ofStore(Statements sql, Holder holder) {
    return holder.storeId().isEmpty()
        ? Optional.empty()
        : sql.one(
            "select grant_id from grant_account where store_id = ? and app_name = ?"
                + " order by updated_at desc limit 1 for update",
            row -> row.text("grant_id"),
            holder.storeId(),
            holder.app());
  }

  /** The seller's other grants to the same app that no connection uses and this one covers. */
  List<String> idle(Statements sql, String id) {
    return sql.list(
        "select o.grant_id from grant_account n"
            + " join grant_account o on o.app_name = n.app_name and o.subject = n.subject"
            + " left join shop_link l on l.grant_id = o.grant_id"
            + " where n.grant_id = ? and n.store_id = '' and o.store_id = ''"
            + " and o.grant_id <> n.grant_id and l.grant_id is null and not exists ("
            + "select 1 from grant_shop s left join grant_shop c"
            + " on c.grant_id = n.grant_id and c.shop_id = s.shop_id"
            + " where s.grant_id = o.grant_id and c.shop_id is null)",
        row -> row.text("grant_id"),
        id);
  }

  void delete(Statements sql, String id) {
    sql.update("delete from grant_shop where grant_id = ?", id);
    sql.update("delete from grant_account where grant_id = ?", id);
  }

  /** A row without tokens yet; {@link #write} follows in the same transaction. */
  String insert(Statements sql, Holder holder, Issued issued, Instant now) {
    String id = UUID.randomUUID().toString();
    sql.update(
        "insert into grant_account (grant_id, platform, app_name, subject, store_id, scopes,"
            + " access_token, access_expires_at, state, created_at, updated_at)"
            + " values (?, ?, ?, ?, ?, '', '', ?, ?, ?, ?)",
        id,
        holder.platform(),
        holder.app(),
        issued.subject(),
        holder.storeId(),
        issued.accessExpiresAt(),
        State.ACTIVE,
        now,
        now);
    return id;
  }

  void write(
      Statements sql, String id, Tokens tokens, Optional<Secret> previousRefresh, Instant now) {
    sql.update(
        "update grant_account set access_token = ?, access_expires_at = ?, refresh_token = ?,"
            + " refresh_expires_at = ?, previous_refresh_token = ?, refresh_at = ?, state = ?,"
            + " refresh_owner = null, refresh_until = null, updated_at = ? where grant_id = ?",
        vault.seal(tokens.access(), place(id, "access_token")),
        tokens.accessExpiresAt(),
        tokens.refresh().map(token -> vault.seal(token, place(id, "refresh_token"))),
        tokens.refreshExpiresAt(),
        previousRefresh.map(token -> vault.seal(token, place(id, "previous_refresh_token"))),
        tokens.dueAt(now),
        State.ACTIVE,
        now,
        id);
  }

  void describe(Statements sql, String id, Optional<String> tenant, Issued issued) {
    sql.update(
        "update grant_account set tenant = coalesce(tenant, ?), name = ?, scopes = ?"
            + " where grant_id = ?",
        tenant,
        issued.name(),
        String.join(",", issued.scopes().stream().sorted().toList()),
        id);
  }

  void hold(Statements sql, String id, String owner, Instant until) {
    sql.update(
        "update grant_account set refresh_owner = ?, refresh_until = ? where grant_id = ?",
        owner,
        until,
        id);
  }

  int release(Statements sql, String id, String owner, State state, Optional<Instant> next) {
    return sql.update(
        "update grant_account set refresh_owner = null, refresh_until = null, state = ?,"
            + " refresh_at = ? where grant_id = ? and refresh_owner = ?",
        state,
        next,
        id,
        owner);
  }

  void forgetPrevious(Statements sql, String id) {
    sql.update("update grant_account set previous_refresh_token = null where grant_id = ?", id);
  }

  void replaceShops(Statements sql, String id, List<GrantedShop> shops) {
    sql.update("delete from grant_shop where grant_id = ?", id);
    for (GrantedShop shop : shops) {
      sql.update(
          "insert into grant_shop (grant_id, shop_id, name, region, cipher)"
              + " values (?, ?, ?, ?, ?)",
          id,
          shop.id(),
          shop.name(),
          shop.region(),
          shop.cipher());
    }
  }

  List<GrantedShop> shops(Statements sql, String id) {
    return sql.list(
        "select * from grant_shop where grant_id = ? order by shop_id", GrantRows::shop, id);
  }

  List<Grants.Unclaimed> unclaimed(Statements sql) {
    return sql
        .list(
            "select * from grant_account where tenant is null and store_id = ''"
                + " order by created_at limit 1000",
            row ->
                new Grants.Unclaimed(
                    row.text("grant_id"),
                    row.text("name"),
                    List.of(),
                    row.time("created_at"),
                    row.time("access_expires_at")))
        .stream()
        .map(grant -> grant.with(shops(sql, grant.id())))
        .toList();
  }

  private Grant grant(Row row) throws SQLException {
    String id = row.text("grant_id");
    return new Grant(
        id,
        row.constant("platform", Platform.class),
        row.text("app_name"),
        row.text("store_id"),
        row.optional("tenant"),
        new Tokens(
            vault.open(row.text("access_token"), place(id, "access_token")),
            row.time("access_expires_at"),
            open(row, id, "refresh_token"),
            row.moment("refresh_expires_at")),
        open(row, id, "previous_refresh_token"),
        row.constant("state", State.class),
        row.moment("refresh_at"));
  }

  private Optional<Secret> open(Row row, String id, String column) throws SQLException {
    return row.optional(column).map(text -> vault.open(text, place(id, column)));
  }

  private static GrantedShop shop(Row row) throws SQLException {
    return new GrantedShop(
        row.text("shop_id"), row.text("name"), row.text("region"), row.text("cipher"));
  }

  private static String place(String id, String column) {
    return id + "/" + column;
  }
}
