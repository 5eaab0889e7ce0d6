package dev.storebridge.sync.listing;

import dev.storebridge.work.Claim;
import java.util.Map;

/** How the work on one product ended in each of its shops. */
public record ProductEnds(Claim claim, Map<Target, End> ends) {

  public ProductEnds {
    ends = Map.copyOf(ends);
  }
}
