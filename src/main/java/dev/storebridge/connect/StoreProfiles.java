package dev.storebridge.connect;

import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.connect.Statements.Row;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stores say of themselves, learned at first contact: their webhooks name them by it. */
@ApplicationScoped
public class StoreProfiles {
  private static final String SELECT = "select * from store_profile where store_id = ?";

  private final Database database;
  private final Clock clock;
  private final ExpiringCache<Optional<Known>> known;

  StoreProfiles(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.known = new ExpiringCache<>(clock, Duration.ofSeconds(5));
  }

  /**
   * A state found out from outside.
   *
   * @param credential the credential it was found out with, as a hash; empty for any
   */
  record Mark(AccountState state, Optional<String> credential) {}

  private record Known(Optional<StoreProfile> profile, Optional<Mark> mark) {}

  /** Empty before the first contact. */
  public Optional<StoreProfile> of(String storeId) {
    return read(storeId).flatMap(Known::profile);
  }

  /** A store's name at its platform: for Shopify the {@code myshopifyDomain}. */
  record Name(Platform platform, String externalId) {}

  private record Named(Name name, String storeId) {}

  /** All stores by their names; several have one name when tenants share a store. */
  Map<Name, List<String>> names() {
    List<Named> all =
        database.transaction(
            sql ->
                sql.list(
                    "select store_id, platform, external_id from store_profile"
                        + " where external_id is not null order by store_id",
                    row ->
                        new Named(
                            new Name(
                                row.constant("platform", Platform.class), row.text("external_id")),
                            row.text("store_id"))));
    return all.stream()
        .collect(
            Collectors.groupingBy(
                Named::name, Collectors.mapping(Named::storeId, Collectors.toList())));
  }

  /** Whether what is known of a store was said at the address that its file names now. */
  boolean readFrom(StoreAccount store) {
    return database
        .transaction(
            sql ->
                sql.one(
                    "select read_from from store_profile where store_id = ? and read_from = ?"
                        + " and external_id is not null",
                    row -> row.text("read_from"),
                    store.id(),
                    store.url().toString()))
        .isPresent();
  }

  /** Keeps what a store said of itself; a store that could be read is marked no longer. */
  public void remember(StoreAccount store, StoreProfile profile) {
    database.transaction(
        sql ->
            sql.update(
                "insert into store_profile"
                    + " (store_id, platform, external_id, name, currency, tax_included, read_from,"
                    + " updated_at) values (?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update"
                    + " external_id = values(external_id), name = values(name),"
                    + " currency = values(currency), tax_included = values(tax_included),"
                    + " mark = null, mark_credential = null, read_from = values(read_from),"
                    + " updated_at = values(updated_at)",
                store.id(),
                store.platform(),
                profile.externalId(),
                profile.name(),
                profile.currency().value(),
                profile.taxIncluded(),
                store.url().toString(),
                clock.instant()));
    known.forget(store.id());
  }

  Optional<Mark> mark(String storeId) {
    return read(storeId).flatMap(Known::mark);
  }

  void mark(Platform platform, String storeId, Optional<Mark> mark) {
    if (mark(storeId).equals(mark)) {
      return;
    }
    database.transaction(
        sql ->
            sql.update(
                "insert into store_profile"
                    + " (store_id, platform, mark, mark_credential, updated_at)"
                    + " values (?, ?, ?, ?, ?) on duplicate key update mark = values(mark),"
                    + " mark_credential = values(mark_credential)",
                storeId,
                platform,
                mark.map(Mark::state),
                mark.flatMap(Mark::credential),
                clock.instant()));
    known.forget(storeId);
  }

  private Optional<Known> read(String storeId) {
    return known.get(
        storeId, key -> database.transaction(sql -> sql.one(SELECT, StoreProfiles::known, key)));
  }

  private static Known known(Row row) throws SQLException {
    Optional<StoreProfile> profile = Optional.empty();
    Optional<String> externalId = row.optional("external_id");
    if (externalId.isPresent()) {
      CurrencyCode currency = new CurrencyCode(row.text("currency"));
      profile =
          Optional.of(
              new StoreProfile(
                  externalId.get(), row.text("name"), currency, row.flag("tax_included")));
    }
    Optional<String> credential = row.optional("mark_credential");
    return new Known(
        profile,
        row.optional("mark").map(state -> new Mark(AccountState.valueOf(state), credential)));
  }
}
