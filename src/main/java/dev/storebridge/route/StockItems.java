package dev.storebridge.route;

import dev.storebridge.sync.listing.FindProduct;
import dev.storebridge.work.Claim;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Finds the products of stock items. */
@ApplicationScoped
@Named("stockItems")
@RegisterForReflection
public class StockItems {

  private final FindProduct finding;

  public StockItems(FindProduct finding) {
    this.finding = finding;
  }

  public void find(Claim claim) {
    finding.find(claim);
  }
}
