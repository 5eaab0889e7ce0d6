package dev.storebridge.sync.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelOrder.Goods;
import dev.storebridge.commerce.ChannelOrder.Line;
import dev.storebridge.commerce.ChannelOrder.Purpose;
import dev.storebridge.commerce.ChannelOrder.Shipper;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Offers;
import dev.storebridge.mapping.StockHold;
import dev.storebridge.mapping.StockHold.State;
import dev.storebridge.mapping.StockLedger;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.tenant.InventoryRules;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ledger in the database. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class OrderBookTest {

  private static final Instant SOLD = Instant.parse("2026-11-26T10:00:00Z");

  @Inject OrderBook book;
  @Inject StockLedger ledger;
  @Inject Offers offers;
  @Inject Marks marks;
  @Inject Transactions transactions;

  /** No tenant file names it, so that its marks wait. */
  private final String store = "s-" + UUID.randomUUID();

  private final ShopAccount shop =
      new ShopAccount("shop", "t", store, "c", "GB", Limits.CHOSEN_BY_US);

  @BeforeEach
  void anOfferIsLinkedWithAProduct() {
    AppliedOffer offer =
        new AppliedOffer("o", "sku", Optional.empty(), Optional.empty(), Map.of("w", 5));
    transactions.run(
        () ->
            offers.add(
                new ListingRecord.Key(store, "c", "p"),
                new AppliedListing(Optional.empty(), Map.of("v", offer))));
  }

  private static ChannelOrder order(String id, OrderStatus status, int lines) {
    return new ChannelOrder(
        id,
        status,
        status.name(),
        SOLD,
        SOLD,
        Optional.empty(),
        "w",
        Shipper.MERCHANT,
        Purpose.SALE,
        IntStream.range(0, lines)
            .mapToObj(
                n ->
                    new Line(
                        id + "-" + n,
                        status,
                        status.name(),
                        false,
                        List.of(new Goods("g", "o", "sku", 1))))
            .toList());
  }

  private List<StockHold> product(long since) {
    return transactions.call(() -> ledger.ofProduct(store, "p", since));
  }

  @Test
  void anOrderMarksItsProductAndComesBackFromTheDatabaseAsItWas() {
    book.enter(shop, List.of(order("1", OrderStatus.UNPAID, 2)));
    assertThat(product(0))
        .hasSize(2)
        .allSatisfy(
            hold -> {
              assertThat(hold.state()).isEqualTo(State.HELD);
              assertThat(hold.variantId()).isEqualTo("v");
              assertThat(hold.warehouseId()).isEqualTo("w");
              assertThat(hold.soldAt()).isEqualTo(SOLD);
            });
    assertThat(marks.open(store, MarkKind.PRODUCT)).isEqualTo(1);
    assertThat(book.news(shop, List.of(order("1", OrderStatus.UNPAID, 2)))).isEmpty();
    assertThat(book.news(shop, List.of(order("1", OrderStatus.CANCELLED, 2)))).hasSize(1);
  }

  @Test
  void theSameOrderEnteredByManyAtOnceIsThereOnce() {
    try (ExecutorService readers = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 40; i++) {
        String id = Integer.toString(i % 4);
        readers.execute(() -> book.enter(shop, List.of(order(id, OrderStatus.ON_HOLD, 3))));
      }
    }
    assertThat(product(0)).hasSize(12);
    assertThat(product(0)).extracting(StockHold::soldSeq).doesNotContain(0L);
  }

  @Test
  void whatIsOverIsReadOnlyByThoseWhoDoNotKnowOfIt() {
    book.enter(shop, List.of(order("1", OrderStatus.UNPAID, 1)));
    book.enter(shop, List.of(order("1", OrderStatus.CANCELLED, 1)));
    StockHold released = product(0).getFirst();
    assertThat(released.state()).isEqualTo(State.RELEASED);
    assertThat(product(released.changedSeq() - 1)).hasSize(1);
    assertThat(product(released.changedSeq())).isEmpty();
  }

  @Test
  void theStoreTakesOverTheLinesItsOrderHolds() {
    book.enter(shop, List.of(order("1", OrderStatus.AWAITING_SHIPMENT, 2)));
    transactions.run(() -> book.knownToTheStore(shop, "1", Set.of("1-0")));
    assertThat(product(0))
        .extracting(hold -> hold.key().lineId(), StockHold::state)
        .containsExactlyInAnyOrder(tuple("1-0", State.KNOWN), tuple("1-1", State.HELD));
    assertThat(new Pool(product(0), Map.of(), Instant.now().plusSeconds(1)).held("v", all()))
        .isEqualTo(Map.of("", 1L));
    book.enter(shop, List.of(order("1", OrderStatus.IN_TRANSIT, 2)));
    assertThat(product(0)).extracting(StockHold::state).contains(State.KNOWN);
  }

  private static InventoryRules all() {
    return new InventoryRules(Map.of(), 0, 100, 999, 100);
  }
}
