package dev.storebridge.sync.order;

import dev.storebridge.platform.Explanation;
import dev.storebridge.work.Claim;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import dev.storebridge.work.ShopRef;
import dev.storebridge.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes down how the work on an order ended. */
@ApplicationScoped
public class SettleOrder {

  private final Marks marks;
  private final Problems problems;
  private final Transactions transactions;

  public SettleOrder(Marks marks, Problems problems, Transactions transactions) {
    this.marks = marks;
    this.problems = problems;
    this.transactions = transactions;
  }

  /** Settles, puts off or parks the claim, and says so. */
  public void settle(OrderEnd end) {
    transactions.run(
        () -> {
          switch (end) {
            case OrderEnd.Done done -> {
              marks.settle(done.claim());
              state(done.claim(), done.remarks(), Optional.empty());
            }
            case OrderEnd.Later later -> {
              marks.postpone(later.claim(), later.until(), false);
              state(later.claim(), later.why(), Optional.of(later.until()));
            }
            case OrderEnd.Parked parked -> {
              marks.park(parked.claim());
              state(parked.claim(), parked.problems(), Optional.empty());
            }
          }
        });
  }

  private void state(Claim claim, List<Explanation> why, Optional<Instant> next) {
    ShopRef ref = ShopRef.of(claim.ref());
    problems.state(Problem.Subject.order(claim.storeId(), ref.connectionId(), ref.id()), why, next);
    if (claim.tries() > 0) {
      problems.close(Problem.Subject.account(claim.storeId(), ref.connectionId()));
    }
  }
}
