package dev.storebridge.sync.listing;

import dev.storebridge.mapping.Intents;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.platform.Urgency;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes down what the channel accepted, with all that follows from it, in one transaction. */
@ApplicationScoped
class ListingBook {

  private final Listings listings;
  private final Intents intents;
  private final Marks marks;
  private final Transactions transactions;
  private final Clock clock;
  private final Duration reviewPoll;

  ListingBook(
      Listings listings,
      Intents intents,
      Marks marks,
      Transactions transactions,
      Clock clock,
      @ConfigProperty(name = "storebridge.poll.review", defaultValue = "3s") Duration reviewPoll) {
    this.listings = listings;
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
          save(target, now);
          now.applied().ifPresent(applied -> listings.saveOffers(now.key(), applied));
          intents.end(now.key());
        });
  }

  private void save(Target target, ListingRecord now) {
    listings.save(now);
    boolean offersChanged =
        target
            .record()
            .flatMap(ListingRecord::applied)
            .map(
                before ->
                    now.applied()
                        .map(after -> !after.offers().keySet().equals(before.offers().keySet()))
                        .orElse(false))
            .orElse(false);
    if (offersChanged) {
      now.applied().ifPresent(applied -> listings.saveOffers(now.key(), applied));
    }
    if (now.submittedAt().isPresent()) {
      marks.markFor(
          now.key().storeId(),
          MarkKind.REVIEW,
          now.key().connectionId(),
          Urgency.CONTENT,
          clock.instant().plus(reviewPoll));
    }
  }
}
