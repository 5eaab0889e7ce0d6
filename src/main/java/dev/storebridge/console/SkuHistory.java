package dev.storebridge.console;

import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.StockLedger;
import dev.storebridge.mapping.StoredStockItems;
import dev.storebridge.mapping.Trace;
import dev.storebridge.mapping.Trace.Seen;
import dev.storebridge.mapping.Traces;
import dev.storebridge.sync.listing.trace.TraceBook;
import dev.storebridge.work.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What happened to a SKU, from all that is kept of it: signals, sales, looks and calls. */
@ApplicationScoped
class SkuHistory {

  private static final int SIGNALS = 200;
  private static final int SALES = 500;

  private final TraceBook book;
  private final Traces traces;
  private final Signals signals;
  private final StoredStockItems items;
  private final StockLedger ledger;
  private final Clock clock;

  SkuHistory(
      TraceBook book,
      Traces traces,
      Signals signals,
      StoredStockItems items,
      StockLedger ledger,
      Clock clock) {
    this.book = book;
    this.traces = traces;
    this.signals = signals;
    this.items = items;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What happened in a span of time.
   *
   * @param items latest first
   * @param next the cursor of what happened before, null at the end
   */
  record Span(List<TraceItem> items, String next) {}

  /**
   * What happened before a moment.
   *
   * @param looks how many looks the span covers
   */
  Span before(ListingRecord listing, String variantId, Instant until, int looks) {
    book.write();
    Page<Trace> page =
        Page.of(
            traces.before(listing.key(), until, looks + 1),
            looks,
            trace -> trace.endedAt().toString(),
            trace -> trace);
    Instant from = page.next() == null ? Instant.EPOCH : page.items().getLast().work().toldAt();
    List<TraceItem> happened = new ArrayList<>();
    page.items().forEach(trace -> happened.addAll(TraceWords.work(trace, variantId)));
    happened.addAll(told(listing, from, until));
    happened.addAll(sold(listing.key(), variantId, from, until));
    happened.sort(Comparator.comparing(TraceItem::at).reversed());
    return new Span(happened, page.next());
  }

  private List<TraceItem> told(ListingRecord listing, Instant from, Instant until) {
    ListingRecord.Key key = listing.key();
    List<String> ids = new ArrayList<>(items.of(key.storeId(), key.productId()));
    ids.add(key.productId());
    listing.channelId().ifPresent(ids::add);
    return signals.about(key.storeId(), key.connectionId(), ids, from, until, SIGNALS).stream()
        .map(TraceWords::signal)
        .toList();
  }

  private List<TraceItem> sold(
      ListingRecord.Key key, String variantId, Instant from, Instant until) {
    return ledger.ofVariant(key.storeId(), key.productId(), variantId, from, until, SALES).stream()
        .map(TraceWords::sale)
        .toList();
  }

  /** The SKU at the last look. */
  Optional<Seen> lastSeen(ListingRecord.Key key, String variantId) {
    return traces.before(key, clock.instant().plusSeconds(1), 1).stream()
        .findFirst()
        .flatMap(last -> Optional.ofNullable(last.work().variants().get(variantId)));
  }
}
