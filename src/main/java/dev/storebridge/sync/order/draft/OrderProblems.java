package dev.storebridge.sync.order.draft;

import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.platform.Explanation;
import dev.storebridge.tenant.OrderRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps an order out of the store, in the merchant's words. Pure. */
final class OrderProblems {

  /** More in one order is no order: no marketplace sells for it. */
  private static final BigDecimal ABSURD = new BigDecimal("100000000000");

  private OrderProblems() {}

  static List<Explanation> of(OrderDraft draft, OrderRules rules) {
    List<Explanation> problems = new ArrayList<>();
    if (draft.lines().isEmpty()) {
      problems.add(
          Explanation.of(
              "order-without-lines",
              "TikTok Shop shows nothing that was bought in this order.",
              "lines",
              "Look at the order in Seller Center, then retry."));
    }
    if (draft.currency().equals(CurrencyCode.NONE)) {
      problems.add(
          Explanation.of(
              "order-without-currency",
              "TikTok Shop names no currency for this order.",
              "payment.currency",
              "Look at the order in Seller Center, then retry."));
    }
    if (rules.unknownItem() == OrderRules.UnknownItem.BLOCK) {
      draft.lines().stream()
          .filter(line -> line.item().isEmpty())
          .map(OrderProblems::unknown)
          .forEach(problems::add);
    }
    amounts(draft).ifPresent(problems::add);
    return problems;
  }

  private static Explanation unknown(OrderDraft.Line line) {
    String name = line.sku().isEmpty() ? line.title() : line.sku();
    return Explanation.of(
        "unknown-item",
        "The order holds \"" + name + "\", which no product of the store is linked with.",
        "skus[" + line.sku() + "]",
        "Give a variant of the store this SKU and list it: the order follows by itself. Or set"
            + " orders.unknown-item to custom-line and retry.");
  }

  private static Optional<Explanation> amounts(OrderDraft draft) {
    boolean negative =
        draft.total().amount().signum() < 0
            || draft.shipping().amount().signum() < 0
            || draft.tax().amount().signum() < 0
            || draft.lines().stream().anyMatch(line -> line.price().amount().signum() < 0);
    boolean absurd = draft.total().amount().compareTo(ABSURD) > 0;
    Money discount = draft.discount();
    if (negative || absurd) {
      return Optional.of(
          Explanation.of(
              "order-amounts",
              "The amounts of this order make no sense: " + draft.total() + " in all.",
              "payment",
              "Look at the order in Seller Center and place it in the store by hand."));
    }
    if (discount.amount().compareTo(draft.total().amount()) > 0) {
      return Optional.of(
          Explanation.of(
              "order-total-unexplained",
              "TikTok Shop's total is "
                  + discount
                  + " less than the amounts it is made of, more than the order is worth.",
              "payment.total_amount",
              "Look at the order in Seller Center and place it in the store by hand."));
    }
    return Optional.empty();
  }
}
