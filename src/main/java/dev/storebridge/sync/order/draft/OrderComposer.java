package dev.storebridge.sync.order.draft;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.ChannelSale.Unit;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.commerce.OrderReference;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.commerce.Recipient;
import dev.storebridge.mapping.Offers.Linked;
import dev.storebridge.platform.Explanation;
import dev.storebridge.tenant.OrderRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Composes the order that a sale becomes in the store, by the merchant's rules. Pure. */
public final class OrderComposer {

  private final OrderRules rules;

  public OrderComposer(OrderRules rules) {
    this.rules = rules;
  }

  /**
   * What surrounds a sale.
   *
   * @param shopId the channel's id of the shop
   * @param links which offer is which variant, by offer id
   * @param takesStock whether the goods come out of the store's stock
   */
  public record Setting(String shopId, Map<String, Linked> links, boolean takesStock) {}

  /**
   * The order, or why there is none.
   *
   * @param problems empty when it may be placed
   */
  public record Composed(OrderDraft draft, List<Explanation> problems) {}

  /** What the order comes to in the store. */
  public Money worth(ChannelSale sale) {
    Set<String> cancelled =
        sale.order().lines().stream()
            .filter(line -> line.status() == OrderStatus.CANCELLED)
            .map(ChannelOrder.Line::id)
            .collect(Collectors.toSet());
    List<Unit> open =
        sale.units().stream().filter(unit -> !cancelled.contains(unit.lineId())).toList();
    return new OrderMoney(sale, rules.total()).total(open);
  }

  /** Composes what of the sale is not cancelled. */
  public Composed compose(ChannelSale sale, Setting setting) {
    List<ChannelOrder.Line> open =
        sale.order().lines().stream()
            .filter(line -> line.status() != OrderStatus.CANCELLED)
            .toList();
    Map<String, Unit> units =
        sale.units().stream()
            .collect(Collectors.toMap(Unit::lineId, Function.identity(), (one, same) -> one));
    List<Unit> openUnits =
        open.stream().map(line -> units.get(line.id())).filter(unit -> unit != null).toList();
    OrderMoney money = new OrderMoney(sale, rules.total());
    OrderLines lines = new OrderLines(setting.links());
    open.stream()
        .filter(line -> units.containsKey(line.id()))
        .forEach(
            line -> {
              Unit unit = units.get(line.id());
              lines.add(line, unit, money.price(unit));
            });
    OrderDraft draft = draft(sale, setting, money, openUnits, lines.lines());
    return new Composed(draft, OrderProblems.of(draft, rules));
  }

  private OrderDraft draft(
      ChannelSale sale,
      Setting setting,
      OrderMoney money,
      List<Unit> open,
      List<OrderDraft.Line> lines) {
    OrderReference reference = new OrderReference(setting.shopId(), sale.order().id());
    Money rest = money.rest(open);
    boolean missing = rest.amount().signum() < 0;
    Map<String, Money> charges = new LinkedHashMap<>();
    put(charges, "TikTok Shop fees", money.fees());
    put(charges, "Other charges on TikTok Shop", missing ? nothing(rest) : rest);
    return new OrderDraft(
        reference,
        sale.order().createdAt(),
        !sale.released(),
        setting.takesStock(),
        money.tax().amount().signum() == 0,
        lines,
        money.shipping(),
        charges,
        missing ? new Money(rest.amount().negate(), rest.currency()) : nothing(rest),
        money.tax(),
        money.total(open),
        sale.recipient().filter(Recipient::complete),
        rules.buyerEmail() == OrderRules.BuyerEmail.RELAY ? sale.buyerEmail() : "",
        Stream.concat(rules.tags().stream(), Stream.of(reference.tag())).distinct().toList(),
        attributes(sale, setting));
  }

  private static void put(Map<String, Money> charges, String name, Money amount) {
    if (amount.amount().signum() > 0) {
      charges.put(name, amount);
    }
  }

  private static Money nothing(Money like) {
    return new Money(BigDecimal.ZERO, like.currency()).rounded();
  }

  private static Map<String, String> attributes(ChannelSale sale, Setting setting) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("tiktok_order_id", sale.order().id());
    attributes.put("tiktok_shop_id", setting.shopId());
    attributes.put("tiktok_buyer_paid", sale.payment().total().text());
    discount(attributes, "tiktok_seller_discount", sale.payment().sellerDiscount());
    discount(attributes, "tiktok_platform_discount", sale.payment().platformDiscount());
    if (sale.order().purpose() != ChannelOrder.Purpose.SALE) {
      attributes.put("tiktok_order_kind", sale.order().purpose().name().toLowerCase(Locale.ROOT));
    }
    if (sale.order().shipper() == ChannelOrder.Shipper.CHANNEL) {
      attributes.put("tiktok_fulfilled_by", "TikTok");
    }
    return attributes;
  }

  private static void discount(Map<String, String> attributes, String name, Money amount) {
    Optional.of(amount)
        .filter(some -> some.amount().signum() > 0)
        .ifPresent(some -> attributes.put(name, some.text()));
  }

  /** The offers of a sale that no variant is linked with. */
  public static List<String> unlinked(ChannelSale sale, Map<String, Linked> links) {
    List<String> unlinked = new ArrayList<>();
    sale.order().lines().stream()
        .filter(line -> line.status() != OrderStatus.CANCELLED)
        .flatMap(line -> line.goods().stream())
        .map(ChannelOrder.Goods::offerId)
        .distinct()
        .filter(offer -> !links.containsKey(offer))
        .forEach(unlinked::add);
    return unlinked;
  }
}
