package dev.storebridge.platform;

/**
 * A value that must never be printed. {@link #toString()} hides it, {@link #reveal()} is explicit.
 */
public record Secret(String reveal) {

  @Override
  public String toString() {
    return "***";
  }
}
