package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Listing;
import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.ListingRecord.Outcome;
import dev.storebridge.mapping.Listings;
import dev.storebridge.mapping.Snapshots;
import dev.storebridge.platform.Explanation;
import dev.storebridge.work.Claim;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import dev.storebridge.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Last step: remembers how it ended and gives the claim back, in one transaction. */
@ApplicationScoped
public class SettleProduct {

  private final Marks marks;
  private final Listings listings;
  private final Problems problems;
  private final Snapshots snapshots;
  private final Transactions transactions;

  public SettleProduct(
      Marks marks,
      Listings listings,
      Problems problems,
      Snapshots snapshots,
      Transactions transactions) {
    this.marks = marks;
    this.listings = listings;
    this.problems = problems;
    this.snapshots = snapshots;
    this.transactions = transactions;
  }

  /** Settles, parks or puts off. */
  public void settle(ProductEnds ends) {
    transactions.run(
        () -> {
          ends.ends().forEach((target, end) -> remember(ends.claim(), target, end));
          giveBack(ends.claim(), List.copyOf(ends.ends().values()));
        });
  }

  /** The store could not be asked: puts the product off and says so on each connection. */
  void failed(Claim claim, End end, List<Target> targets) {
    if (targets.isEmpty()) {
      marks.settle(claim);
      return;
    }
    Map<Target, End> ends = new java.util.LinkedHashMap<>();
    targets.forEach(target -> ends.put(target, end));
    settle(new ProductEnds(claim, ends));
  }

  private void giveBack(Claim claim, List<End> ends) {
    Optional<End.Later> later =
        ends.stream()
            .filter(End.Later.class::isInstance)
            .map(End.Later.class::cast)
            .min(Comparator.comparing(End.Later::until));
    if (later.isPresent()) {
      marks.postpone(claim, later.get().until(), later.get().counts());
    } else if (ends.stream().anyMatch(End.Parked.class::isInstance)) {
      marks.park(claim);
      snapshots.served(claim.storeId(), claim.ref());
    } else {
      marks.settle(claim);
      snapshots.served(claim.storeId(), claim.ref());
    }
  }

  private void remember(Claim claim, Target target, End end) {
    ListingRecord.Key key = target.key();
    Problem.Subject subject =
        Problem.Subject.listing(key.storeId(), key.connectionId(), key.productId());
    switch (end) {
      case End.InLine inLine when stillRefused(target) -> listings.ended(key, Outcome.FAILED);
      case End.InLine inLine -> {
        if (!inLine.remembered() && unfinished(target)) {
          listings.ended(key, Outcome.DONE);
        }
        close(claim, target, subject);
      }
      case End.Later later -> wait(target, subject, later);
      case End.Parked parked -> {
        listings.ended(key, Outcome.FAILED);
        problems.state(subject, parked.problems(), Optional.empty());
      }
    }
  }

  /** True when reviewers refused what the channel was sent last, and nothing new was sent. */
  private boolean stillRefused(Target target) {
    Optional<ListingRecord> parked = target.record().filter(ListingRecord::parked);
    return parked.isPresent()
        && content(listings.of(target.key())).equals(content(parked))
        && problems
            .of(
                target.key().storeId(),
                target.key().connectionId(),
                Problem.Kind.LISTING,
                List.of(target.key().productId()))
            .stream()
            .anyMatch(problem -> problem.explanation().code().equals(ReviewBook.REFUSED));
  }

  private static Optional<Listing> content(Optional<ListingRecord> record) {
    return record.flatMap(ListingRecord::applied).flatMap(AppliedListing::content);
  }

  /** True where the row does not say yet that all is well. */
  private static boolean unfinished(Target target) {
    return target
        .record()
        .map(known -> known.parked() || (known.runId() != 0 && known.outcome() != Outcome.DONE))
        .orElse(false);
  }

  private void close(Claim claim, Target target, Problem.Subject subject) {
    boolean parked = target.record().map(ListingRecord::parked).orElse(false);
    if (parked || claim.tries() > 0) {
      problems.close(subject);
    }
    if (claim.tries() > 0) {
      problems.close(Problem.Subject.account(target.key().storeId(), target.key().connectionId()));
    }
  }

  private void wait(Target target, Problem.Subject subject, End.Later later) {
    List<Explanation> why = new ArrayList<>(later.why());
    if (why.isEmpty()) {
      return;
    }
    Instant next = later.until();
    Problem.Subject about =
        later.account()
            ? Problem.Subject.account(target.key().storeId(), target.key().connectionId())
            : subject;
    problems.state(about, why, Optional.of(next));
  }
}
