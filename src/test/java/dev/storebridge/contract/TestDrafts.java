package dev.storebridge.contract;

import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.commerce.OrderDraft.Item;
import dev.storebridge.commerce.OrderReference;
import dev.storebridge.commerce.Recipient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Orders for a store, all of one reference that nobody else has. */
final class TestDrafts {

  private static final AtomicLong REFERENCES = new AtomicLong(576_400_000_000_000_000L);

  final OrderReference reference =
      new OrderReference("7495", Long.toString(REFERENCES.incrementAndGet()));

  static Money pounds(String amount) {
    return Money.of(amount, "GBP");
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  OrderDraft draft(Item item, int units) {
    return draft(item, units, Map.of(), "0", "0");
  }

  OrderDraft draft(Item item, int units, Map<String, Money> charges, String discount, String tax) {
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

  static Recipient recipient(String street) {
    return new Recipient(
        "Example", "Buyer", "+447700900000", List.of(street), "Exampletown", "", "AB1 2CD", "GB");
  }

  static OrderDraft with(OrderDraft draft, boolean held, boolean takesStock) {
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

  static OrderDraft to(OrderDraft draft, Optional<Recipient> recipient) {
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
}
