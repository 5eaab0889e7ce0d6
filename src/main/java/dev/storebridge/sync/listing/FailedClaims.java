package dev.storebridge.sync.listing;

import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.Claim;
import dev.storebridge.work.Lanes;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import dev.storebridge.work.ShopRef;
import dev.storebridge.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What becomes of a claim whose work threw: it is put off or parked, never lost, never silent. */
@ApplicationScoped
public class FailedClaims {

  private static final Logger LOG = Logger.getLogger(FailedClaims.class);

  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(10);

  private final Tenants tenants;
  private final LookAtProduct looking;
  private final SettleProduct settling;
  private final Reactions reactions;
  private final Marks marks;
  private final Problems problems;
  private final Transactions transactions;
  private final Lanes lanes;

  public FailedClaims(
      Tenants tenants,
      LookAtProduct looking,
      SettleProduct settling,
      Reactions reactions,
      Marks marks,
      Problems problems,
      Transactions transactions,
      Lanes lanes) {
    this.tenants = tenants;
    this.looking = looking;
    this.settling = settling;
    this.reactions = reactions;
    this.marks = marks;
    this.problems = problems;
    this.transactions = transactions;
    this.lanes = lanes;
  }

  /**
   * Never throws: when even this cannot be written, the store's lane is given up and taken anew.
   */
  public void record(Claim claim, Throwable fault) {
    try {
      End end =
          fault instanceof PlatformException refusal
              ? reactions.to(refusal, claim.tries())
              : unexpected(claim, fault);
      if (claim.kind() == MarkKind.PRODUCT || claim.kind() == MarkKind.STOCK_ITEM) {
        settling.failed(claim, end, looking.targets(claim));
      } else {
        putOff(claim, end);
      }
    } catch (RuntimeException e) {
      LOG.warnf(
          "Store %s: the end of %s %s could not be written (%s); its lane starts anew",
          claim.storeId(), claim.kind(), claim.ref(), e.getMessage());
      lanes.abandon(claim.storeId());
    }
  }

  private End unexpected(Claim claim, Throwable fault) {
    LOG.errorf(fault, "Store %s: %s %s failed", claim.storeId(), claim.kind(), claim.ref());
    return reactions.later(
        Explanation.of(
            "internal-error",
            "Something failed inside Storebridge.",
            "",
            "Nothing to do: it is tried again. If it stays, tell the operator the time above."),
        claim.tries());
  }

  /** What has to come back whatever happens is put off instead of parked. */
  private static boolean recurring(Claim claim) {
    return switch (claim.kind()) {
      case ORDERS, STORE, RECONCILE, COMPLETENESS, RULES -> true;
      case PRODUCT,
          STOCK_ITEM,
          CATALOGUE,
          REVIEW,
          ORDER,
          AFTERSALE,
          RECIPIENT,
          STORE_ORDER,
          CHANNEL_STOCK ->
          false;
    };
  }

  private Problem.Subject about(Claim claim, End end) {
    String store = claim.storeId();
    return switch (claim.kind()) {
      case ORDER -> {
        ShopRef ref = ShopRef.of(claim.ref());
        yield end instanceof End.Later later && later.account()
            ? Problem.Subject.account(store, ref.connectionId())
            : Problem.Subject.order(store, ref.connectionId(), ref.id());
      }
      case CHANNEL_STOCK, AFTERSALE, RECIPIENT ->
          Problem.Subject.account(store, ShopRef.of(claim.ref()).connectionId());
      case STORE, STORE_ORDER ->
          Problem.Subject.account(
              store,
              tenants.connectionsOf(store).stream()
                  .findFirst()
                  .map(ConnectionRules::id)
                  .orElse(store));
      case PRODUCT, STOCK_ITEM, CATALOGUE, RULES, REVIEW, ORDERS, RECONCILE, COMPLETENESS ->
          Problem.Subject.account(store, claim.ref());
    };
  }

  private void putOff(Claim claim, End end) {
    Problem.Subject about = about(claim, end);
    transactions.run(
        () -> {
          switch (end) {
            case End.Later later -> {
              if (!later.why().isEmpty()) {
                problems.state(about, later.why(), Optional.of(later.until()));
              }
              marks.postpone(claim, later.until(), later.counts());
            }
            case End.Parked parked when recurring(claim) -> {
              Instant next = reactions.now().plus(AFTER_REFUSAL);
              problems.state(about, parked.problems(), Optional.of(next));
              marks.postpone(claim, next, true);
            }
            case End.Parked parked -> {
              problems.state(about, parked.problems(), Optional.empty());
              marks.park(claim);
            }
            case End.InLine inLine -> marks.settle(claim);
          }
        });
  }
}
