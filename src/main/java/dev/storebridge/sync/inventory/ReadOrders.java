package dev.storebridge.sync.inventory;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.mapping.OrderReadings;
import dev.storebridge.mapping.OrderReadings.Progress;
import dev.storebridge.platform.Aftersales;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.Claim;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import dev.storebridge.work.ShopRef;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads which orders of a shop changed, again and again: a webhook that got lost costs minutes, and
 * no order. Only marks; an order that the ledger knows as it is marks nothing.
 */
@ApplicationScoped
public class ReadOrders {

  private static final Duration OVERLAP = Duration.ofMinutes(2);
  private static final Duration WITHOUT_SHOP = Duration.ofSeconds(15);

  private final Tenants tenants;
  private final LinkedShops shops;
  private final Channel channel;
  private final Aftersales aftersales;
  private final OrderReadings readings;
  private final OrderBook book;
  private final OrdersToImport imports;
  private final Marks marks;
  private final Problems problems;
  private final WakeUps wakeUps;
  private final Clock clock;
  private final Duration poll;
  private final Duration reach;

  public ReadOrders(
      Tenants tenants,
      LinkedShops shops,
      Channel channel,
      Aftersales aftersales,
      OrderReadings readings,
      OrderBook book,
      OrdersToImport imports,
      Marks marks,
      Problems problems,
      WakeUps wakeUps,
      Clock clock,
      @ConfigProperty(name = "storebridge.poll.orders", defaultValue = "100s") Duration poll,
      @ConfigProperty(name = "storebridge.poll.orders-reach", defaultValue = "7d") Duration reach) {
    this.tenants = tenants;
    this.shops = shops;
    this.channel = channel;
    this.aftersales = aftersales;
    this.readings = readings;
    this.book = book;
    this.imports = imports;
    this.marks = marks;
    this.problems = problems;
    this.wakeUps = wakeUps;
    this.clock = clock;
    this.poll = poll;
    this.reach = reach;
  }

  /**
   * Reads once and comes back, for as long as the connection is there.
   *
   * @throws dev.storebridge.platform.PlatformException when the shop cannot be asked
   */
  public void read(Claim claim) {
    Optional<ConnectionRules> rules =
        tenants.connection(claim.ref()).filter(ConnectionRules::enabled);
    if (rules.isEmpty()) {
      marks.settle(claim);
      return;
    }
    Instant began = clock.instant();
    Optional<ShopAccount> shop = shops.of(claim.ref());
    shop.ifPresent(found -> read(found, began));
    if (claim.tries() > 0) {
      problems.close(Problem.Subject.account(claim.storeId(), claim.ref()));
    }
    marks.comeBack(claim, began.plus(shop.isPresent() ? poll : shorter(poll, WITHOUT_SHOP)));
  }

  private void read(ShopAccount shop, Instant began) {
    Progress progress = readings.begin(shop.storeId(), shop.id(), began);
    boolean first = progress.until().isEmpty();
    Instant since =
        progress
            .until()
            .map(until -> until.minus(OVERLAP))
            .orElseGet(() -> earlier(began.minus(reach), imports.since(shop)));
    channel.ordersChangedSince(shop, since, batch -> mark(shop, batch, first));
    aftersales.changedSince(shop, since, orders -> markCases(shop, orders));
    readings.reached(shop.storeId(), shop.id(), began);
  }

  /** What was over before we came has nothing to do with us, unless it is to be imported. */
  private void mark(ShopAccount shop, List<ChannelOrder> batch, boolean first) {
    Set<ChannelOrder> news = new LinkedHashSet<>(book.news(shop, batch));
    news.addAll(imports.news(shop, batch));
    Predicate<ChannelOrder> imported = imports.of(shop);
    List<String> refs =
        news.stream()
            .filter(order -> !first || !over(order) || imported.test(order))
            .map(order -> new ShopRef(shop.connectionId(), order.id()).text())
            .toList();
    if (!refs.isEmpty()) {
      marks.mark(shop.storeId(), MarkKind.ORDER, refs, Urgency.ORDER, clock.instant());
      wakeUps.send(new WakeUp(shop.storeId()));
    }
  }

  /** Cases of orders that we never saw have nothing to do with us. */
  private void markCases(ShopAccount shop, Set<String> orderIds) {
    List<String> refs =
        imports.seen(shop, orderIds).stream()
            .map(id -> new ShopRef(shop.connectionId(), id).text())
            .toList();
    if (!refs.isEmpty()) {
      marks.mark(shop.storeId(), MarkKind.AFTERSALE, refs, Urgency.ORDER, clock.instant());
      wakeUps.send(new WakeUp(shop.storeId()));
    }
  }

  private static boolean over(ChannelOrder order) {
    return order.status().left() || order.status() == OrderStatus.CANCELLED;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
