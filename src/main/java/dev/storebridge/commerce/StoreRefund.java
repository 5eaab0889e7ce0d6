package dev.storebridge.commerce;

/**
 * A refund as the store has it.
 *
 * @param words the note or reason that people read; holds our reference where we made it
 */
public record StoreRefund(String id, String words, Money total) {

  /** Whether it was made under this reference; words go on after one, numbers do not. */
  public boolean carries(String reference) {
    int at = words.indexOf(reference);
    int end = at + reference.length();
    return at >= 0 && (end == words.length() || !Character.isLetterOrDigit(words.charAt(end)));
  }
}
