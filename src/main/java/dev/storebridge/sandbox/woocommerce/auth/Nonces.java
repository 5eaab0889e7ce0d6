package dev.storebridge.sandbox.woocommerce.auth;

import java.util.TreeMap;

/** The nonces of one key, one for each second, as the platform keeps them. */
final class Nonces {

  private final TreeMap<Long, String> bySecond = new TreeMap<>();

  /** False when the nonce is still remembered; forgets what is older than {@code since}. */
  synchronized boolean take(long second, String nonce, long since) {
    if (bySecond.containsValue(nonce)) {
      return false;
    }
    bySecond.put(second, nonce);
    bySecond.headMap(since).clear();
    return true;
  }
}
