package dev.storebridge.work;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.CallBook;
import dev.storebridge.sql.Sql;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Counts in memory and writes every second, all accounts in one statement: no call waits for it,
 * and a second's counts are lost with the process.
 */
@ApplicationScoped
public class StoredCallBook implements CallBook {

  private static final Logger LOG = Logger.getLogger(StoredCallBook.class);
  private static final int ROWS_PER_STATEMENT = 500;
  private static final int DAYS_KEPT = 62;

  private final EntityManager entities;
  private final Transactions transactions;
  private final Clock clock;
  private Map<Key, Calls> fresh = new HashMap<>();

  public StoredCallBook(EntityManager entities, Transactions transactions, Clock clock) {
    this.entities = entities;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Key(String account, LocalDate day, String group) {}

  /** Calls of one group, and how many of them the platform refused as too many. */
  public record Calls(long made, long rejected) {

    private Calls plus(Calls more) {
      return new Calls(made + more.made, rejected + more.rejected);
    }
  }

  @Override
  public void made(AccountId account, String group, boolean rejected) {
    add(new Key(account.toString(), today(), group), new Calls(1, rejected ? 1 : 0));
  }

  private synchronized void add(Key key, Calls calls) {
    fresh.merge(key, calls, Calls::plus);
  }

  private synchronized Map<Key, Calls> taken() {
    Map<Key, Calls> taken = fresh;
    fresh = new HashMap<>();
    return taken;
  }

  /** Writes what was counted; what cannot be written now is written with the next. */
  @PreDestroy
  public void write() {
    Map<Key, Calls> counted = taken();
    List<Map.Entry<Key, Calls>> sorted = new ArrayList<>(counted.entrySet());
    sorted.sort(
        Comparator.comparing((Map.Entry<Key, Calls> one) -> one.getKey().account())
            .thenComparing(one -> one.getKey().day())
            .thenComparing(one -> one.getKey().group()));
    try {
      for (int from = 0; from < sorted.size(); from += ROWS_PER_STATEMENT) {
        List<Map.Entry<Key, Calls>> part =
            sorted.subList(from, Math.min(sorted.size(), from + ROWS_PER_STATEMENT));
        transactions.run(() -> write(part));
        part.forEach(one -> counted.remove(one.getKey()));
      }
    } catch (PersistenceException | IllegalStateException e) {
      LOG.debug("Counts of calls could not be written", e);
      counted.forEach(this::add);
    }
  }

  private void write(List<Map.Entry<Key, Calls>> part) {
    Sql.insert(
        entities,
        "insert into call_day (account_id, call_day, call_group, made, rejected) values ",
        part.stream()
            .map(
                one ->
                    new Object[] {
                      one.getKey().account(),
                      one.getKey().day(),
                      one.getKey().group(),
                      one.getValue().made(),
                      one.getValue().rejected()
                    })
            .toList(),
        "on duplicate key update made = made + values(made), rejected = rejected + values(rejected)");
  }

  /** The calls of a day by group, with those that are not written yet. */
  public Map<String, Calls> of(AccountId account, LocalDate day) {
    write();
    List<Object> rows =
        transactions.call(
            () ->
                Sql.query(
                        entities,
                        "select call_group, made, rejected from call_day"
                            + " where account_id = ? and call_day = ?",
                        account.toString(),
                        day)
                    .getResultList());
    Map<String, Calls> calls = new HashMap<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      calls.put(
          (String) columns[0],
          new Calls(((Number) columns[1]).longValue(), ((Number) columns[2]).longValue()));
    }
    return calls;
  }

  /** Forgets the counts of two months ago. */
  public void purge() {
    transactions.run(
        () ->
            Sql.query(
                    entities,
                    "delete from call_day where call_day < ?",
                    today().minusDays(DAYS_KEPT))
                .executeUpdate());
  }

  /** The day that counts now. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
