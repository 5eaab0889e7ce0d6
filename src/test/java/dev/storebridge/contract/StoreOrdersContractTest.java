package dev.storebridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderCopy;
import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.commerce.OrderDraft.Item;
import dev.storebridge.commerce.OrderReference;
import dev.storebridge.commerce.StoreOrder;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises of the orders that channels place in it. */
public abstract class StoreOrdersContractTest {

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

  /** Places an order of one unit. */
  protected StoreOrder placeOne() {
    return place(drafts.draft(store.item(0), 1));
  }

  private StoreOrder place(OrderDraft draft) {
    return store.orders().create(store.store(), draft);
  }

  private List<StoreOrder> find() {
    return store.orders().find(store.store(), drafts.reference, TestDrafts.now().minusSeconds(600));
  }

  @Test
  void anOrderComesToTheTotalOfItsDraft() {
    StoreOrder order = place(drafts.draft(store.item(0), 2));
    assertThat(order.total()).isEqualTo(TestDrafts.pounds("28.69"));
    assertThat(order.cancelled()).isFalse();
    assertThat(store.orders().read(store.store(), order.id())).contains(order);
  }

  @Test
  void chargesDiscountAndTaxAreInItsTotal() {
    Map<String, Money> charges = Map.of("TikTok Shop fees", TestDrafts.pounds("0.75"));
    OrderDraft draft = drafts.draft(store.item(0), 1, charges, "0.10", "1.23");
    assertThat(place(draft).total()).isEqualTo(draft.total()).isEqualTo(TestDrafts.pounds("18.22"));
  }

  @Test
  void itsLinesNameTheLinesOfTheChannel() {
    Item item = store.item(0);
    StoreOrder order = place(drafts.draft(item, 2));
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
    Item item = store.item(1);
    int before = store.available(item);
    place(drafts.draft(item, 2));
    assertThat(store.available(item)).isEqualTo(before - 2);
  }

  @Test
  void anOrderOfGoodsThatAreNotTheStoresLeavesItsStockAlone() {
    Item item = store.item(2);
    int before = store.available(item);
    place(TestDrafts.with(drafts.draft(item, 2), false, false));
    assertThat(store.available(item)).isEqualTo(before);
  }

  @Test
  void anOrderIsFoundByItsReferenceAndNothingElseIs() {
    assertThat(find()).isEmpty();
    StoreOrder order = place(drafts.draft(store.item(0), 1));
    assertThat(find()).containsExactly(order);
    OrderReference other = new OrderReference("7495", drafts.reference.orderId() + "9");
    assertThat(store.orders().find(store.store(), other, TestDrafts.now().minusSeconds(600)))
        .isEmpty();
  }

  @Test
  void twoOrdersWithOneReferenceAreFoundOldestFirst() {
    StoreOrder first = place(drafts.draft(store.item(0), 1));
    StoreOrder second = place(drafts.draft(store.item(0), 1));
    assertThat(find()).extracting(StoreOrder::id).containsExactly(first.id(), second.id());
  }

  @Test
  void copiesThatChangedAreListedWithWhoseTheyAre() {
    StoreOrder first = place(drafts.draft(store.item(0), 1));
    StoreOrder second = place(drafts.draft(store.item(1), 2));
    store.orders().cancel(store.store(), second.id(), true, "Cancelled on TikTok Shop");
    List<OrderCopy> found = new ArrayList<>();
    store
        .orders()
        .copiesChangedSince(store.store(), TestDrafts.now().minusSeconds(600), found::addAll);
    assertThat(found)
        .filteredOn(copy -> copy.channelOrderId().equals(drafts.reference.orderId()))
        .satisfiesExactlyInAnyOrder(
            copy -> {
              assertThat(copy.id()).isEqualTo(first.id());
              assertThat(copy.cancelled()).isFalse();
              assertThat(copy.total()).isEqualTo(first.total());
              assertThat(copy.changedAt())
                  .isBetween(TestDrafts.now().minusSeconds(60), TestDrafts.now().plusSeconds(1));
            },
            copy -> {
              assertThat(copy.id()).isEqualTo(second.id());
              assertThat(copy.cancelled()).isTrue();
            });
    List<List<OrderCopy>> later = new ArrayList<>();
    store
        .orders()
        .copiesChangedSince(store.store(), TestDrafts.now().plusSeconds(3600), later::add);
    assertThat(later).isEmpty();
  }

  @Test
  void aLostAnswerSaysThatNobodyKnowsAndTheOrderIsFoundLater() {
    store.loseTheNextAnswer();
    PlatformException fault = failing(drafts.draft(store.item(0), 1));
    assertThat(fault.outcomeUnknown()).isTrue();
    assertThat(fault.failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(find()).hasSize(1);
  }

  @Test
  void aServersFaultIsNotTriedAgainByItself() {
    store.failTheNextCreate();
    assertThat(failing(drafts.draft(store.item(0), 1)).outcomeUnknown()).isTrue();
    assertThat(find()).isEmpty();
  }

  @Test
  void anItemThatIsGoneIsAProblemInWordsAndLeavesNoOrder() {
    PlatformException fault = failing(drafts.draft(new Item("999999999", "999999998"), 1));
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
    Item item = store.item(3);
    int before = store.available(item);
    StoreOrder order = place(drafts.draft(item, 2));
    for (int time = 0; time < 2; time++) {
      store.orders().cancel(store.store(), order.id(), true, "Cancelled on TikTok Shop");
      assertThat(store.orders().read(store.store(), order.id()).orElseThrow().cancelled()).isTrue();
      assertThat(store.available(item)).isEqualTo(before);
    }
    assertThat(find()).allMatch(StoreOrder::cancelled);
  }

  @Test
  void anOrderWhoseGoodsHaveLeftIsNotCalledOff() {
    StoreOrder order = place(drafts.draft(store.item(0), 1));
    store.ship(order.id());
    PlatformException fault =
        catchThrowableOfType(
            PlatformException.class,
            () ->
                store.orders().cancel(store.store(), order.id(), true, "Cancelled on TikTok Shop"));
    assertThat(fault.failure()).isEqualTo(Failure.MERCHANT_FIX);
  }

  @Test
  void anOrderOfSomebodyElseIsNotThere() {
    assertThat(store.orders().read(store.store(), "999999999")).isEmpty();
    assertThat(store.orders().read(store.store(), "not-an-id")).isEmpty();
    assertThat(store.orders().progress(store.store(), "999999999")).isEmpty();
  }

  @Test
  void whereOrdersCanBeHeldTheyTakeTheirUnitsAndAreReleasedOnce() {
    Assumptions.assumeTrue(store.orders().canHold(), "this store holds no orders");
    Item item = store.item(4);
    int before = store.available(item);
    OrderDraft draft = drafts.draft(item, 1);
    StoreOrder order = place(TestDrafts.with(draft, true, true));
    assertThat(store.held(order.id())).isTrue();
    assertThat(store.available(item)).isEqualTo(before - 1);
    for (int time = 0; time < 2; time++) {
      store.orders().release(store.store(), order.id(), draft);
      assertThat(store.held(order.id())).isFalse();
      assertThat(store.available(item)).isEqualTo(before - 1);
    }
    assertThat(store.orders().read(store.store(), order.id()).orElseThrow().total())
        .isEqualTo(draft.total());
  }
}
