package dev.storebridge.ops;

import dev.storebridge.mapping.ListingAudit;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.work.WorkAudit;
import dev.storebridge.work.WorkAudit.Count;
import dev.storebridge.work.WorkAudit.Doubt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Audits the books by facts that can disagree: what was told and what was marked, what is claimed
 * and who is alive, what waits and what says so, what was queued and what is worked on.
 */
@ApplicationScoped
public class Books {

  private static final int FINDINGS = 20;

  private final WorkAudit work;
  private final ListingAudit listings;
  private final Clock clock;

  public Books(WorkAudit work, ListingAudit listings, Clock clock) {
    this.work = work;
    this.listings = listings;
    this.clock = clock;
  }

  /**
   * The audit of all stores.
   *
   * @param unsound how many findings there are; 0 when the books are sound
   */
  public record Audit(long unsound, Instant checkedAt, List<StoreBooks> stores) {}

  /**
   * The audit of one store.
   *
   * @param findings the first twenty of them in words
   */
  public record StoreBooks(
      String store, long due, long claimed, long parked, long unsound, List<String> findings) {}

  /** Looks at everything now; costs a scan of the marks. */
  public Audit audit() {
    Map<String, List<String>> findings =
        Stream.concat(work.doubts().stream(), forgotten().stream())
            .collect(
                Collectors.groupingBy(
                    Doubt::storeId,
                    TreeMap::new,
                    Collectors.mapping(Doubt::text, Collectors.toList())));
    List<StoreBooks> stores =
        work.counts().stream()
            .map(count -> books(count, findings.getOrDefault(count.storeId(), List.of())))
            .toList();
    long unsound = findings.values().stream().mapToLong(List::size).sum();
    return new Audit(unsound, clock.instant(), stores);
  }

  private static StoreBooks books(Count count, List<String> findings) {
    return new StoreBooks(
        count.storeId(),
        count.due(),
        count.claimed(),
        count.parked(),
        findings.size(),
        findings.stream().limit(FINDINGS).toList());
  }

  /** Queued by an import, and at rest without an end. */
  private List<Doubt> forgotten() {
    Map<String, List<ListingRecord.Key>> unfinished =
        listings.unfinished().stream().collect(Collectors.groupingBy(ListingRecord.Key::storeId));
    List<Doubt> doubts = new ArrayList<>();
    unfinished.forEach((store, keys) -> doubts.addAll(forgotten(store, keys)));
    return doubts;
  }

  private List<Doubt> forgotten(String store, List<ListingRecord.Key> keys) {
    Set<String> atRest =
        work.atRest(store, keys.stream().map(ListingRecord.Key::productId).toList());
    return keys.stream()
        .filter(key -> atRest.contains(key.productId()))
        .map(key -> new Doubt(store, words(key)))
        .toList();
  }

  private static String words(ListingRecord.Key key) {
    return "PRODUCT "
        + key.productId()
        + " was queued for "
        + key.connectionId()
        + " and nobody works on it";
  }
}
