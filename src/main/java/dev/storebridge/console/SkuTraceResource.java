package dev.storebridge.console;

import dev.storebridge.commerce.Money;
import dev.storebridge.console.SkuTraceView.MarkView;
import dev.storebridge.console.SkuTraceView.StockView;
import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.mapping.AppliedListing.Pushed;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.mapping.Offers;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.sync.inventory.Pools;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers why the stock of a SKU is what it is. */
@Path("/api/connections/{connection}/skus/{variant}/trace")
@Tag(name = "listings")
@RunOnVirtualThread
public class SkuTraceResource {

  private final Connections connections;
  private final Offers offers;
  private final Listings listings;
  private final SkuHistory history;
  private final Pools pools;
  private final LinkedShops shops;
  private final Marks marks;
  private final Clock clock;

  SkuTraceResource(
      Connections connections,
      Offers offers,
      Listings listings,
      SkuHistory history,
      Pools pools,
      LinkedShops shops,
      Marks marks,
      Clock clock) {
    this.connections = connections;
    this.offers = offers;
    this.listings = listings;
    this.history = history;
    this.pools = pools;
    this.shops = shops;
    this.marks = marks;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "Why a SKU shows the stock that it shows",
      description =
          "Signals, sales, looks, plans, calls and answers, the latest first. A page holds what"
              + " happened in as many looks as limit says.")
  public SkuTraceView get(
      @PathParam("connection") String id,
      @PathParam("variant") String variantId,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @Schema(implementation = Integer.class) String limit) {
    ConnectionRules rules = connections.get(id);
    String product =
        offers
            .productOf(rules.storeId(), rules.id(), variantId)
            .orElseThrow(() -> ApiProblem.missing("SKU in this connection's listings"));
    ListingRecord.Key key = new ListingRecord.Key(rules.storeId(), rules.id(), product);
    ListingRecord record = listings.of(key).orElseThrow(() -> ApiProblem.missing("listing"));
    return view(rules, record, variantId, until(cursor), Page.size(limit));
  }

  private Instant until(String cursor) {
    String key = Page.key(cursor);
    try {
      return key.isEmpty() ? clock.instant().plusSeconds(1) : Instant.parse(key);
    } catch (DateTimeParseException e) {
      throw ApiProblem.of(
          400, "bad-cursor", "The cursor is not one of ours.", "Use the next of the page before.");
    }
  }

  private SkuTraceView view(
      ConnectionRules rules, ListingRecord record, String variantId, Instant until, int size) {
    AppliedOffer offer =
        record
            .applied()
            .map(AppliedListing::offers)
            .map(all -> all.get(variantId))
            .orElseThrow(() -> ApiProblem.missing("SKU in this connection's listings"));
    SkuHistory.Span span = history.before(record, variantId, until, size);
    return new SkuTraceView(
        variantId,
        record.key().productId(),
        offer.sellerSku(),
        record.channelId().orElse(null),
        offer.offerId(),
        offer.price().map(Money::text).orElse(null),
        offer.price().map(price -> price.currency().value()).orElse(null),
        stock(rules, record, variantId, offer),
        mark(record.key()),
        span.items(),
        span.next());
  }

  private StockView stock(
      ConnectionRules rules, ListingRecord record, String variantId, AppliedOffer offer) {
    Map<String, Integer> shown = shown(rules, record, variantId);
    boolean known = !shown.isEmpty() && !shown.containsValue(AppliedOffer.UNKNOWN);
    String because =
        history
            .lastSeen(record.key(), variantId)
            .map(seen -> TraceWords.because(seen, rules.inventory()))
            .orElse("It has not been looked at for longer than traces are kept.");
    return new StockView(
        known ? Integer.valueOf(shown.values().stream().mapToInt(Integer::intValue).sum()) : null,
        known ? shown : null,
        offer.pushed().map(Pushed::endedAt).orElse(null),
        because);
  }

  /** What was set last, with what was sold and called off since. */
  private Map<String, Integer> shown(
      ConnectionRules rules, ListingRecord record, String variantId) {
    String shop = shops.of(rules.id()).map(ShopAccount::id).orElse("");
    AppliedListing applied = record.applied().orElseThrow();
    return pools
        .of(record.key().storeId(), record.key().productId(), List.of(applied), clock.instant())
        .expected(shop, applied, false)
        .offers()
        .get(variantId)
        .stock();
  }

  private MarkView mark(ListingRecord.Key key) {
    return marks
        .standing(key.storeId(), MarkKind.PRODUCT, key.productId())
        .map(
            standing ->
                new MarkView(
                    standing.state(),
                    standing.toldAt(),
                    standing.state().equals("due") ? standing.dueAt() : null,
                    standing.tries()))
        .orElse(null);
  }
}
