package dev.storebridge.sync.listing;

import dev.storebridge.platform.Explanation;
import java.time.Instant;
import java.util.List;

/** How the work on one product in one shop ended, for now. */
public sealed interface End {

  /**
   * Both sides are in line, or the channel is reviewing what we sent.
   *
   * @param remembered true when the listing's row says so already
   */
  record InLine(boolean remembered) implements End {}

  /**
   * It is tried again by itself.
   *
   * @param counts false for a wait that is no failure
   * @param why what a person may read meanwhile; empty while it is not worth telling
   * @param account true when it concerns the connection as a whole
   */
  record Later(Instant until, boolean counts, List<Explanation> why, boolean account)
      implements End {

    public Later {
      why = List.copyOf(why);
    }
  }

  /** A person has to look at it. */
  record Parked(List<Explanation> problems) implements End {

    public Parked {
      problems = List.copyOf(problems);
    }
  }
}
