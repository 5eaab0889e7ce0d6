package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Product;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.sync.inventory.Pool;
import dev.storebridge.work.Claim;
import java.util.List;
import java.util.Optional;

/**
 * A product as the store has it, and the shops it concerns.
 *
 * @param product empty when the store has it no more
 * @param pool what shops sold of it that the store did not know when it was asked
 */
public record ProductLook(
    Claim claim, StoreAccount store, Optional<Product> product, List<Target> targets, Pool pool) {

  public ProductLook {
    targets = List.copyOf(targets);
  }
}
