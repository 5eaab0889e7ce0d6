package dev.storebridge.tenant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How channel orders reach the store.
 *
 * @param imported false: orders are left alone
 * @param since empty: from the first authorisation on
 */
public record OrderRules(
    boolean imported,
    Optional<Instant> since,
    OnHold onHold,
    UnknownItem unknownItem,
    Total total,
    List<String> tags,
    BuyerEmail buyerEmail,
    Tax tax) {

  public OrderRules {
    tags = List.copyOf(tags);
  }

  /** What happens while the buyer may still cancel. */
  public enum OnHold {
    RESERVE,
    WAIT
  }

  /** What happens to a line that no variant is linked with. */
  public enum UnknownItem {
    BLOCK,
    CUSTOM_LINE
  }

  /** Which total the store's order shows. */
  public enum Total {
    OWED,
    PAID
  }

  /** Whether the relay address goes along. */
  public enum BuyerEmail {
    RELAY,
    NONE
  }

  /** Who computes taxes. */
  public enum Tax {
    EXACT,
    STORE
  }
}
