package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Product;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.work.Claim;
import java.util.List;
import java.util.Optional;

/**
 * A product as the store has it, and the shops it concerns.
 *
 * @param product empty when the store has it no more
 */
public record ProductLook(
    Claim claim, StoreAccount store, Optional<Product> product, List<Target> targets) {

  public ProductLook {
    targets = List.copyOf(targets);
  }
}
