package dev.storebridge.route;

import dev.storebridge.sync.listing.WatchReviews;
import dev.storebridge.work.Claim;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Reads how a connection's open reviews ended. */
@ApplicationScoped
@Named("reviewWatch")
@RegisterForReflection
public class ReviewWatch {

  private final WatchReviews watching;

  public ReviewWatch(WatchReviews watching) {
    this.watching = watching;
  }

  public void watch(Claim claim) {
    watching.watch(claim);
  }
}
