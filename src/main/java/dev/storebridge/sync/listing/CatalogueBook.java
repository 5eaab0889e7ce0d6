package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Product;
import dev.storebridge.mapping.FoundOffers;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.mapping.Snapshots;
import dev.storebridge.platform.ChannelListing;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Urgency;
import dev.storebridge.work.Claim;
import dev.storebridge.work.ImportRun;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes down what the reading of a catalogue brings, batch by batch. */
@ApplicationScoped
class CatalogueBook {

  private final Listings listings;
  private final Snapshots snapshots;
  private final FoundOffers found;
  private final Marks marks;
  private final Problems problems;
  private final Transactions transactions;
  private final WakeUps wakeUps;
  private final Clock clock;

  CatalogueBook(
      Listings listings,
      Snapshots snapshots,
      FoundOffers found,
      Marks marks,
      Problems problems,
      Transactions transactions,
      WakeUps wakeUps,
      Clock clock) {
    this.listings = listings;
    this.snapshots = snapshots;
    this.found = found;
    this.marks = marks;
    this.problems = problems;
    this.transactions = transactions;
    this.wakeUps = wakeUps;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** What the shop had when the run began. */
  void found(ImportRun run, List<ChannelListing> there) {
    found.keep(run.storeId(), run.connectionId(), run.id(), there);
  }

  /** The shop had nothing when the run began. */
  void foundNothing(ImportRun run) {
    found.nothing(run.storeId(), run.connectionId(), run.id());
  }

  /** Selected products arrived: they are queued, kept and marked in one transaction. */
  void queue(ImportRun run, List<Product> products, Instant readAt) {
    if (products.isEmpty()) {
      return;
    }
    transactions.run(
        () -> {
          listings.seen(products.stream().map(product -> queued(run, product)).toList());
          snapshots.keep(run.storeId(), products, readAt);
          mark(run, products.stream().map(Product::id).toList(), readAt);
        });
    wakeUps.send(new WakeUp(run.storeId()));
  }

  /** Listings whose product this run did not see are looked at too. */
  void withdraw(ImportRun run, Instant readAt) {
    List<String> unseen = listings.unseen(run.storeId(), run.connectionId(), run.id());
    if (!unseen.isEmpty()) {
      transactions.run(() -> mark(run, unseen, readAt));
      wakeUps.send(new WakeUp(run.storeId()));
    }
  }

  /** Products that share a SKU are told of. */
  void shared(ImportRun run, Map<String, List<Explanation>> explanations) {
    problems.sharedSkus(run.storeId(), run.connectionId(), explanations);
  }

  /** The catalogue is read: the claim is settled and trouble with the account is over. */
  void finished(Claim claim) {
    transactions.run(
        () -> {
          problems.close(Problem.Subject.account(claim.storeId(), claim.ref()));
          marks.settle(claim);
        });
  }

  private void mark(ImportRun run, List<String> productIds, Instant readAt) {
    marks.mark(run.storeId(), MarkKind.PRODUCT, productIds, Urgency.NEW_LISTING, readAt);
  }

  private static ListingRecord queued(ImportRun run, Product product) {
    return ListingRecord.queued(
        new ListingRecord.Key(run.storeId(), run.connectionId(), product.id()),
        product.title(),
        product.images().stream().findFirst().map(Image::url).orElse(""),
        run.id());
  }
}
