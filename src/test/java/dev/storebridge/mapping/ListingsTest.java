package dev.storebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.mapping.ListingRecord.Key;
import dev.storebridge.mapping.ListingRecord.Outcome;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class ListingsTest {

  @Inject Listings listings;

  private final String store = "s-" + UUID.randomUUID();
  private final Key key = new Key(store, "c1", "p1");

  @Test
  void whatAWebhookToldOfWhileARunReadItCountsForTheRun() {
    listings.seen(List.of(ListingRecord.queued(key, "A mug", "", 4)));
    listings.seen(List.of(ListingRecord.queued(key, "A mug", "", 0)));
    listings.ended(key, Outcome.FAILED);
    assertThat(listings.tally(store, "c1", 4).failed()).isEqualTo(1);
  }

  @Test
  void aNewRunBeginsAnewWithWhatAnEarlierOneFinished() {
    listings.seen(List.of(ListingRecord.queued(key, "A mug", "", 4)));
    listings.ended(key, Outcome.DONE);
    listings.seen(List.of(ListingRecord.queued(key, "A mug", "", 5)));
    assertThat(listings.tally(store, "c1", 5).done()).isZero();
    listings.ended(key, Outcome.DONE);
    assertThat(listings.tally(store, "c1", 5).done()).isEqualTo(1);
    assertThat(listings.tally(store, "c1", 4).done()).isZero();
  }
}
