package dev.storebridge.sync.sweep;

import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.commerce.Money;
import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.mapping.Reconciliation.Counts;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.ChannelListing;
import dev.storebridge.platform.ChannelListing.ChannelOffer;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.sync.inventory.Pools;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares every listing of ours that a shop shows with what we believe of it. Where status, price
 * or stock differ, what we believe is corrected and the product marked: its plan does the rest.
 * Content is not compared, since channels rewrite it.
 */
@ApplicationScoped
class CompareShop {

  private final Channel channel;
  private final Listings listings;
  private final Pools pools;
  private final Marks marks;
  private final Doubles doubles;
  private final Transactions transactions;
  private final WakeUps wakeUps;
  private final Clock clock;

  CompareShop(
      Channel channel,
      Listings listings,
      Pools pools,
      Marks marks,
      Doubles doubles,
      Transactions transactions,
      WakeUps wakeUps,
      Clock clock) {
    this.channel = channel;
    this.listings = listings;
    this.pools = pools;
    this.marks = marks;
    this.doubles = doubles;
    this.transactions = transactions;
    this.wakeUps = wakeUps;
    this.clock = clock;
  }

  Counts compare(ShopAccount shop) {
    Set<String> shown = new HashSet<>();
    Set<String> differing = new HashSet<>();
    Doubles.Search search = doubles.search(shop);
    channel.list(
        shop,
        Instant.EPOCH,
        batch -> {
          search.add(batch);
          differing.addAll(compare(shop, batch, shown));
        });
    int gone = gone(shop, shown);
    int doubled = search.end();
    wakeUps.send(new WakeUp(shop.storeId()));
    return new Counts(shown.size(), differing.size(), gone, doubled);
  }

  private Set<String> compare(ShopAccount shop, List<ChannelListing> batch, Set<String> shown) {
    Map<String, ListingRecord> ours =
        listings
            .byChannelIds(
                shop.storeId(),
                shop.connectionId(),
                batch.stream().map(ChannelListing::id).toList())
            .stream()
            .collect(
                Collectors.toMap(record -> record.channelId().orElseThrow(), Function.identity()));
    Set<String> differing = new HashSet<>();
    for (ChannelListing listing : batch) {
      ListingRecord record = ours.get(listing.id());
      if (record != null) {
        shown.add(listing.id());
        if (corrected(shop, record, listing)) {
          differing.add(listing.id());
        }
      }
    }
    return differing;
  }

  /** A listing whose review is open changes by itself; one that somebody writes just now too. */
  private boolean corrected(ShopAccount shop, ListingRecord record, ChannelListing listing) {
    if (record.submittedAt().isPresent() || listing.status().reviewOpen()) {
      return false;
    }
    boolean status = !record.status().equals(Optional.of(listing.status()));
    boolean stock = record.applied().filter(a -> otherStock(shop, record, a, listing)).isPresent();
    Optional<AppliedListing> prices =
        record.applied().flatMap(applied -> otherPrices(applied, listing));
    if (!status && !stock && prices.isEmpty()) {
      return false;
    }
    return transactions.call(
        () -> {
          if (!listings.locked(record.key()).equals(Optional.of(record))) {
            return false;
          }
          prices.ifPresent(applied -> listings.save(record.linked(listing.id(), applied)));
          if (status) {
            listings.reviewed(
                shop.storeId(), shop.connectionId(), listing.status(), List.of(listing.id()));
          }
          mark(record.key(), stock);
          return true;
        });
  }

  private void mark(ListingRecord.Key key, boolean stock) {
    if (stock) {
      marks.doubt(key.storeId(), MarkKind.PRODUCT, key.productId(), Urgency.STOCK);
    } else {
      marks.mark(
          key.storeId(),
          MarkKind.PRODUCT,
          List.of(key.productId()),
          Urgency.PRICE,
          clock.instant());
    }
  }

  /** What was sold and called off since our last call explains a difference. */
  private boolean otherStock(
      ShopAccount shop, ListingRecord record, AppliedListing applied, ChannelListing listing) {
    if (!differs(applied, listing)) {
      return false;
    }
    AppliedListing expected =
        transactions.call(
            () ->
                pools
                    .of(shop.storeId(), record.key().productId(), List.of(applied), clock.instant())
                    .expected(shop.id(), applied, false));
    return differs(expected, listing);
  }

  private static boolean differs(AppliedListing believed, ChannelListing listing) {
    Map<String, ChannelOffer> shown = byId(listing);
    return believed.offers().values().stream()
        .filter(offer -> !offer.stock().isEmpty() && shown.containsKey(offer.offerId()))
        .filter(offer -> !offer.stock().containsValue(AppliedOffer.UNKNOWN))
        .anyMatch(
            offer ->
                offer.stock().entrySet().stream()
                    .anyMatch(
                        entry ->
                            !entry
                                .getValue()
                                .equals(
                                    shown
                                        .get(offer.offerId())
                                        .stock()
                                        .getOrDefault(entry.getKey(), 0))));
  }

  /** What we believe with the prices that are shown; empty where they are the same. */
  private static Optional<AppliedListing> otherPrices(
      AppliedListing applied, ChannelListing listing) {
    Map<String, ChannelOffer> shown = byId(listing);
    Map<String, AppliedOffer> offers = new HashMap<>(applied.offers());
    offers.replaceAll(
        (variant, offer) -> {
          Optional<Money> price =
              Optional.ofNullable(shown.get(offer.offerId())).flatMap(ChannelOffer::price);
          boolean other = price.isPresent() && offer.price().isPresent();
          return other && !price.equals(offer.price()) ? offer.priced(price.get()) : offer;
        });
    return offers.equals(applied.offers())
        ? Optional.empty()
        : Optional.of(new AppliedListing(applied.content(), offers));
  }

  private static Map<String, ChannelOffer> byId(ChannelListing listing) {
    return listing.offers().stream()
        .collect(Collectors.toMap(ChannelOffer::id, Function.identity(), (one, same) -> one));
  }

  /** Listings of ours that were not shown are read one by one, since lists lag. */
  private int gone(ShopAccount shop, Set<String> shown) {
    int gone = 0;
    String after = "";
    List<ListingRecord> page;
    do {
      page = listings.page(shop.storeId(), shop.connectionId(), after, Optional.empty(), 500);
      for (ListingRecord record : page) {
        if (missing(record, shown)
            && channel.read(shop, record.channelId().orElseThrow()).isEmpty()) {
          gone++;
          listings.reviewed(
              shop.storeId(),
              shop.connectionId(),
              ListingStatus.REMOVED,
              List.of(record.channelId().orElseThrow()));
        }
        after = record.key().productId();
      }
    } while (!page.isEmpty());
    return gone;
  }

  private static boolean missing(ListingRecord record, Set<String> shown) {
    return record.channelId().filter(id -> !shown.contains(id)).isPresent()
        && !record.withdrawn()
        && !record.status().equals(Optional.of(ListingStatus.REMOVED))
        && record.submittedAt().isEmpty();
  }
}
