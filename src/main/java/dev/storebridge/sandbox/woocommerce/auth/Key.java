package dev.storebridge.sandbox.woocommerce.auth;

/**
 * A REST API key of the shop.
 *
 * @param consumerKey {@code ck_} and forty hexadecimal digits
 * @param consumerSecret {@code cs_} and forty hexadecimal digits
 * @param permissions read, write or read_write
 */
public record Key(String consumerKey, String consumerSecret, String permissions) {

  boolean mayRead() {
    return permissions.startsWith("read");
  }

  boolean mayWrite() {
    return permissions.endsWith("write");
  }

  @Override
  public String toString() {
    return "Key[" + permissions + "]";
  }
}
