package dev.storebridge.tenant.registry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The book in the database. */
@ApplicationScoped
class StoredTenantBook implements TenantBook {

  private static final int BATCH = 500;
  private static final int TRIES = 3;

  private final Files files;
  private final Owners owners;
  private final EntityManager entities;
  private final Clock clock;

  StoredTenantBook(Files files, Owners owners, EntityManager entities, Clock clock) {
    this.files = files;
    this.owners = owners;
    this.entities = entities;
    this.clock = clock;
  }

  /** Accepted files by tenant. */
  @ApplicationScoped
  static class Files implements PanacheRepositoryBase<TenantFileRow, String> {}

  /** Owners by id. */
  @ApplicationScoped
  static class Owners implements PanacheRepositoryBase<AccountOwnerRow, AccountOwnerRow.Key> {}

  @Override
  public Map<String, String> hashes() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .createQuery("select f.tenant, f.textHash from TenantFileRow f", Object[].class)
                    .getResultStream()
                    .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1])));
  }

  @Override
  public Optional<String> text(String tenant) {
    return QuarkusTransaction.requiringNew()
        .call(() -> files.findByIdOptional(tenant).map(row -> row.text));
  }

  @Override
  public Map<String, List<Clash>> accept(List<Version> versions) {
    for (int tries = 1; ; tries++) {
      try {
        return QuarkusTransaction.requiringNew().call(() -> acceptNow(versions));
      } catch (PersistenceException e) {
        // Another replica accepted the same at the same moment: what it wrote is seen next time.
        if (tries == TRIES) {
          throw e;
        }
      }
    }
  }

  private Map<String, List<Clash>> acceptNow(List<Version> versions) {
    Map<Claim, AccountOwnerRow> rows = ownersOf(versions);
    Map<Claim, String> before = new HashMap<>();
    rows.forEach((claim, row) -> before.put(claim, row.tenant));
    Ownership ownership = new Ownership(before);
    Map<String, List<Clash>> refused = new LinkedHashMap<>();
    List<Version> accepted = new ArrayList<>();
    for (Version version : versions) {
      List<Clash> clashes = ownership.take(version);
      if (clashes.isEmpty()) {
        accepted.add(version);
      } else {
        refused.put(version.tenant(), clashes);
      }
    }
    Instant now = clock.instant();
    writeFiles(accepted, now);
    writeOwners(rows, ownership.owners(), now);
    entities.flush();
    return refused;
  }

  private Map<Claim, AccountOwnerRow> ownersOf(List<Version> versions) {
    List<String> ids =
        versions.stream().flatMap(v -> v.claims().stream()).map(Claim::id).distinct().toList();
    List<String> tenants = versions.stream().map(Version::tenant).toList();
    Map<Claim, AccountOwnerRow> rows = new HashMap<>();
    batches(ids).forEach(batch -> addRows("id in ?1", batch, rows));
    batches(tenants).forEach(batch -> addRows("tenant in ?1", batch, rows));
    return rows;
  }

  private void addRows(String query, List<String> batch, Map<Claim, AccountOwnerRow> rows) {
    owners.list(query, batch).forEach(row -> rows.put(row.claim(), row));
  }

  private void writeFiles(List<Version> versions, Instant now) {
    Map<String, TenantFileRow> rows = new HashMap<>();
    batches(versions.stream().map(Version::tenant).toList())
        .forEach(
            batch -> files.list("tenant in ?1", batch).forEach(row -> rows.put(row.tenant, row)));
    for (Version version : versions) {
      TenantFileRow row = rows.getOrDefault(version.tenant(), new TenantFileRow());
      row.tenant = version.tenant();
      row.textHash = version.hash();
      row.text = version.text();
      row.acceptedAt = now;
      files.persist(row);
    }
  }

  private void writeOwners(
      Map<Claim, AccountOwnerRow> rows, Map<Claim, String> after, Instant now) {
    rows.forEach(
        (claim, row) -> {
          if (!after.containsKey(claim)) {
            owners.delete(row);
          }
        });
    after.forEach(
        (claim, tenant) -> {
          if (!rows.containsKey(claim)) {
            AccountOwnerRow row = new AccountOwnerRow();
            row.id = claim.id();
            row.kind = claim.kind();
            row.tenant = tenant;
            row.since = now;
            owners.persist(row);
          }
        });
  }

  @Override
  public void forget(String tenant) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              owners.delete("tenant = ?1 and kind = ?2", tenant, Claim.Kind.SHOP);
              files.deleteById(tenant);
            });
  }

  private static <T> List<List<T>> batches(Collection<T> all) {
    List<T> list = List.copyOf(all);
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < list.size(); from += BATCH) {
      batches.add(list.subList(from, Math.min(list.size(), from + BATCH)));
    }
    return batches;
  }
}
