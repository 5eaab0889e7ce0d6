package dev.storebridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderCopy;
import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.commerce.OrderDraft.Item;
import dev.storebridge.commerce.OrderProgress;
import dev.storebridge.commerce.OrderReference;
import dev.storebridge.commerce.Recipient;
import dev.storebridge.commerce.RefundDraft;
import dev.storebridge.commerce.Shipment;
import dev.storebridge.commerce.StoreOrder;
import dev.storebridge.commerce.StoreRefund;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreOrders;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What every store promises of the orders that channels place in it. */
public abstract class StoreOrdersContractTest {

  /** A test's hand on the store. */
  public interface RemoteStore {

    /** Something in stock, a different one for every number. */
    Item item(int number);

    /** What the store has available of it. */
    int available(Item item);

    /** Whether the order waits for its buyer's hour to end. */
    boolean held(String orderId);

    /** The goods of an order leave as a whole, by Royal Mail under RM123456785GB. */
    void ship(String orderId);

    /** The next create takes effect and is answered with a server's fault. */
    void loseTheNextAnswer();

    /** The next create is answered with a server's fault and takes no effect. */
    void failTheNextCreate();

    /** The next refund takes effect and is answered with a server's fault. */
    void loseTheNextRefund();

    /** The merchant calls an order off by hand. */
    void callOff(String orderId);

    /** The street that an order goes to. */
    String street(String orderId);
  }

  private static final AtomicLong REFERENCES = new AtomicLong(576_400_000_000_000_000L);

  protected abstract StoreOrders orders();

  protected abstract StoreAccount store();

  protected abstract RemoteStore remote();

  private final OrderReference reference =
      new OrderReference("7495", Long.toString(REFERENCES.incrementAndGet()));

