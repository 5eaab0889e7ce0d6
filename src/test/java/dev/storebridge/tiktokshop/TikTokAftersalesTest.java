package dev.storebridge.tiktokshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.commerce.AftersaleCase;
import dev.storebridge.commerce.AftersaleCase.Kind;
import dev.storebridge.commerce.AftersaleCase.State;
import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.contract.OpenGuards;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.sandbox.tiktok.AftersaleActs;
import dev.storebridge.sandbox.tiktok.Buyers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cancellations, returns and refunds against the sandbox, with real signatures. */
class TikTokAftersalesTest {

  private static final ShopAccount SHOP = SandboxShop.SHOP;

  private final SandboxShop shop = new SandboxShop(new OpenGuards());
  private final Buyers buyers = shop.sandbox().buyers();
  private final AftersaleActs acts = shop.sandbox().aftersales();

  @AfterEach
  void close() {
    shop.close();
  }

  /** An order of two units whose buyer's hour is over. */
  private String order() {
    String offer = shop.onSale();
    String id = buyers.buy(SHOP.id(), Map.of(offer, 2), Buyers.How.PAID);
    buyers.release(SHOP.id(), id);
    return id;
  }

  private ChannelOrder now(String orderId) {
    return shop.channel().orders(SHOP, List.of(orderId)).getFirst();
  }

  private AftersaleCase only(String orderId) {
    List<AftersaleCase> cases = shop.aftersales().of(SHOP, orderId);
    assertThat(cases).hasSize(1);
    return cases.getFirst();
  }

  private void deliver(String orderId) {
    buyers.ship(SHOP.id(), orderId, List.of());
    buyers.next(SHOP.id(), orderId);
    buyers.next(SHOP.id(), orderId);
  }

  @Test
  void aSellersCancellationCallsTheWholeOrderOff() {
    String order = order();
    shop.aftersales().cancel(SHOP, order);
    assertThat(now(order).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(only(order).kind()).isEqualTo(Kind.CANCELLATION);
    assertThat(only(order).state()).isEqualTo(State.DONE);
    assertThat(only(order).lines()).hasSize(2);
    assertThat(only(order).restock()).isTrue();
  }

  @Test
  void whatHasLeftIsNotCancelledAndSaysWhy() {
    String order = order();
    deliver(order);
    PlatformException fault =
        catchThrowableOfType(PlatformException.class, () -> shop.aftersales().cancel(SHOP, order));
    assertThat(fault.failure()).isEqualTo(Failure.MERCHANT_FIX);
    assertThat(fault.explanation().code()).isEqualTo("cancellation-not-allowed");
    assertThat(fault.explanation().message()).isNotBlank();
  }

  @Test
  void aBuyersWishToCancelHasADeadlineUntilItIsAgreedUpon() {
    String order = order();
    acts.askToCancel(SHOP.id(), order);
    AftersaleCase asked = only(order);
    assertThat(asked.state()).isEqualTo(State.ASKED);
    assertThat(asked.answerBy()).hasValueSatisfying(by -> assertThat(by).isAfter(Instant.now()));
    for (int time = 0; time < 2; time++) {
      shop.aftersales().agree(SHOP, asked.id());
      assertThat(now(order).status()).isEqualTo(OrderStatus.CANCELLED);
      assertThat(only(order).state()).isEqualTo(State.DONE);
      assertThat(only(order).answerBy()).isEmpty();
    }
  }

  @Test
  void aReturnIsDoneOnceTheGoodsAreBackAndTheMoneyWent() {
    String order = order();
    deliver(order);
    String line = now(order).lines().getFirst().id();
    String id = acts.askForRefund(SHOP.id(), order, List.of(line), true, Optional.empty());
    List<State> states = new ArrayList<>(List.of(only(order).state()));
    for (int step = 0; step < 3; step++) {
      acts.next(SHOP.id(), id);
      states.add(only(order).state());
    }
    assertThat(states).containsExactly(State.ASKED, State.RUNNING, State.RUNNING, State.DONE);
    assertThat(only(order).kind()).isEqualTo(Kind.RETURN);
    assertThat(only(order).restock()).isFalse();
    assertThat(only(order).lines())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.lineId()).isEqualTo(line);
              assertThat(one.refund().amount().signum()).isPositive();
            });
  }

  @Test
  void aRefusedReturnIsOver() {
    String order = order();
    deliver(order);
    String id = acts.askForRefund(SHOP.id(), order, List.of(), false, Optional.empty());
    acts.end(SHOP.id(), id);
    assertThat(only(order).state()).isEqualTo(State.ENDED);
  }

  @Test
  void aPartOfAPriceIsThatPart() {
    String order = order();
    deliver(order);
    String line = now(order).lines().getFirst().id();
    acts.askForRefund(SHOP.id(), order, List.of(line), false, Optional.of(new BigDecimal("1.25")));
    assertThat(only(order).lines().getFirst().refund()).isEqualTo(Money.of("1.25", "GBP"));
  }

  @Test
  void aSellersRefundIsDoneOnceUnderItsKey() {
    String order = order();
    deliver(order);
    List<String> lines = now(order).lines().stream().map(ChannelOrder.Line::id).toList();
    Money amount = Money.of("2.00", "GBP");
    String first = shop.aftersales().refund(SHOP, order, lines, amount, "refund-1");
    String second = shop.aftersales().refund(SHOP, order, lines, amount, "refund-1");
    assertThat(second).isEqualTo(first);
    assertThat(only(order).id()).isEqualTo(first);
    assertThat(only(order).state()).isEqualTo(State.DONE);
  }

  @Test
  void theOrdersWhoseCasesChangedAreFoundAcrossPages() {
    List<String> orders = new ArrayList<>();
    String offer = shop.onSale();
    for (int i = 0; i < 55; i++) {
      String id = buyers.buy(SHOP.id(), Map.of(offer, 1), Buyers.How.PAID);
      buyers.cancel(SHOP.id(), id, List.of());
      orders.add(id);
    }
    List<String> found = new ArrayList<>();
    Instant before = Instant.now().minus(Duration.ofMinutes(5));
    shop.aftersales().changedSince(SHOP, before, found::addAll);
    assertThat(found).containsExactlyInAnyOrderElementsOf(orders);
    List<Set<String>> later = new ArrayList<>();
    shop.aftersales().changedSince(SHOP, Instant.now().plusSeconds(600), later::add);
    assertThat(later).isEmpty();
  }
}
