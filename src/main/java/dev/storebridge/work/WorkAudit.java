package dev.storebridge.work;

import dev.storebridge.platform.StockItems;
import dev.storebridge.sql.Sql;
import dev.storebridge.work.SignalMarks.Due;
import dev.storebridge.work.SignalMarks.Key;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Facts about the work that disagree only when something was lost or ended in silence. Nothing is
 * repaired here: a doubt names what to look at.
 */
@ApplicationScoped
@Transactional
public class WorkAudit {

  private static final int MOST = 1_000;
  private static final int SIGNALS = 10_000;
  private static final int TOGETHER = 500;
  private static final Duration RECENT = Duration.ofHours(1);

  private final EntityManager entities;
  private final StockItems items;
  private final Clock clock;

  public WorkAudit(EntityManager entities, StockItems items, Clock clock) {
    this.entities = entities;
    this.items = items;
    this.clock = clock;
  }

  /** How much of a store's work stands where. */
  public record Count(String storeId, long due, long claimed, long parked) {}

  /** Something of a store that should not be. */
  public record Doubt(String storeId, String text) {}

  /** All stores that anything was ever marked for. */
  public List<Count> counts() {
    List<?> rows =
        Sql.query(
                entities,
                """
                select store_id, sum(state = 1), sum(state = 2), sum(state = 3)
                from mark group by store_id order by store_id
                """)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Count((String) row[0], number(row[1]), number(row[2]), number(row[3])))
        .toList();
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }

  /** At most a thousand doubts of each sort. */
  public List<Doubt> doubts() {
    return Stream.of(settledTooEarly(), ownerless(), parkedInSilence(), unmarked())
        .flatMap(List::stream)
        .toList();
  }

  /** A change came after the revision that was settled, and nothing is due. */
  private List<Doubt> settledTooEarly() {
    return doubts(
        "is settled although it changed since",
        "select store_id, kind, ref from mark where state = 0 and settled_revision < revision");
  }

  /** Long enough after its lease ended, somebody else should have freed it. */
  private List<Doubt> ownerless() {
    return doubts(
        "is claimed by a worker that is gone",
        """
        select m.store_id, m.kind, m.ref from mark m left join lease l on l.store_id = m.store_id
        where m.state = 2 and (l.until is null or m.claim_epoch < l.epoch
          or l.until < utc_timestamp(6) - interval 30 second)
        """);
  }

  private List<Doubt> parkedInSilence() {
    return doubts(
        "waits for a person, and no problem says so",
        """
        select m.store_id, m.kind, m.ref from mark m
        where m.state = 3 and (
          m.kind = 'PRODUCT' and not exists (select 1 from problem p
            where p.store_id = m.store_id and p.kind = 'LISTING' and p.ref = m.ref)
          or m.kind = 'ORDER' and not exists (select 1 from problem p
            where p.store_id = m.store_id and p.kind = 'ORDER'
              and concat(p.connection_id, '/', p.ref) = m.ref))
        """);
  }

  private List<Doubt> doubts(String words, String sql) {
    List<?> rows = Sql.query(entities, sql + " limit " + MOST).getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Doubt((String) row[0], row[1] + " " + row[2] + " " + words))
        .toList();
  }

  /** Signals of the last hour whose mark is older than they are. */
  private List<Doubt> unmarked() {
    List<?> rows =
        Sql.query(
                entities,
                Signals.COLUMNS
                    + """
                     where received_at > ? and subject in
                      ('PRODUCT', 'STOCK_ITEM', 'ORDER', 'AFTERSALE', 'CHANNEL_STOCK')
                    order by received_at desc limit
                    """
                    + SIGNALS,
                clock.instant().minus(RECENT))
            .getResultList();
    List<Signal> signals = rows.stream().map(row -> Signals.signal((Object[]) row)).toList();
    SortedMap<Key, Due> expected =
        SignalMarks.of(signals, items.products(SignalMarks.items(signals)));
    Map<Key, Instant> told = told(expected.keySet());
    return expected.entrySet().stream()
        .filter(mark -> told.getOrDefault(mark.getKey(), Instant.MIN).isBefore(at(mark)))
        .map(mark -> new Doubt(mark.getKey().storeId(), words(mark.getKey(), at(mark))))
        .toList();
  }

  private static Instant at(Map.Entry<Key, Due> mark) {
    return mark.getValue().toldAt();
  }

  private static String words(Key key, Instant at) {
    return key.kind() + " " + key.ref() + " was told of at " + at + " and not marked";
  }

  private Map<Key, Instant> told(Collection<Key> keys) {
    Map<Key, Instant> told = new HashMap<>();
    List<Key> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += TOGETHER) {
      List<Key> part = all.subList(from, Math.min(all.size(), from + TOGETHER));
      Object[] parameters =
          part.stream()
              .flatMap(key -> Stream.of(key.storeId(), key.kind().name(), key.ref()))
              .toArray();
      List<?> rows =
          Sql.query(
                  entities,
                  "select store_id, kind, ref, told_at from mark where (store_id, kind, ref) in ("
                      + String.join(",", Collections.nCopies(part.size(), "(?,?,?)"))
                      + ")",
                  parameters)
              .getResultList();
      for (Object row : rows) {
        Object[] mark = (Object[]) row;
        told.put(
            new Key((String) mark[0], MarkKind.valueOf((String) mark[1]), (String) mark[2]),
            Sql.instant(mark[3]));
      }
    }
    return told;
  }

  /** Which of a store's products nobody works on: their marks are settled, or there is none. */
  public Set<String> atRest(String storeId, Collection<String> productIds) {
    List<String> all = new ArrayList<>(productIds);
    Set<String> resting = new HashSet<>(all);
    for (int from = 0; from < all.size(); from += TOGETHER) {
      List<String> part = all.subList(from, Math.min(all.size(), from + TOGETHER));
      Sql.query(
              entities,
              "select ref from mark where state <> 0 and store_id = ? and kind = 'PRODUCT'"
                  + " and ref in ("
                  + String.join(",", Collections.nCopies(part.size(), "?"))
                  + ")",
              Stream.concat(Stream.of(storeId), part.stream()).toArray())
          .getResultList()
          .forEach(resting::remove);
    }
    return resting;
  }
}
