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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class LanesTest {

  @Inject Lanes lanes;
  @Inject Marks marks;
  @Inject EntityManager entities;

  private final String store = "s-" + UUID.randomUUID();
  private final Set<String> done = ConcurrentHashMap.newKeySet();

  @Test
  void aStoreThatWasWokenInVainIsWorkedOnWhenItsOwnerLetsGo() {
    Leases other = new Leases(entities);
    Lease held = QuarkusTransaction.requiringNew().call(() -> other.take(store)).orElseThrow();
    marks.mark(store, MarkKind.PRODUCT, List.of("p1"), Urgency.STOCK, Instant.now());
    for (int i = 0; i < 2_000; i++) {
      wake();
      LockSupport.parkNanos(10_000);
    }
    assertThat(done).as("while another owner has the lease").isEmpty();
    QuarkusTransaction.requiringNew().run(() -> other.release(held));
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              wake();
              return done.contains("p1");
            });
  }

  private void wake() {
    lanes.wake(
        new WakeUp(store),
        claim -> {
          marks.settle(claim);
          done.add(claim.ref());
        });
  }
}
