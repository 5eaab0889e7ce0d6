package dev.storebridge.sync.sweep;

import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderCopy;
import dev.storebridge.mapping.Completeness;
import dev.storebridge.mapping.CompletenessCounts;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.mapping.OrderLinks;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreOrders;
import dev.storebridge.platform.Urgency;
import dev.storebridge.sync.inventory.OrdersToImport;
import dev.storebridge.sync.order.ExpectedOrders;
import dev.storebridge.sync.order.StoresWithOrders;
import dev.storebridge.sync.order.draft.OrderComposer;
import dev.storebridge.sync.sweep.OrderCensus.Doubled;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Once an hour, counts what both sides have of a connection. An order that the store lacks is
 * marked; of two with one reference the one that we are bound to stays, the other is called off.
 */
@ApplicationScoped
public class CheckCompleteness {

  private static final Logger LOG = Logger.getLogger(CheckCompleteness.class);
  private static final int AT_ONCE = 500;

  private final Tenants tenants;
  private final LinkedShops shops;
  private final Channel channel;
  private final StoresWithOrders stores;
  private final OrdersToImport imports;
  private final OrderLinks links;
  private final CompletenessCounts counts;
  private final Marks marks;
  private final Problems problems;
  private final WakeUps wakeUps;
  private final Clock clock;
  private final Duration every;
  private final Duration reach;

  public CheckCompleteness(
      Tenants tenants,
      LinkedShops shops,
      Channel channel,
      StoresWithOrders stores,
      OrdersToImport imports,
      OrderLinks links,
      CompletenessCounts counts,
      Marks marks,
      Problems problems,
      WakeUps wakeUps,
      Clock clock,
      @ConfigProperty(name = "storebridge.poll.completeness", defaultValue = "1h") Duration every,
      @ConfigProperty(name = "storebridge.poll.completeness-reach", defaultValue = "3d")
          Duration reach) {
    this.tenants = tenants;
    this.shops = shops;
    this.channel = channel;
    this.stores = stores;
    this.imports = imports;
    this.links = links;
    this.counts = counts;
    this.marks = marks;
    this.problems = problems;
    this.wakeUps = wakeUps;
    this.clock = clock;
    this.every = every;
    this.reach = reach;
  }

  /**
   * Counts once and comes back, for as long as the connection is there.
   *
   * @throws PlatformException when shop or store cannot be asked
   */
  public void check(Claim claim) {
    Optional<ConnectionRules> rules =
        tenants.connection(claim.ref()).filter(ConnectionRules::enabled);
    if (rules.isEmpty()) {
      marks.settle(claim);
      return;
    }
    Instant now = clock.instant();
    Optional<ShopAccount> shop = shops.of(claim.ref());
    Optional<StoreAccount> store = tenants.store(claim.storeId());
    if (shop.isPresent() && store.isPresent()) {
      counts.write(
          claim.storeId(), claim.ref(), counts.listings(claim.storeId(), claim.ref(), now));
      stores
          .of(store.get().platform())
          .ifPresent(orders -> count(new Both(rules.get(), shop.get(), store.get(), orders), now));
    }
    if (claim.tries() > 0) {
      problems.close(Problem.Subject.account(claim.storeId(), claim.ref()));
    }
    marks.comeBack(claim, now.plus(every));
  }

  private record Both(
      ConnectionRules rules, ShopAccount shop, StoreAccount store, StoreOrders orders) {}

  private void count(Both both, Instant now) {
    Instant since = later(imports.since(both.shop()), now.minus(reach));
    OrderCensus census = new OrderCensus();
    if (since.isBefore(now)) {
      channel.salesChangedSince(both.shop(), since, batch -> expect(census, both, batch, since));
      both.orders().copiesChangedSince(both.store(), since, census::found);
    }
    Completeness count = census.count(now);
    counts.write(both.store().id(), both.rules().id(), count);
    if (!count.missing().isEmpty()) {
      LOG.infof(
          "Connection %s: %d orders are not in the store",
          both.rules().id(), count.missing().size());
      mark(both, count.missing());
    }
    callOff(both, census.doubled());
  }

  /**
   * What was agreed upon when an order was placed is what it has to come to. One that somebody else
   * placed carries no mark of ours and was not agreed upon: it counts as it was when we took it on,
   * on both sides.
   */
  private void expect(OrderCensus census, Both both, List<ChannelSale> batch, Instant since) {
    List<ChannelSale> wanted =
        batch.stream()
            .filter(sale -> !sale.order().createdAt().isBefore(since))
            .filter(sale -> ExpectedOrders.inStore(sale.order(), both.rules(), both.orders()))
            .toList();
    Map<String, Money> agreed = new HashMap<>();
    for (OrderLink link : links(both, wanted)) {
      link.expectedTotal().ifPresent(total -> agreed.put(link.key().orderId(), total));
      if (link.adopted()) {
        OrderCopy copy = adopted(link);
        agreed.put(copy.channelOrderId(), copy.total());
        census.found(List.of(copy));
      }
    }
    OrderComposer composer = new OrderComposer(both.rules().orders());
    wanted.forEach(
        sale ->
            census.expect(
                sale,
                Optional.ofNullable(agreed.get(sale.order().id()))
                    .orElseGet(() -> composer.worth(sale))));
  }

  private List<OrderLink> links(Both both, List<ChannelSale> sales) {
    List<String> ids = sales.stream().map(sale -> sale.order().id()).toList();
    return links.all(both.store().id(), both.rules().id(), ids);
  }

  private static OrderCopy adopted(OrderLink link) {
    return new OrderCopy(
        link.storeOrderId().orElseThrow(),
        link.key().orderId(),
        link.placedAt(),
        link.placedAt(),
        link.stage() == OrderLink.Stage.CANCELLED,
        link.storeTotal().orElse(link.channelTotal()));
  }

  private void mark(Both both, List<String> orderIds) {
    List<String> refs =
        orderIds.stream().map(id -> new ShopRef(both.rules().id(), id).text()).toList();
    for (int from = 0; from < refs.size(); from += AT_ONCE) {
      List<String> some = refs.subList(from, Math.min(refs.size(), from + AT_ONCE));
      marks.mark(both.store().id(), MarkKind.ORDER, some, Urgency.ORDER, clock.instant());
    }
    wakeUps.send(new WakeUp(both.store().id()));
  }

  /** Each is tried; the first that is refused, because it has left already, is told in the end. */
  private void callOff(Both both, Collection<Doubled> doubled) {
    Optional<PlatformException> refused = Optional.empty();
    for (Doubled one : doubled) {
      for (OrderCopy copy : one.others(bound(both, one))) {
        LOG.errorf(
            "Store %s: order %s of TikTok Shop was there twice; %s is called off",
            both.store().id(), one.sale().order().id(), copy.id());
        try {
          both.orders().cancel(both.store(), copy.id(), one.takesStock(), "Placed twice");
        } catch (PlatformException fault) {
          refused = refused.or(() -> Optional.of(fault));
        }
      }
    }
    if (refused.isPresent()) {
      throw refused.get();
    }
  }

  private Optional<String> bound(Both both, Doubled doubled) {
    String orderId = doubled.sale().order().id();
    return links
        .of(new OrderLink.Key(both.store().id(), both.rules().id(), orderId))
        .flatMap(OrderLink::storeOrderId);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
