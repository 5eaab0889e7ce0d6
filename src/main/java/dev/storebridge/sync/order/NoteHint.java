package dev.storebridge.sync.order;

import dev.storebridge.mapping.OrderHints;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.platform.Urgency;
import dev.storebridge.work.Claim;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.ShopRef;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * We were told of something that an order itself does not show: a return, another address. It is
 * noted at the order, which is marked.
 */
@ApplicationScoped
public class NoteHint {

  private final OrderHints hints;
  private final Marks marks;
  private final Transactions transactions;
  private final WakeUps wakeUps;
  private final Clock clock;

  public NoteHint(
      OrderHints hints, Marks marks, Transactions transactions, WakeUps wakeUps, Clock clock) {
    this.hints = hints;
    this.marks = marks;
    this.transactions = transactions;
    this.wakeUps = wakeUps;
    this.clock = clock;
  }

  public void note(Claim claim) {
    ShopRef ref = ShopRef.of(claim.ref());
    OrderLink.Key key = new OrderLink.Key(claim.storeId(), ref.connectionId(), ref.id());
    OrderLink.Hint hint =
        claim.kind() == MarkKind.AFTERSALE ? OrderLink.Hint.CASES : OrderLink.Hint.RECIPIENT;
    transactions.run(
        () -> {
          hints.hint(key, hint, clock.instant());
          marks.mark(
              claim.storeId(), MarkKind.ORDER, List.of(claim.ref()), Urgency.ORDER, claim.toldAt());
          marks.settle(claim);
        });
    wakeUps.send(new WakeUp(claim.storeId()));
  }
}
