package dev.storebridge.sync.inventory;

import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.platform.Urgency;
import dev.storebridge.work.Claim;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import dev.storebridge.work.ShopRef;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody set stock in a shop by hand: what we believe of it is forgotten and it is set anew. */
@ApplicationScoped
public class RestoreStock {

  private final Listings listings;
  private final Marks marks;
  private final Problems problems;
  private final Transactions transactions;
  private final WakeUps wakeUps;

  public RestoreStock(
      Listings listings,
      Marks marks,
      Problems problems,
      Transactions transactions,
      WakeUps wakeUps) {
    this.listings = listings;
    this.marks = marks;
    this.problems = problems;
    this.transactions = transactions;
    this.wakeUps = wakeUps;
  }

  /** Marks the listing's product; a listing that is not ours is left alone. */
  public void restore(Claim claim) {
    ShopRef ref = ShopRef.of(claim.ref());
    transactions.run(
        () -> {
          listings
              .byChannelId(claim.storeId(), ref.connectionId(), ref.id())
              .map(ListingRecord::key)
              .ifPresent(
                  key ->
                      marks.doubt(key.storeId(), MarkKind.PRODUCT, key.productId(), Urgency.STOCK));
          marks.settle(claim);
          if (claim.tries() > 0) {
            problems.close(Problem.Subject.account(claim.storeId(), ref.connectionId()));
          }
        });
    wakeUps.send(new WakeUp(claim.storeId()));
  }
}
