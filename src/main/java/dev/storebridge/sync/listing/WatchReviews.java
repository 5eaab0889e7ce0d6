package dev.storebridge.sync.listing;

import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.platform.ChannelListing;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.work.Claim;
import dev.storebridge.work.Marks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads how the open reviews of a connection ended: one list of what changed since the last look,
 * whatever the number of listings, and single reads for refusals and for those that lists missed.
 */
@ApplicationScoped
public class WatchReviews {

  private static final Duration OVERLAP = Duration.ofSeconds(30);
  private static final Duration MISSED_AFTER = Duration.ofMinutes(2);
  private static final int SINGLE_READS = 10;

  private final LinkedShops shops;
  private final Platforms platforms;
  private final Listings listings;
  private final ReviewBook book;
  private final Marks marks;
  private final Clock clock;
  private final Duration poll;
  private final Map<String, Instant> lookedAt = new ConcurrentHashMap<>();

  public WatchReviews(
      LinkedShops shops,
      Platforms platforms,
      Listings listings,
      ReviewBook book,
      Marks marks,
      Clock clock,
      @ConfigProperty(name = "storebridge.poll.review", defaultValue = "3s") Duration poll) {
    this.shops = shops;
    this.platforms = platforms;
    this.listings = listings;
    this.book = book;
    this.marks = marks;
    this.clock = clock;
    this.poll = poll;
  }

  /**
   * Looks once; comes back while a review is open, the later the longer the list was, so that
   * looking takes no more than a small share of the shop's rate while much is listed.
   *
   * @throws dev.storebridge.platform.PlatformException when the shop cannot be asked
   */
  public void watch(Claim claim) {
    Optional<ShopAccount> shop = shops.of(claim.ref());
    List<ListingRecord> open = listings.inReview(claim.storeId(), claim.ref(), 1);
    if (shop.isEmpty() || open.isEmpty()) {
      lookedAt.remove(claim.ref());
      book.reached(claim);
      marks.settle(claim);
      return;
    }
    Instant now = clock.instant();
    Instant first = open.getFirst().submittedAt().orElse(now).minus(OVERLAP);
    Instant since = lookedAt.getOrDefault(claim.ref(), first);
    AtomicInteger pages = new AtomicInteger();
    platforms
        .channel()
        .list(
            shop.get(),
            since,
            batch -> {
              pages.incrementAndGet();
              note(claim, shop.get(), batch);
            });
    readMissed(claim, shop.get(), now);
    lookedAt.put(claim.ref(), now.minus(OVERLAP));
    book.reached(claim);
    marks.comeBack(claim, now.plus(poll.multipliedBy(Math.max(1, pages.get()))));
  }

  private void note(Claim claim, ShopAccount shop, List<ChannelListing> batch) {
    Map<String, ListingRecord> ours =
        listings
            .byChannelIds(
                claim.storeId(), claim.ref(), batch.stream().map(ChannelListing::id).toList())
            .stream()
            .filter(record -> record.submittedAt().isPresent())
            .collect(
                Collectors.toMap(record -> record.channelId().orElseThrow(), Function.identity()));
    Map<ListingRecord, ChannelListing> ended = new HashMap<>();
    for (ChannelListing listing : batch) {
      ListingRecord record = ours.get(listing.id());
      if (record != null && !listing.status().reviewOpen()) {
        ended.put(record, withRemarks(shop, listing));
      }
    }
    book.ended(ended);
  }

  private ChannelListing withRemarks(ShopAccount shop, ChannelListing listing) {
    return listing.refused()
        ? platforms.channel().read(shop, listing.id()).orElse(listing)
        : listing;
  }

  private void readMissed(Claim claim, ShopAccount shop, Instant now) {
    Map<ListingRecord, ChannelListing> ended = new HashMap<>();
    for (ListingRecord record :
        listings.inReviewSince(
            claim.storeId(), claim.ref(), now.minus(MISSED_AFTER), SINGLE_READS)) {
      platforms
          .channel()
          .read(shop, record.channelId().orElseThrow())
          .filter(listing -> !listing.status().reviewOpen())
          .ifPresent(listing -> ended.put(record, listing));
    }
    book.ended(ended);
  }
}
