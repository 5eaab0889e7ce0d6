package dev.storebridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.platform.Urgency;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.WakeUp;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class StoreLanesTest {

  @Inject Marks marks;
  @Inject StoreLanes lanes;

  /** As at the start, when the database knows of work before the tenant files are loaded. */
  @Test
  void marksOfAStoreThatNoTenantFileNamesWaitForOne() {
    String store = "unknown-" + UUID.randomUUID();
    marks.mark(store, MarkKind.PRODUCT, List.of("p1", "p2"), Urgency.CONTENT, Instant.now());
    marks.mark(store, MarkKind.CATALOGUE, List.of("c1"), Urgency.CONTENT, Instant.now());
    lanes.wake(new WakeUp(store));
    Awaitility.await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              assertThat(marks.open(store, MarkKind.PRODUCT)).isEqualTo(2);
              assertThat(marks.open(store, MarkKind.CATALOGUE)).isEqualTo(1);
            });
  }
}
