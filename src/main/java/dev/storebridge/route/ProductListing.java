package dev.storebridge.route;

import dev.storebridge.sync.listing.ApplyPlans;
import dev.storebridge.sync.listing.LookAtProduct;
import dev.storebridge.sync.listing.PlanListings;
import dev.storebridge.sync.listing.ProductEnds;
import dev.storebridge.sync.listing.ProductLook;
import dev.storebridge.sync.listing.ProductPlans;
import dev.storebridge.sync.listing.SettleProduct;
import dev.storebridge.work.Claim;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The four steps that bring a product's listings in line. */
@ApplicationScoped
@Named("productListing")
@RegisterForReflection
public class ProductListing {

  private final LookAtProduct looking;
  private final PlanListings planning;
  private final ApplyPlans applying;
  private final SettleProduct settling;

  public ProductListing(
      LookAtProduct looking, PlanListings planning, ApplyPlans applying, SettleProduct settling) {
    this.looking = looking;
    this.planning = planning;
    this.applying = applying;
    this.settling = settling;
  }

  public ProductLook look(Claim claim) {
    return looking.look(claim);
  }

  public ProductPlans plan(ProductLook look) {
    return planning.plan(look);
  }

  public ProductEnds apply(ProductPlans plans) {
    return applying.apply(plans);
  }

  public void settle(ProductEnds ends) {
    settling.settle(ends);
  }
}
