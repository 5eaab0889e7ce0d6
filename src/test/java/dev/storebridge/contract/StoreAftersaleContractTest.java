package dev.storebridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.commerce.OrderDraft.Item;
import dev.storebridge.commerce.OrderProgress;
import dev.storebridge.commerce.RefundDraft;
import dev.storebridge.commerce.Shipment;
import dev.storebridge.commerce.StoreOrder;
import dev.storebridge.commerce.StoreRefund;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises of what becomes of such orders: sent, called off, refunded, moved. */
public abstract class StoreAftersaleContractTest {

  private final TestDrafts drafts = new TestDrafts();
  private StoreUnderTest store;

  /** Starts a fresh store. */
  protected abstract StoreUnderTest open();

  @BeforeEach
  void start() {
    store = open();
  }

  @AfterEach
  void stop() {
    store.close();
  }

  private StoreOrder place(OrderDraft draft) {
    return store.orders().create(store.store(), draft);
  }

  @Test
  void whatLeftNamesItsLinesItsCarrierAndItsNumber() {
    StoreOrder order = place(drafts.draft(store.item(0), 2));
    assertThat(progress(order).shipments()).isEmpty();
    store.ship(order.id());
    String line =
        order.lines().stream()
            .filter(one -> !one.channelLineIds().isEmpty())
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(progress(order).shipments())
        .singleElement()
        .satisfies(
            shipment -> {
              assertThat(shipment.units()).containsEntry(line, 2);
              assertThat(shipment.carrier()).isEqualTo("Royal Mail");
              assertThat(shipment.trackingNumber()).isEqualTo("RM123456785GB");
              assertThat(shipment.cancelled()).isFalse();
            });
  }

  @Test
  void whatTheChannelSentIsWrittenDownOnce() {
    StoreOrder order = place(drafts.draft(store.item(7), 2));
    Shipment parcel =
        new Shipment("", Map.of(goods(order).id(), 2), "DPD UK", "TT0123456789", false);
    for (int time = 0; time < 2; time++) {
      store.orders().fulfil(store.store(), order.id(), List.of(parcel), true);
      assertThat(progress(order).shipments())
          .singleElement()
          .satisfies(
              shipment -> {
                assertThat(shipment.units()).containsEntry(goods(order).id(), 2);
                assertThat(shipment.carrier()).isEqualTo("DPD UK");
                assertThat(shipment.trackingNumber()).isEqualTo("TT0123456789");
              });
    }
  }

  private OrderProgress progress(StoreOrder order) {
    return store.orders().progress(store.store(), order.id()).orElseThrow();
  }

  @Test
  void whatTheMerchantCallsOffShows() {
    StoreOrder order = place(drafts.draft(store.item(0), 1));
    assertThat(progress(order).cancelled()).isFalse();
    store.callOff(order.id());
    assertThat(progress(order).cancelled()).isTrue();
  }

  private RefundDraft refund(StoreOrder order, int units, String total, boolean restock) {
    Map<String, Integer> lines = units == 0 ? Map.of() : Map.of(goods(order).id(), units);
    return new RefundDraft(
        "TikTok Shop return " + drafts.reference.orderId(),
        lines,
        TestDrafts.pounds("0"),
        TestDrafts.pounds(total),
        restock);
  }

  private static StoreOrder.Line goods(StoreOrder order) {
    return order.lines().stream()
        .filter(line -> !line.channelLineIds().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRefundOfUnitsIsFoundByItsReferenceAndPutsThemBack() {
    Item item = store.item(5);
    int before = store.available(item);
    StoreOrder order = place(drafts.draft(item, 2));
    assertThat(progress(order).refunded()).isFalse();
    assertThat(store.orders().refunds(store.store(), order.id())).isEmpty();
    RefundDraft draft = refund(order, 1, "12.35", true);
    StoreRefund made = store.orders().refund(store.store(), order.id(), draft);
    assertThat(made.total()).isEqualTo(TestDrafts.pounds("12.35"));
    assertThat(made.units()).containsExactly(Map.entry(goods(order).id(), 1));
    assertThat(store.available(item)).isEqualTo(before - 1);
    assertThat(progress(order).refunded()).isTrue();
    assertThat(store.orders().refunds(store.store(), order.id()))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found).isEqualTo(made);
              assertThat(found.carries(draft.reference())).isTrue();
              assertThat(found.carries(draft.reference() + "1")).isFalse();
            });
  }

  @Test
  void aRefundOfGoodsThatStayAwayLeavesTheStockAlone() {
    Item item = store.item(6);
    int before = store.available(item);
    StoreOrder order = place(drafts.draft(item, 2));
    store.ship(order.id());
    store.orders().refund(store.store(), order.id(), refund(order, 2, "28.69", false));
    assertThat(store.available(item)).isEqualTo(before - 2);
  }

  @Test
  void aPartOfAPriceGoesBackForNoUnits() {
    StoreOrder order = place(drafts.draft(store.item(0), 1));
    StoreRefund made =
        store.orders().refund(store.store(), order.id(), refund(order, 0, "1.50", false));
    assertThat(made.total()).isEqualTo(TestDrafts.pounds("1.50"));
  }

  @Test
  void moreThanWasPaidDoesNotGoBack() {
    StoreOrder order = place(drafts.draft(store.item(0), 1));
    PlatformException fault =
        catchThrowableOfType(
            PlatformException.class,
            () ->
                store.orders().refund(store.store(), order.id(), refund(order, 0, "99.00", false)));
    assertThat(fault.failure()).isEqualTo(Failure.MERCHANT_FIX);
    assertThat(fault.outcomeUnknown()).isFalse();
    assertThat(store.orders().refunds(store.store(), order.id())).isEmpty();
  }

  @Test
  void aRefundWhoseAnswerIsLostIsFoundLater() {
    StoreOrder order = place(drafts.draft(store.item(0), 1));
    RefundDraft draft = refund(order, 1, "12.35", true);
    store.loseTheNextRefund();
    PlatformException fault =
        catchThrowableOfType(
            PlatformException.class, () -> store.orders().refund(store.store(), order.id(), draft));
    assertThat(fault.outcomeUnknown()).isTrue();
    assertThat(store.orders().refunds(store.store(), order.id()))
        .singleElement()
        .satisfies(found -> assertThat(found.carries(draft.reference())).isTrue());
  }

  @Test
  void anAddressIsCorrectedAndAMaskedOneOverwritesNothing() {
    OrderDraft draft = drafts.draft(store.item(0), 1);
    StoreOrder order = place(draft);
    assertThat(store.street(order.id())).isEqualTo("1 Example Street");
    store
        .orders()
        .readdress(
            store.store(),
            order.id(),
            TestDrafts.to(draft, Optional.of(TestDrafts.recipient("2 Other Street"))));
    assertThat(store.street(order.id())).isEqualTo("2 Other Street");
    store.orders().readdress(store.store(), order.id(), TestDrafts.to(draft, Optional.empty()));
    assertThat(store.street(order.id())).isEqualTo("2 Other Street");
  }
}
