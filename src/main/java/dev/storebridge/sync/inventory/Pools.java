package dev.storebridge.sync.inventory;

import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.mapping.AppliedListing.Pushed;
import dev.storebridge.mapping.StockLedger;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.InventoryRules;
import dev.storebridge.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Opens the ledger at one product. */
@ApplicationScoped
public class Pools {

  private final StockLedger ledger;
  private final Tenants tenants;

  public Pools(StockLedger ledger, Tenants tenants) {
    this.ledger = ledger;
    this.tenants = tenants;
  }

  /**
   * The pool of a product. Ask after the store was asked: what shops sell meanwhile is in it then.
   *
   * @param shown what we set last in each shop
   * @param readAt when the reading of the store began
   */
  public Pool of(
      String storeId, String productId, Collection<AppliedListing> shown, Instant readAt) {
    long since =
        shown.stream()
            .flatMap(listing -> listing.offers().values().stream())
            .map(AppliedOffer::pushed)
            .flatMap(pushed -> pushed.stream())
            .mapToLong(Pushed::seq)
            .min()
            .orElse(Long.MAX_VALUE);
    return new Pool(ledger.ofProduct(storeId, productId, since), rules(storeId), readAt);
  }

  private Map<String, InventoryRules> rules(String storeId) {
    return tenants.connectionsOf(storeId).stream()
        .collect(Collectors.toMap(ConnectionRules::id, ConnectionRules::inventory));
  }
}
