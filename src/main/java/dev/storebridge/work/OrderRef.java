package dev.storebridge.work;

/** How marks name an order: by the connection in whose shop it was placed, and the channel's id. */
public record OrderRef(String connectionId, String orderId) {

  private static final char BETWEEN = '/';

  /** Reads what {@link #text} wrote. */
  public static OrderRef of(String text) {
    int at = text.indexOf(BETWEEN);
    if (at < 0) {
      throw new IllegalArgumentException("no order: " + text);
    }
    return new OrderRef(text.substring(0, at), text.substring(at + 1));
  }

  public String text() {
    return connectionId + BETWEEN + orderId;
  }
}
