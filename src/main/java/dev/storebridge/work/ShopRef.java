package dev.storebridge.work;

/**
 * How marks name a thing of the channel's: by the connection in whose shop it is, and its id there.
 */
public record ShopRef(String connectionId, String id) {

  private static final char BETWEEN = '/';

  /** Reads what {@link #text} wrote. */
  public static ShopRef of(String text) {
    int at = text.indexOf(BETWEEN);
    if (at < 0) {
      throw new IllegalArgumentException("no connection in: " + text);
    }
    return new ShopRef(text.substring(0, at), text.substring(at + 1));
  }

  public String text() {
    return connectionId + BETWEEN + id;
  }
}
