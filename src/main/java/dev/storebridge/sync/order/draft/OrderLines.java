package dev.storebridge.sync.order.draft;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelOrder.Goods;
import dev.storebridge.commerce.ChannelSale.Unit;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderDraft.Item;
import dev.storebridge.commerce.OrderDraft.Line;
import dev.storebridge.mapping.Offers.Linked;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lines of a channel, one a unit, become lines of a store: what is the same item at the same price
 * is one line. A bundle becomes its parts, over which its price is spread to the smallest unit.
 * Pure.
 */
final class OrderLines {

  private final Map<String, Linked> links;
  private final Map<Sameness, List<Part>> groups = new LinkedHashMap<>();

  private record Part(String lineId, String title) {}

  private record Sameness(String offerId, String sku, Money original, Money price) {}

  /**
   * @param links which offer is which variant, by offer id
   */
  OrderLines(Map<String, Linked> links) {
    this.links = links;
  }

  void add(ChannelOrder.Line line, Unit unit, Money price) {
    List<Goods> parts = parts(line);
    List<Money> originals = spread(unit.original(), parts.size());
    List<Money> prices = spread(price, parts.size());
    for (int i = 0; i < parts.size(); i++) {
      Goods part = parts.get(i);
      Sameness same =
          new Sameness(part.offerId(), part.sellerSku(), originals.get(i), prices.get(i));
      groups.computeIfAbsent(same, any -> new ArrayList<>()).add(new Part(line.id(), title(unit)));
    }
  }

  List<Line> lines() {
    return groups.entrySet().stream().map(group -> line(group.getKey(), group.getValue())).toList();
  }

  private Line line(Sameness same, List<Part> parts) {
    Optional<Item> item =
        Optional.ofNullable(links.get(same.offerId()))
            .map(link -> new Item(link.productId(), link.variantId()));
    return new Line(
        item,
        parts.getFirst().title(),
        same.sku(),
        parts.size(),
        same.original(),
        same.price(),
        parts.stream().map(Part::lineId).distinct().toList());
  }

  private static String title(Unit unit) {
    String title = unit.title().isBlank() ? "TikTok Shop item" : unit.title();
    return unit.variant().isBlank() ? title : title + " - " + unit.variant();
  }

  /** Single units of all that has to be sent for a line. */
  private static List<Goods> parts(ChannelOrder.Line line) {
    List<Goods> parts = new ArrayList<>();
    for (Goods goods : line.goods()) {
      for (int unit = 0; unit < goods.units(); unit++) {
        parts.add(goods);
      }
    }
    return parts;
  }

  /** Equal parts; what does not divide goes to the first, one smallest unit each. */
  private static List<Money> spread(Money whole, int parts) {
    if (parts == 1) {
      return List.of(whole);
    }
    int decimals = whole.currency().decimals();
    BigDecimal smallest = BigDecimal.ONE.movePointLeft(decimals);
    BigDecimal each = whole.amount().divide(BigDecimal.valueOf(parts), decimals, RoundingMode.DOWN);
    BigDecimal left = whole.amount().subtract(each.multiply(BigDecimal.valueOf(parts)));
    List<Money> amounts = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      BigDecimal more = left.signum() > 0 ? smallest : BigDecimal.ZERO;
      left = left.subtract(more);
      amounts.add(new Money(each.add(more), whole.currency()));
    }
    return amounts;
  }
}
