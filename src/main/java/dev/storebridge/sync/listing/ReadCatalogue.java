package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Product;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.sync.listing.compose.Selection;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.ListingRules;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.Claim;
import dev.storebridge.work.ImportRun;
import dev.storebridge.work.ImportRuns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads a store's whole catalogue for an import run: each selected product is queued and marked as
 * it arrives, so that listing begins before reading ends. Reading twice does no harm.
 */
@ApplicationScoped
public class ReadCatalogue {

  private final Tenants tenants;
  private final LinkedShops shops;
  private final Platforms platforms;
  private final ImportRuns runs;
  private final CatalogueBook book;

  public ReadCatalogue(
      Tenants tenants,
      LinkedShops shops,
      Platforms platforms,
      ImportRuns runs,
      CatalogueBook book) {
    this.tenants = tenants;
    this.shops = shops;
    this.platforms = platforms;
    this.runs = runs;
    this.book = book;
  }

  /**
   * Reads and marks.
   *
   * @throws dev.storebridge.platform.PlatformException when store or shop cannot be read; the run
   *     then goes on later from the start
   */
  public void read(Claim claim) {
    Optional<ConnectionRules> rules = tenants.connection(claim.ref());
    Optional<StoreAccount> store = tenants.store(claim.storeId());
    Optional<ShopAccount> shop = rules.flatMap(found -> shops.of(found.id()));
    Optional<ImportRun> run = runs.newest(claim.storeId(), claim.ref());
    if (rules.isPresent() && store.isPresent() && shop.isPresent() && run.isPresent()) {
      read(store.get(), shop.get(), rules.get(), run.get());
    }
    book.finished(claim);
  }

  private void read(StoreAccount store, ShopAccount shop, ConnectionRules rules, ImportRun run) {
    if (rules.listings().adoptBy() != ListingRules.AdoptBy.NONE) {
      readShop(shop, run);
    }
    Set<String> taken = new HashSet<>();
    SharedSkus shared = new SharedSkus();
    Instant began = book.now();
    platforms
        .storefront(store.platform())
        .readCatalogue(
            store,
            WantedFields.of(tenants.connectionsOf(store.id())),
            batch -> {
              List<Product> selected =
                  batch.stream()
                      .filter(product -> Selection.takes(product, rules.listings().select()))
                      .toList();
              selected.forEach(product -> taken.add(product.id()));
              selected.forEach(shared::add);
              book.queue(run, selected, began);
            });
    book.withdraw(run, began);
    book.shared(run, shared.explained());
    runs.counted(run, taken.size());
  }

  private void readShop(ShopAccount shop, ImportRun run) {
    AtomicBoolean empty = new AtomicBoolean(true);
    platforms
        .channel()
        .list(
            shop,
            Instant.EPOCH,
            listings -> {
              empty.compareAndSet(true, listings.isEmpty());
              book.found(run, listings);
            });
    if (empty.get()) {
      book.foundNothing(run);
    }
  }
}
