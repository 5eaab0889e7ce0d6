package dev.storebridge.sync.listing;

import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.platform.ChannelListing;
import dev.storebridge.platform.ChannelListing.ReviewRemark;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Urgency;
import dev.storebridge.work.Claim;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes down how reviews ended. */
@ApplicationScoped
class ReviewBook {

  /** Code of the problems that reviewers' refusals become. */
  static final String REFUSED = "review-refused";

  private final Listings listings;
  private final Problems problems;
  private final Marks marks;
  private final Transactions transactions;
  private final WakeUps wakeUps;
  private final Clock clock;

  ReviewBook(
      Listings listings,
      Problems problems,
      Marks marks,
      Transactions transactions,
      WakeUps wakeUps,
      Clock clock) {
    this.listings = listings;
    this.problems = problems;
    this.marks = marks;
    this.transactions = transactions;
    this.wakeUps = wakeUps;
    this.clock = clock;
  }

  /** The shop could be asked: a problem that said otherwise is over. */
  void reached(Claim claim) {
    if (claim.tries() > 0) {
      problems.close(Problem.Subject.account(claim.storeId(), claim.ref()));
    }
  }

  /**
   * A refusal becomes a problem with the reviewers' reasons; whatever waited for the listing to be
   * live is looked at again.
   */
  void ended(Map<ListingRecord, ChannelListing> reviews) {
    if (reviews.isEmpty()) {
      return;
    }
    transactions.run(
        () -> {
          write(reviews);
          reviews.forEach(this::follow);
        });
    reviews.keySet().stream()
        .map(record -> record.key().storeId())
        .distinct()
        .forEach(store -> wakeUps.send(new WakeUp(store)));
  }

  /** One statement for all of a connection that ended alike. */
  private void write(Map<ListingRecord, ChannelListing> reviews) {
    record Alike(String storeId, String connectionId, ListingStatus status, boolean refused) {}

    Map<Alike, List<String>> ids =
        reviews.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    entry ->
                        new Alike(
                            entry.getKey().key().storeId(),
                            entry.getKey().key().connectionId(),
                            entry.getValue().status(),
                            entry.getValue().refused()),
                    Collectors.mapping(entry -> entry.getValue().id(), Collectors.toList())));
    ids.forEach(
        (alike, channelIds) -> {
          listings.reviewed(alike.storeId(), alike.connectionId(), alike.status(), channelIds);
          if (alike.refused()) {
            listings.refused(alike.storeId(), alike.connectionId(), channelIds);
          }
        });
  }

  private void follow(ListingRecord record, ChannelListing listing) {
    ListingRecord.Key key = record.key();
    if (listing.refused()) {
      problems.state(
          Problem.Subject.listing(key.storeId(), key.connectionId(), key.productId()),
          explained(listing),
          Optional.empty());
    } else if (waited(record)) {
      marks.mark(
          key.storeId(),
          MarkKind.PRODUCT,
          List.of(key.productId()),
          Urgency.PRICE,
          clock.instant());
    }
  }

  /** True when prices differ from what the listing's content was sent with. */
  private static boolean waited(ListingRecord record) {
    return record
        .applied()
        .flatMap(
            applied ->
                applied
                    .content()
                    .map(
                        content ->
                            content.offers().stream()
                                .anyMatch(
                                    offer -> {
                                      var there = applied.offers().get(offer.variantId());
                                      return there == null
                                          || !there.price().equals(Optional.of(offer.price()));
                                    })))
        .orElse(true);
  }

  private static List<Explanation> explained(ChannelListing listing) {
    if (listing.remarks().isEmpty()) {
      return List.of(
          new Explanation(
              REFUSED,
              "TikTok Shop's review refused the listing and gave no reason.",
              "",
              "Look at the listing in Seller Center, correct the product and import again.",
              ""));
    }
    return listing.remarks().stream().map(ReviewBook::explained).toList();
  }

  private static Explanation explained(ReviewRemark remark) {
    String reasons = String.join(" ", remark.reasons());
    String suggestions = String.join(" ", remark.suggestions());
    return new Explanation(
        REFUSED,
        "TikTok Shop's review refused this part of the listing: "
            + (remark.part().isEmpty() ? "unnamed" : remark.part())
            + ".",
        remark.part(),
        suggestions.isEmpty()
            ? "Correct it at the source; the change is submitted for review by itself."
            : suggestions,
        reasons);
  }
}
