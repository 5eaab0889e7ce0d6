package dev.storebridge.sync.listing;

import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.Intents;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.mapping.Offers;
import dev.storebridge.mapping.WaitingOrders;
import dev.storebridge.platform.Urgency;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.ShopRef;
import dev.storebridge.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes down what the channel accepted, with all that follows from it, in one transaction. */
@ApplicationScoped
class ListingBook {

  private final Listings listings;
  private final Offers offers;
  private final WaitingOrders waiting;
  private final Intents intents;
  private final Marks marks;
  private final Transactions transactions;
  private final Clock clock;
  private final Duration reviewPoll;

  ListingBook(
      Listings listings,
      Offers offers,
      WaitingOrders waiting,
      Intents intents,
      Marks marks,
      Transactions transactions,
      Clock clock,
      @ConfigProperty(name = "storebridge.poll.review", defaultValue = "3s") Duration reviewPoll) {
    this.listings = listings;
    this.offers = offers;
    this.waiting = waiting;
    this.intents = intents;
    this.marks = marks;
    this.transactions = transactions;
    this.clock = clock;
    this.reviewPoll = reviewPoll;
  }

  /** A listing that was there changed. */
  void write(Target target, ListingRecord now) {
    transactions.run(() -> save(target, now));
  }

  /** A listing is bound to its product, and the intent to create it has ended. */
  void bind(Target target, ListingRecord now) {
    transactions.run(
        () -> {
          intents.end(now.key());
          save(target, now);
        });
  }

  /** The mark comes last: all listings of a connection share it, so its lock is held briefly. */
  private void save(Target target, ListingRecord now) {
    listings.save(now);
    now.applied().ifPresent(applied -> saveOffers(target, now.key(), applied));
    if (now.submittedAt().isPresent()) {
      marks.markFor(
          now.key().storeId(),
          MarkKind.REVIEW,
          now.key().connectionId(),
          Urgency.CONTENT,
          clock.instant().plus(reviewPoll));
    }
  }

  private void saveOffers(Target target, ListingRecord.Key key, AppliedListing now) {
    Optional<AppliedListing> before = target.record().flatMap(ListingRecord::applied);
    if (before.isEmpty()) {
      offers.add(key, now);
    } else if (!offersOf(before.get()).equals(offersOf(now))) {
      offers.replace(key, now);
    } else {
      return;
    }
    wakeOrders(key, now);
  }

  /** Orders that could not be placed because nobody knew what they sold. */
  private void wakeOrders(ListingRecord.Key key, AppliedListing now) {
    List<String> offerIds =
        now.offers().values().stream().map(AppliedListing.AppliedOffer::offerId).toList();
    List<String> orders =
        waiting.take(key.storeId(), key.connectionId(), offerIds).stream()
            .map(order -> new ShopRef(key.connectionId(), order).text())
            .toList();
    marks.mark(key.storeId(), MarkKind.ORDER, orders, Urgency.ORDER, clock.instant());
  }

  /** Id and seller SKU of each variant's offer. */
  private static Map<String, List<String>> offersOf(AppliedListing applied) {
    return applied.offers().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                offer -> List.of(offer.getValue().offerId(), offer.getValue().sellerSku())));
  }
}
