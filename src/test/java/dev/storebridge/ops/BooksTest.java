package dev.storebridge.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each way in which the books can be unsound is found, in a store that no tenant file names. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class BooksTest {

  @Inject Books books;
  @Inject EntityManager entities;

  private final String store = "audited-" + UUID.randomUUID();

  @Test
  void workThatIsDueOrSettledIsSound() {
    mark("p1", 1, "revision = 3, settled_revision = 2");
    mark("p2", 0, "revision = 2, settled_revision = 2");
    assertThat(findings()).isEmpty();
    assertThat(mine().due()).isEqualTo(1);
  }

  @Test
  void aSettledMarkThatChangedSinceIsFound() {
    mark("p1", 0, "revision = 3, settled_revision = 2");
    assertThat(findings()).containsExactly("PRODUCT p1 is settled although it changed since");
  }

  @Test
  void aClaimWithoutAWorkerIsFound() {
    mark("p1", 2, "claim_epoch = 4");
    assertThat(findings()).containsExactly("PRODUCT p1 is claimed by a worker that is gone");
  }

  @Test
  void aParkedMarkWithoutAProblemIsFound() {
    mark("p1", 3, "revision = 1");
    assertThat(findings()).containsExactly("PRODUCT p1 waits for a person, and no problem says so");
    assertThat(mine().parked()).isEqualTo(1);
  }

  @Test
  void aSignalThatMarkedNothingIsFound() {
    mark("p1", 0, "told_at = utc_timestamp(6) - interval 1 minute");
    execute(
        """
        insert into received_signal (store_id, signal_id, platform, account, topic, subject, refs,
          urgency, delivery_id, received_at, body_hash, body_size)
        values ('%s', '1', 'SHOPIFY', 'a', 'products/update', 'PRODUCT', 'p1 p2', 2, 'd',
          utc_timestamp(6), '', 1)
        """
            .formatted(store));
    assertThat(findings())
        .hasSize(2)
        .allSatisfy(finding -> assertThat(finding).startsWith("PRODUCT p").contains("not marked"));
  }

  @Test
  void aQueuedProductThatNobodyWorksOnIsFound() {
    listing("p1");
    listing("p2");
    mark("p1", 0, "revision = 1, settled_revision = 1");
    mark("p2", 1, "revision = 1");
    assertThat(findings()).containsExactly("PRODUCT p1 was queued for c1 and nobody works on it");
  }

  private Books.StoreBooks mine() {
    return books.audit().stores().stream()
        .filter(audited -> audited.store().equals(store))
        .findFirst()
        .orElseThrow();
  }

  private List<String> findings() {
    assertThat(mine().unsound()).isEqualTo(mine().findings().size());
    return mine().findings();
  }

  private void mark(String ref, int state, String change) {
    execute(
        """
        insert into mark (store_id, kind, ref, revision, state, urgency, told_at, due_at)
        values ('%s', 'PRODUCT', '%s', 0, %d, 1, utc_timestamp(6), utc_timestamp(6))
        """
            .formatted(store, ref, state));
    execute(
        "update mark set %s where store_id = '%s' and ref = '%s'".formatted(change, store, ref));
  }

  private void listing(String product) {
    execute(
        """
        insert into listing (store_id, connection_id, product_id, title, image_url, run_id)
        values ('%s', 'c1', '%s', 'A bowl', '', 1)
        """
            .formatted(store, product));
  }

  private void execute(String sql) {
    QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(sql).executeUpdate());
  }
}
