package dev.storebridge.sync.order.draft;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelOrder.Goods;
import dev.storebridge.commerce.ChannelOrder.Purpose;
import dev.storebridge.commerce.ChannelOrder.Shipper;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.ChannelSale.Payment;
import dev.storebridge.commerce.ChannelSale.Unit;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sales for tests, whose sums are TikTok's. */
final class Sales {

  static final Instant PLACED = Instant.parse("2026-11-01T10:00:00Z");

  private final String currency;
  private final List<ChannelOrder.Line> lines = new ArrayList<>();
  private final List<Unit> units = new ArrayList<>();
  private BigDecimal sellerDiscount = BigDecimal.ZERO;
  private BigDecimal platformDiscount = BigDecimal.ZERO;
  private BigDecimal goods = BigDecimal.ZERO;
  private BigDecimal shipping = BigDecimal.ZERO;
  private BigDecimal shippingPlatformDiscount = BigDecimal.ZERO;
  private BigDecimal tax = BigDecimal.ZERO;
  private BigDecimal kept = BigDecimal.ZERO;
  private BigDecimal other = BigDecimal.ZERO;
  private Purpose purpose = Purpose.SALE;
  private OrderStatus status = OrderStatus.AWAITING_SHIPMENT;
  private Optional<BigDecimal> total = Optional.empty();

  Sales(String currency) {
    this.currency = currency;
  }

  Sales unit(String offerId, String original, String seller, String platform) {
    return unit(
        OrderStatus.AWAITING_SHIPMENT, List.of(goods(offerId, 1)), original, seller, platform);
  }

  Sales cancelledUnit(String offerId, String original, String seller, String platform) {
    return unit(OrderStatus.CANCELLED, List.of(goods(offerId, 1)), original, seller, platform);
  }

  Sales bundle(List<Goods> parts, String original, String seller, String platform) {
    return unit(OrderStatus.AWAITING_SHIPMENT, parts, original, seller, platform);
  }

  private Sales unit(
      OrderStatus line, List<Goods> parts, String original, String seller, String platform) {
    String id = "line" + (lines.size() + 1);
    BigDecimal paid =
        new BigDecimal(original)
            .subtract(new BigDecimal(seller))
            .subtract(new BigDecimal(platform));
    lines.add(new ChannelOrder.Line(id, line, line.name(), false, parts));
    units.add(
        new Unit(
            id,
            "Mug",
            "",
            money(new BigDecimal(original)),
            money(paid),
            money(new BigDecimal(platform)),
            "",
            ""));
    sellerDiscount = sellerDiscount.add(new BigDecimal(seller));
    platformDiscount = platformDiscount.add(new BigDecimal(platform));
    goods = goods.add(paid);
    return this;
  }

  static Goods goods(String offerId, int units) {
    return new Goods("listing", offerId, "SKU-" + offerId, units);
  }

  Sales shipping(String paid, String platform) {
    shipping = new BigDecimal(paid);
    shippingPlatformDiscount = new BigDecimal(platform);
    return this;
  }

  Sales tax(String amount) {
    tax = new BigDecimal(amount);
    return this;
  }

  Sales keptByTikTok(String amount) {
    kept = new BigDecimal(amount);
    return this;
  }

  /** Something in the total that no field names. */
  Sales other(String amount) {
    other = new BigDecimal(amount);
    return this;
  }

  Sales purpose(Purpose why) {
    purpose = why;
    goods = BigDecimal.ZERO;
    return this;
  }

  Sales status(OrderStatus now) {
    status = now;
    return this;
  }

  Sales total(String amount) {
    total = Optional.of(new BigDecimal(amount));
    return this;
  }

  ChannelSale sale() {
    BigDecimal all = total.orElse(goods.add(shipping).add(tax).add(kept).add(other));
    return new ChannelSale(
        new ChannelOrder(
            "576400000000000001",
            status,
            status.name(),
            PLACED,
            PLACED,
            Optional.empty(),
            "7000",
            Shipper.MERCHANT,
            purpose,
            lines),
        new Payment(
            money(all),
            money(goods),
            money(sellerDiscount),
            money(platformDiscount),
            money(shipping),
            money(shippingPlatformDiscount),
            money(tax),
            money(kept)),
        units,
        Optional.empty(),
        "abc@chat.example",
        "7000",
        false,
        status != OrderStatus.ON_HOLD,
        Optional.empty());
  }

  private Money money(BigDecimal amount) {
    return Money.of(amount.toPlainString(), currency);
  }
}
