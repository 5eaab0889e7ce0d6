package dev.storebridge.commerce;

import java.util.Map;

/**
 * A refund as the store has it.
 *
 * @param units what it was for, by the store's line ids; empty for money alone
 * @param words the note or reason that people read; holds our reference where we made it
 */
public record StoreRefund(String id, String words, Money total, Map<String, Integer> units) {

  public StoreRefund {
    units = Map.copyOf(units);
  }

  /** Whether it was made under this reference; words go on after one, numbers do not. */
  public boolean carries(String reference) {
    int at = words.indexOf(reference);
    int end = at + reference.length();
    return at >= 0 && (end == words.length() || !Character.isLetterOrDigit(words.charAt(end)));
  }
}
