package dev.storebridge.sync.sweep;

import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.ChannelListing;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Looks for listings that carry one reference of ours twice: the one we know stays, the others are
 * taken off sale, and the merchant is told.
 */
@ApplicationScoped
class Doubles {

  private static final Logger LOG = Logger.getLogger(Doubles.class);
  private static final Set<ListingStatus> ON_SALE =
      Set.of(ListingStatus.LIVE, ListingStatus.LIVE_EDIT_IN_REVIEW, ListingStatus.IN_REVIEW);

  private final Channel channel;
  private final Listings listings;
  private final Problems problems;

  Doubles(Channel channel, Listings listings, Problems problems) {
    this.channel = channel;
    this.listings = listings;
    this.problems = problems;
  }

  Search search(ShopAccount shop) {
    return new Search(shop);
  }

  /** One walk through a shop. */
  final class Search {

    private final ShopAccount shop;
    private final Map<String, List<ChannelListing>> byReference = new HashMap<>();

    private Search(ShopAccount shop) {
      this.shop = shop;
    }

    void add(List<ChannelListing> batch) {
      for (ChannelListing listing : batch) {
        if (!listing.productRef().isEmpty() && ON_SALE.contains(listing.status())) {
          byReference.computeIfAbsent(listing.productRef(), ref -> new ArrayList<>(1)).add(listing);
        }
      }
    }

    /** How many were one too many. */
    int end() {
      return byReference.entrySet().stream()
          .filter(entry -> entry.getValue().size() > 1)
          .mapToInt(entry -> settle(entry.getKey(), entry.getValue()))
          .sum();
    }

    private int settle(String productId, List<ChannelListing> found) {
      Optional<String> ours =
          listings
              .of(new ListingRecord.Key(shop.storeId(), shop.connectionId(), productId))
              .flatMap(ListingRecord::channelId);
      if (ours.isEmpty()) {
        return 0;
      }
      String kept =
          found.stream()
              .map(ChannelListing::id)
              .filter(id -> id.equals(ours.get()))
              .findFirst()
              .orElseGet(() -> oldest(found));
      List<String> others =
          found.stream().map(ChannelListing::id).filter(id -> !id.equals(kept)).toList();
      LOG.errorf(
          "Connection %s: product %s is listed %d times; %s stays, %s are taken off sale",
          shop.connectionId(), productId, found.size(), kept, others);
      channel.deactivate(shop, others);
      problems.state(
          Problem.Subject.listing(shop.storeId(), shop.connectionId(), productId),
          List.of(doubled(kept, others)),
          Optional.empty());
      return others.size();
    }

    private static String oldest(List<ChannelListing> found) {
      return found.stream().min(Comparator.comparing(ChannelListing::createdAt)).orElseThrow().id();
    }

    private static Explanation doubled(String kept, List<String> others) {
      return Explanation.of(
          "listing-doubled",
          "The product was on TikTok Shop more than once: "
              + kept
              + " stays, "
              + String.join(", ", others)
              + " were taken off sale.",
          "",
          "Look at them in Seller Center and delete those that are not needed.");
    }
  }
}