  private static Money pounds(String amount) {
    return Money.of(amount, "GBP");
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  protected OrderDraft draft(Item item, int units) {
    return draft(item, units, Map.of(), "0", "0");
  }

  private OrderDraft draft(
      Item item, int units, Map<String, Money> charges, String discount, String tax) {
    Money price = pounds("12.35");
    BigDecimal total =
        price
            .amount()
            .multiply(BigDecimal.valueOf(units))
            .add(pounds("3.99").amount())
            .add(pounds(tax).amount())
            .subtract(pounds(discount).amount());
    for (Money charge : charges.values()) {
      total = total.add(charge.amount());
    }
    OrderDraft.Line line =
        new OrderDraft.Line(
            Optional.of(item),
            "Mug",
            "MUG",
            units,
            pounds("15.00"),
            price,
            List.of("5770001", "5770002"));
    return new OrderDraft(
        reference,
        now(),
        false,
        true,
        pounds(tax).amount().signum() == 0,
        List.of(line),
        pounds("3.99"),
        charges,
        pounds(discount),
        pounds(tax),
        pounds(total.toPlainString()),
        Optional.of(recipient()),
        "relay@chat.example",
        List.of("tiktok-shop", reference.tag()),
        Map.of("tiktok_order_id", reference.orderId()));
  }

  private static Recipient recipient() {
    return recipient("1 Example Street");
  }

  private static Recipient recipient(String street) {
    return new Recipient(
        "Example", "Buyer", "+447700900000", List.of(street), "Exampletown", "", "AB1 2CD", "GB");
  }

  private static OrderDraft with(OrderDraft draft, boolean held, boolean takesStock) {
    return new OrderDraft(
        draft.reference(),
        draft.placedAt(),
        held,
        takesStock,
        draft.pricesIncludeTax(),
        draft.lines(),
        draft.shipping(),
        draft.charges(),
        draft.discount(),
        draft.tax(),
        draft.total(),
        draft.recipient(),
        draft.email(),
        draft.tags(),
        draft.attributes());
  }

  private static OrderDraft to(OrderDraft draft, Optional<Recipient> recipient) {
    return new OrderDraft(
        draft.reference(),
        draft.placedAt(),
        draft.held(),
        draft.takesStock(),
        draft.pricesIncludeTax(),
        draft.lines(),
        draft.shipping(),
        draft.charges(),
        draft.discount(),
        draft.tax(),
        draft.total(),
        recipient,
        draft.email(),
        draft.tags(),
        draft.attributes());
  }

  private StoreOrder place(OrderDraft draft) {
    return orders().create(store(), draft);
  }

  private List<StoreOrder> find() {
    return orders().find(store(), reference, now().minusSeconds(600));
  }

  @Test
  void anOrderComesToTheTotalOfItsDraft() {
    StoreOrder order = place(draft(remote().item(0), 2));
    assertThat(order.total()).isEqualTo(pounds("28.69"));
    assertThat(order.cancelled()).isFalse();
    assertThat(orders().read(store(), order.id())).contains(order);
  }

  @Test
  void chargesDiscountAndTaxAreInItsTotal() {
    Map<String, Money> charges = Map.of("TikTok Shop fees", pounds("0.75"));
    OrderDraft draft = draft(remote().item(0), 1, charges, "0.10", "1.23");
    assertThat(place(draft).total()).isEqualTo(draft.total()).isEqualTo(pounds("18.22"));
  }

  @Test
  void itsLinesNameTheLinesOfTheChannel() {
    Item item = remote().item(0);
    StoreOrder order = place(draft(item, 2));
    assertThat(order.lines())
        .filteredOn(line -> !line.channelLineIds().isEmpty())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.quantity()).isEqualTo(2);
              assertThat(line.channelLineIds()).containsExactly("5770001", "5770002");
              assertThat(line.id()).isNotBlank();
              assertThat(line.variantId()).isEqualTo(item.variantId());
            });
  }

  @Test
  void aPlacedOrderTakesItsUnitsOutOfWhatIsAvailableOnce() {
    Item item = remote().item(1);
    int before = remote().available(item);
    place(draft(item, 2));
    assertThat(remote().available(item)).isEqualTo(before - 2);
  }

  @Test
  void anOrderOfGoodsThatAreNotTheStoresLeavesItsStockAlone() {
    Item item = remote().item(2);
    int before = remote().available(item);
    place(with(draft(item, 2), false, false));
    assertThat(remote().available(item)).isEqualTo(before);
  }

  @Test
  void anOrderIsFoundByItsReferenceAndNothingElseIs() {
    assertThat(find()).isEmpty();
    StoreOrder order = place(draft(remote().item(0), 1));
    assertThat(find()).containsExactly(order);
    OrderReference other = new OrderReference("7495", reference.orderId() + "9");
    assertThat(orders().find(store(), other, now().minusSeconds(600))).isEmpty();
  }

  @Test
  void twoOrdersWithOneReferenceAreFoundOldestFirst() {
    StoreOrder first = place(draft(remote().item(0), 1));
    StoreOrder second = place(draft(remote().item(0), 1));
    assertThat(find()).extracting(StoreOrder::id).containsExactly(first.id(), second.id());
  }

  @Test
  void copiesThatChangedAreListedWithWhoseTheyAre() {
    StoreOrder first = place(draft(remote().item(0), 1));
    StoreOrder second = place(draft(remote().item(1), 2));
    orders().cancel(store(), second.id(), true, "Cancelled on TikTok Shop");
    List<OrderCopy> found = new ArrayList<>();
    orders().copiesChangedSince(store(), now().minusSeconds(600), found::addAll);
    assertThat(found)
        .filteredOn(copy -> copy.channelOrderId().equals(reference.orderId()))
        .satisfiesExactlyInAnyOrder(
            copy -> {
              assertThat(copy.id()).isEqualTo(first.id());
              assertThat(copy.cancelled()).isFalse();
              assertThat(copy.total()).isEqualTo(first.total());
              assertThat(copy.changedAt()).isBetween(now().minusSeconds(60), now().plusSeconds(1));
            },
            copy -> {
              assertThat(copy.id()).isEqualTo(second.id());
              assertThat(copy.cancelled()).isTrue();
            });
    List<List<OrderCopy>> later = new ArrayList<>();
    orders().copiesChangedSince(store(), now().plusSeconds(3600), later::add);
    assertThat(later).isEmpty();
  }

  @Test
  void aLostAnswerSaysThatNobodyKnowsAndTheOrderIsFoundLater() {
    remote().loseTheNextAnswer();
    PlatformException fault = failing(draft(remote().item(0), 1));
    assertThat(fault.outcomeUnknown()).isTrue();
    assertThat(fault.failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(find()).hasSize(1);
  }

  @Test
  void aServersFaultIsNotTriedAgainByItself() {
    remote().failTheNextCreate();
    assertThat(failing(draft(remote().item(0), 1)).outcomeUnknown()).isTrue();
    assertThat(find()).isEmpty();
  }

  @Test
  void anItemThatIsGoneIsAProblemInWordsAndLeavesNoOrder() {
    PlatformException fault = failing(draft(new Item("999999999", "999999998"), 1));
    assertThat(fault.failure()).isEqualTo(Failure.MERCHANT_FIX);
    assertThat(fault.outcomeUnknown()).isFalse();
    assertThat(fault.explanation().cause()).isNotBlank();
    assertThat(find()).allMatch(StoreOrder::cancelled);
  }

  private PlatformException failing(OrderDraft draft) {
    return catchThrowableOfType(PlatformException.class, () -> place(draft));
  }

  @Test
  void aCancelledOrderPutsItsUnitsBackOnceHoweverOftenItIsCalledOff() {
    Item item = remote().item(3);
    int before = remote().available(item);
    StoreOrder order = place(draft(item, 2));
    for (int time = 0; time < 2; time++) {
      orders().cancel(store(), order.id(), true, "Cancelled on TikTok Shop");
      assertThat(orders().read(store(), order.id()).orElseThrow().cancelled()).isTrue();
      assertThat(remote().available(item)).isEqualTo(before);
    }
    assertThat(find()).allMatch(StoreOrder::cancelled);
  }

  @Test
  void anOrderWhoseGoodsHaveLeftIsNotCalledOff() {
    StoreOrder order = place(draft(remote().item(0), 1));
    remote().ship(order.id());
    PlatformException fault =
        catchThrowableOfType(
            PlatformException.class,
            () -> orders().cancel(store(), order.id(), true, "Cancelled on TikTok Shop"));
    assertThat(fault.failure()).isEqualTo(Failure.MERCHANT_FIX);
  }

  @Test
  void whatLeftNamesItsLinesItsCarrierAndItsNumber() {
    StoreOrder order = place(draft(remote().item(0), 2));
    assertThat(progress(order).shipments()).isEmpty();
    remote().ship(order.id());
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
    StoreOrder order = place(draft(remote().item(7), 2));
    Shipment parcel =
        new Shipment("", Map.of(goods(order).id(), 2), "DPD UK", "TT0123456789", false);
    for (int time = 0; time < 2; time++) {
      orders().fulfil(store(), order.id(), List.of(parcel), true);
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
    return orders().progress(store(), order.id()).orElseThrow();
  }

  @Test
  void whatTheMerchantCallsOffShows() {
    StoreOrder order = place(draft(remote().item(0), 1));
    assertThat(progress(order).cancelled()).isFalse();
    remote().callOff(order.id());
    assertThat(progress(order).cancelled()).isTrue();
  }

  private RefundDraft refund(StoreOrder order, int units, String total, boolean restock) {
    Map<String, Integer> lines = units == 0 ? Map.of() : Map.of(goods(order).id(), units);
    return new RefundDraft(
        "TikTok Shop return " + reference.orderId(), lines, pounds("0"), pounds(total), restock);
  }

  private static StoreOrder.Line goods(StoreOrder order) {
    return order.lines().stream()
        .filter(line -> !line.channelLineIds().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRefundOfUnitsIsFoundByItsReferenceAndPutsThemBack() {
    Item item = remote().item(5);
    int before = remote().available(item);
    StoreOrder order = place(draft(item, 2));
    assertThat(progress(order).refunded()).isFalse();
    assertThat(orders().refunds(store(), order.id())).isEmpty();
    RefundDraft draft = refund(order, 1, "12.35", true);
    StoreRefund made = orders().refund(store(), order.id(), draft);
    assertThat(made.total()).isEqualTo(pounds("12.35"));
    assertThat(made.units()).containsExactly(Map.entry(goods(order).id(), 1));
    assertThat(remote().available(item)).isEqualTo(before - 1);
    assertThat(progress(order).refunded()).isTrue();
    assertThat(orders().refunds(store(), order.id()))
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
    Item item = remote().item(6);
    int before = remote().available(item);
    StoreOrder order = place(draft(item, 2));
    remote().ship(order.id());
    orders().refund(store(), order.id(), refund(order, 2, "28.69", false));
    assertThat(remote().available(item)).isEqualTo(before - 2);
  }

  @Test
  void aPartOfAPriceGoesBackForNoUnits() {
    StoreOrder order = place(draft(remote().item(0), 1));
    StoreRefund made = orders().refund(store(), order.id(), refund(order, 0, "1.50", false));
    assertThat(made.total()).isEqualTo(pounds("1.50"));
  }

  @Test
  void moreThanWasPaidDoesNotGoBack() {
    StoreOrder order = place(draft(remote().item(0), 1));
    PlatformException fault =
        catchThrowableOfType(
            PlatformException.class,
            () -> orders().refund(store(), order.id(), refund(order, 0, "99.00", false)));
    assertThat(fault.failure()).isEqualTo(Failure.MERCHANT_FIX);
    assertThat(fault.outcomeUnknown()).isFalse();
    assertThat(orders().refunds(store(), order.id())).isEmpty();
  }

  @Test
  void aRefundWhoseAnswerIsLostIsFoundLater() {
    StoreOrder order = place(draft(remote().item(0), 1));
    RefundDraft draft = refund(order, 1, "12.35", true);
    remote().loseTheNextRefund();
    PlatformException fault =
        catchThrowableOfType(
            PlatformException.class, () -> orders().refund(store(), order.id(), draft));
    assertThat(fault.outcomeUnknown()).isTrue();
    assertThat(orders().refunds(store(), order.id()))
        .singleElement()
        .satisfies(found -> assertThat(found.carries(draft.reference())).isTrue());
  }

  @Test
  void anAddressIsCorrectedAndAMaskedOneOverwritesNothing() {
    OrderDraft draft = draft(remote().item(0), 1);
    StoreOrder order = place(draft);
    assertThat(remote().street(order.id())).isEqualTo("1 Example Street");
    orders().readdress(store(), order.id(), to(draft, Optional.of(recipient("2 Other Street"))));
    assertThat(remote().street(order.id())).isEqualTo("2 Other Street");
    orders().readdress(store(), order.id(), to(draft, Optional.empty()));
    assertThat(remote().street(order.id())).isEqualTo("2 Other Street");
  }

  @Test
  void anOrderOfSomebodyElseIsNotThere() {
    assertThat(orders().read(store(), "999999999")).isEmpty();
    assertThat(orders().read(store(), "not-an-id")).isEmpty();
    assertThat(orders().progress(store(), "999999999")).isEmpty();
  }

  @Test
  void whereOrdersCanBeHeldTheyTakeTheirUnitsAndAreReleasedOnce() {
    Assumptions.assumeTrue(orders().canHold(), "this store holds no orders");
    Item item = remote().item(4);
    int before = remote().available(item);
    OrderDraft draft = draft(item, 1);
    StoreOrder order = place(with(draft, true, true));
    assertThat(remote().held(order.id())).isTrue();
    assertThat(remote().available(item)).isEqualTo(before - 1);
    for (int time = 0; time < 2; time++) {
      orders().release(store(), order.id(), draft);
      assertThat(remote().held(order.id())).isFalse();
      assertThat(remote().available(item)).isEqualTo(before - 1);
    }
    assertThat(orders().read(store(), order.id()).orElseThrow().total()).isEqualTo(draft.total());
  }
}
