package dev.storebridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.platform.Urgency;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class MarksTest {

  @Inject Marks marks;
  @Inject StoresInNeed stores;
  @Inject EntityManager entities;

  private final String store = "s-" + UUID.randomUUID();

  /** Another process' leases, so that the lanes of this one leave the test's marks alone. */
  private Leases leases;

  private final Instant past = Instant.now().minusSeconds(60);

  @BeforeEach
  void keepLanesAway() {
    leases = new Leases(entities);
    lease();
  }

  @Test
  void aThousandMarksOfOneThingAreOneClaim() {
    for (int i = 0; i < 10; i++) {
      mark("p1");
    }
    List<Claim> claims = marks.claim(lease(), 10);
    assertThat(claims).singleElement().extracting(Claim::revision).isEqualTo(10L);
  }

  @Test
  void aChangeBetweenClaimAndSettleStaysDue() {
    mark("p1");
    Lease lease = lease();
    Claim claim = marks.claim(lease, 10).getFirst();
    mark("p1");
    assertThat(marks.claim(lease, 10)).as("claimed once at a time").isEmpty();

    assertThat(marks.settle(claim)).isTrue();

    assertThat(marks.claim(lease, 10)).singleElement().extracting(Claim::revision).isEqualTo(2L);
  }

  @Test
  void aClaimPassesOverWhatSomebodyIsMarking() {
    mark("p1");
    mark("p2");
    Lease lease = lease();
    List<Claim> meanwhile = new ArrayList<>();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              mark("p1");
              QuarkusTransaction.requiringNew().run(() -> meanwhile.addAll(marks.claim(lease, 10)));
            });
    assertThat(meanwhile).extracting(Claim::ref).containsExactly("p2");
    assertThat(marks.claim(lease, 10)).extracting(Claim::revision).containsExactly(2L);
  }

  @Test
  void aSettledMarkIsNotDue() {
    mark("p1");
    assertThat(stores.ids()).contains(store);
    Lease lease = lease();
    marks.settle(marks.claim(lease, 10).getFirst());
    assertThat(marks.claim(lease, 10)).isEmpty();
    assertThat(stores.ids()).doesNotContain(store);
  }

  @Test
  void aWorkerThatLostItsClaimSettlesNothing() {
    mark("p1");
    Claim lost = marks.claim(lease(), 10).getFirst();
    Lease next = lease();
    assertThat(marks.free(next)).isEqualTo(1);

    assertThat(marks.settle(lost)).isFalse();

    assertThat(marks.claim(next, 10)).hasSize(1);
  }

  @Test
  void aParkedMarkWaitsUntilItIsMarkedAgain() {
    mark("p1");
    Lease lease = lease();
    marks.park(marks.claim(lease, 10).getFirst());
    assertThat(marks.claim(lease, 10)).isEmpty();
    mark("p1");
    assertThat(marks.claim(lease, 10)).hasSize(1);
  }

  @Test
  void aPostponedMarkIsDueLaterUnlessItIsMarkedMeanwhile() {
    mark("p1", "p2");
    Lease lease = lease();
    List<Claim> claims = marks.claim(lease, 10);
    claims.forEach(claim -> marks.postpone(claim, Instant.now().plusSeconds(3600), true));
    mark("p2");

    List<Claim> due = marks.claim(lease, 10);

    assertThat(due).extracting(Claim::ref).containsExactly("p2");
  }

  @Test
  void theMostUrgentIsClaimedFirst() {
    marks.mark(store, MarkKind.PRODUCT, List.of("new"), Urgency.NEW_LISTING, past);
    marks.mark(store, MarkKind.PRODUCT, List.of("stock"), Urgency.STOCK, past);
    assertThat(marks.claim(lease(), 1)).extracting(Claim::ref).containsExactly("stock");
  }

  @Test
  void aLookPutOffKeepsItsDateWhenAskedForAgain() {
    marks.markFor(store, MarkKind.REVIEW, "c", Urgency.CONTENT, Instant.now().plusSeconds(3600));
    marks.markFor(store, MarkKind.REVIEW, "c", Urgency.CONTENT, Instant.now().plusSeconds(7200));
    assertThat(marks.claim(lease(), 1)).isEmpty();
    marks.markFor(store, MarkKind.REVIEW, "c", Urgency.CONTENT, past);
    assertThat(marks.claim(lease(), 1)).hasSize(1);
  }

  @Test
  void everyNewHolderOfALeaseGetsANewEpoch() {
    assertThat(lease().epoch()).isLessThan(lease().epoch());
    assertThat(renewed()).containsExactly(store);
  }

  @Test
  void aReleasedLeaseCannotBeRenewed() {
    Lease lease = lease();
    QuarkusTransaction.requiringNew().run(() -> leases.release(lease));
    assertThat(renewed()).isEmpty();
  }

  private Lease lease() {
    return QuarkusTransaction.requiringNew().call(() -> leases.take(store).orElseThrow());
  }

  private Set<String> renewed() {
    return QuarkusTransaction.requiringNew().call(() -> leases.renew(List.of(store)));
  }

  private void mark(String... refs) {
    marks.mark(store, MarkKind.PRODUCT, List.of(refs), Urgency.CONTENT, past);
  }
}
