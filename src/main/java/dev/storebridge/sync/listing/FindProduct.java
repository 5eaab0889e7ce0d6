package dev.storebridge.sync.listing;

import dev.storebridge.platform.StockItems;
import dev.storebridge.platform.StockItems.Item;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.Claim;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stock item changed whose product is not known: the store is asked once, and from then on the
 * item's signals mark the product by themselves.
 */
@ApplicationScoped
public class FindProduct {

  private final Tenants tenants;
  private final LookAtProduct looking;
  private final Platforms platforms;
  private final StockItems items;
  private final Marks marks;
  private final Problems problems;
  private final Transactions transactions;
  private final WakeUps wakeUps;

  public FindProduct(
      Tenants tenants,
      LookAtProduct looking,
      Platforms platforms,
      StockItems items,
      Marks marks,
      Problems problems,
      Transactions transactions,
      WakeUps wakeUps) {
    this.tenants = tenants;
    this.looking = looking;
    this.platforms = platforms;
    this.items = items;
    this.marks = marks;
    this.problems = problems;
    this.transactions = transactions;
    this.wakeUps = wakeUps;
  }

  /**
   * Marks the item's product; without a shop to send anything to, asks nobody and marks nothing.
   *
   * @throws dev.storebridge.platform.PlatformException when the store cannot be asked
   */
  public void find(Claim claim) {
    Optional<StoreAccount> store = tenants.store(claim.storeId());
    List<Target> targets = store.isEmpty() ? List.of() : looking.targets(claim);
    Optional<String> product =
        targets.isEmpty() ? Optional.empty() : product(store.get(), claim.ref());
    transactions.run(() -> settle(claim, targets, product));
    product.ifPresent(found -> wakeUps.send(new WakeUp(claim.storeId())));
  }

  private Optional<String> product(StoreAccount store, String itemId) {
    Item item = new Item(store.id(), itemId);
    Map<Item, String> known = items.products(List.of(item));
    return Optional.ofNullable(known.get(item))
        .or(() -> platforms.storefront(store.platform()).productOfStockItem(store, itemId));
  }

  private void settle(Claim claim, List<Target> targets, Optional<String> product) {
    product.ifPresent(
        id -> {
          items.keep(new Item(claim.storeId(), claim.ref()), id);
          marks.mark(claim.storeId(), MarkKind.PRODUCT, List.of(id), Urgency.STOCK, claim.toldAt());
        });
    marks.settle(claim);
    if (claim.tries() > 0) {
      targets.forEach(this::closeProblems);
    }
  }

  private void closeProblems(Target target) {
    String store = target.key().storeId();
    String connection = target.key().connectionId();
    problems.close(Problem.Subject.listing(store, connection, target.key().productId()));
    problems.close(Problem.Subject.account(store, connection));
  }
}
