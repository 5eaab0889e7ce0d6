package dev.storebridge.sync.inventory;

import dev.storebridge.platform.Channel;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.Claim;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import dev.storebridge.work.ShopRef;
import dev.storebridge.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An order was told of: it is read, many in one call, and its units are held. */
@ApplicationScoped
public class HoldOrder {

  private static final int IN_ONE_CALL = 50;

  private final Tenants tenants;
  private final LinkedShops shops;
  private final Channel channel;
  private final OrderBook book;
  private final Marks marks;
  private final Problems problems;
  private final Transactions transactions;
  private final Map<String, Joint<String>> joints = new ConcurrentHashMap<>();

  public HoldOrder(
      Tenants tenants,
      LinkedShops shops,
      Channel channel,
      OrderBook book,
      Marks marks,
      Problems problems,
      Transactions transactions) {
    this.tenants = tenants;
    this.shops = shops;
    this.channel = channel;
    this.book = book;
    this.marks = marks;
    this.problems = problems;
    this.transactions = transactions;
  }

  /**
   * Reads and enters the order; a connection that is switched off or has no shop is not asked.
   *
   * @throws dev.storebridge.platform.PlatformException when the shop cannot be asked
   */
  public Claim hold(Claim claim) {
    ShopRef ref = ShopRef.of(claim.ref());
    Optional<ShopAccount> shop =
        tenants
            .connection(ref.connectionId())
            .filter(ConnectionRules::enabled)
            .flatMap(rules -> shops.of(rules.id()))
            .filter(found -> found.storeId().equals(claim.storeId()));
    shop.ifPresent(
        found ->
            joints
                .computeIfAbsent(found.id(), id -> new Joint<>(IN_ONE_CALL))
                .run(ref.id(), ids -> read(found, ids)));
    return claim;
  }

  private void read(ShopAccount shop, List<String> ids) {
    book.enter(shop, channel.orders(shop, ids));
  }

  /** All that follows from the order is done. */
  public void settle(Claim claim) {
    ShopRef ref = ShopRef.of(claim.ref());
    transactions.run(
        () -> {
          marks.settle(claim);
          if (claim.tries() > 0) {
            problems.close(Problem.Subject.order(claim.storeId(), ref.connectionId(), ref.id()));
            problems.close(Problem.Subject.account(claim.storeId(), ref.connectionId()));
          }
        });
  }
}
