package dev.storebridge.commerce;

import java.util.List;

/** Whether the store counts a variant, and if so how many there are and where. */
public sealed interface Stock {

  /** The store does not count this variant and never stops selling it. */
  record Untracked() implements Stock {}

  /** Counted by location; an empty list means that no location stocks it. */
  record Counted(List<StockLevel> levels) implements Stock {
    public Counted {
      levels = List.copyOf(levels);
    }
  }
}
