package dev.storebridge.sync.order;

import dev.storebridge.platform.Explanation;
import dev.storebridge.work.Claim;
import java.time.Instant;
import java.util.List;

/** How the work on one order ended, for now. */
public sealed interface OrderEnd {

  Claim claim();

  /**
   * Both sides are in line.
   *
   * @param remarks what a person should know nevertheless
   */
  record Done(Claim claim, List<Explanation> remarks) implements OrderEnd {

    public Done {
      remarks = List.copyOf(remarks);
    }
  }

  /** It is looked at again by itself; no failure. */
  record Later(Claim claim, Instant until, List<Explanation> why) implements OrderEnd {

    public Later {
      why = List.copyOf(why);
    }
  }

  /** A person has to look at it. */
  record Parked(Claim claim, List<Explanation> problems) implements OrderEnd {

    public Parked {
      problems = List.copyOf(problems);
    }
  }
}
