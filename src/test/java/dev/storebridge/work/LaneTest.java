package dev.storebridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LaneTest {

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger tries = new AtomicInteger();
  private final Queue<Claim> due = new ConcurrentLinkedQueue<>();
  private final List<Claim> begun = new CopyOnWriteArrayList<>();
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final Lane lane =
      new Lane(new Lease("store", 1), 0, nanos::get, this::claim, this::beginAndWait);

  @Test
  void worksOffWhatIsDueAndEnds() {
    due(3);
    mayEnd.countDown();
    ended(lane());
    assertThat(begun).hasSize(3);
  }

  @Test
  void claimsNothingMoreOnceItsLeaseIsGoneAndEndsOnlyAfterWhatItBegan() {
    due(2);
    CompletableFuture<Void> running = lane();
    awaitBegun(2);
    lane.lose();
    due(2);
    lane.wake();
    assertThat(running).isNotDone();

    mayEnd.countDown();

    ended(running);
    assertThat(begun).hasSize(2);
    assertThat(due).hasSize(2);
  }

  @Test
  void saysOfAWakeUpThatItCameTooLate() {
    mayEnd.countDown();
    assertThat(lane.wake()).isTrue();
    ended(lane());
    assertThat(lane.wake()).isFalse();
  }

  @Test
  void claimsAgainAtTheEndOfAClaimDuringWhichItWasWoken() {
    due(1);
    CompletableFuture<Void> running = lane();
    awaitBegun(1);
    lane.wake();
    awaitClaims(2);

    due(1);
    mayEnd.countDown();

    ended(running);
    assertThat(begun).as("what was due again when the claim ended").hasSize(2);
  }

  @Test
  void outlivesARenewalThatFailedOnce() {
    due(1);
    CompletableFuture<Void> running = lane();
    awaitBegun(1);
    nanos.set(Duration.ofSeconds(3).toNanos());
    lane.notRenewed();
    due(1);
    lane.wake();
    awaitBegun(2);
    mayEnd.countDown();
    ended(running);
  }

  @Test
  void stopsWhenTheNextRenewalWouldComeTooLate() {
    due(1);
    CompletableFuture<Void> running = lane();
    awaitBegun(1);
    nanos.set(Duration.ofSeconds(7).toNanos());
    lane.notRenewed();
    due(1);
    lane.wake();
    mayEnd.countDown();
    ended(running);
    assertThat(begun).hasSize(1);
  }

  @Test
  void claimsNothingUnderALeaseThatIsAboutToEndWhateverRenewalsSay() {
    nanos.set(Duration.ofSeconds(9).toNanos());
    due(1);
    ended(lane());
    assertThat(begun).isEmpty();
  }

  @Test
  void waitsForWhatItBeganWhenClaimingFails() {
    due(1);
    CompletableFuture<Void> running = lane();
    awaitBegun(1);
    due.add(BROKEN);
    lane.wake();
    assertThat(running).isNotDone();
    mayEnd.countDown();
    Awaitility.await().until(running::isCompletedExceptionally);
  }

  private static final Claim BROKEN = claimOf("broken");

  private List<Claim> claim(int most) {
    tries.incrementAndGet();
    List<Claim> claims = new ArrayList<>();
    while (claims.size() < most && !due.isEmpty()) {
      Claim claim = due.poll();
      if (claim.equals(BROKEN)) {
        throw new IllegalStateException("the database is away");
      }
      claims.add(claim);
    }
    return claims;
  }

  private void beginAndWait(Claim claim) {
    begun.add(claim);
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void due(int count) {
    for (int i = 0; i < count; i++) {
      due.add(claimOf("p" + due.size()));
    }
  }

  private static Claim claimOf(String ref) {
    return new Claim("store", MarkKind.PRODUCT, ref, 1, Instant.EPOCH, 7, 0);
  }

  private void awaitClaims(int count) {
    Awaitility.await().until(() -> tries.get() == count);
  }

  private void awaitBegun(int count) {
    Awaitility.await().until(() -> begun.size() == count);
  }

  private CompletableFuture<Void> lane() {
    return CompletableFuture.runAsync(
        () -> {
          try {
            lane.run();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        Executors.newVirtualThreadPerTaskExecutor());
  }

  private static void ended(CompletableFuture<Void> running) {
    Awaitility.await().untilAsserted(() -> assertThat(running).isCompleted());
  }
}
