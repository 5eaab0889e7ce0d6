package dev.storebridge.sandbox.woocommerce.auth;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that are good, and the nonces that each has used. */
public final class Keys {

  private static final int HALF_LENGTH = 20;

  private final Map<String, Key> keys = new ConcurrentHashMap<>();
  private final Map<String, Nonces> nonces = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  /** Forgets every key and nonce and takes these keys. */
  public void reset(List<Key> good) {
    keys.clear();
    nonces.clear();
    good.forEach(this::add);
  }

  /** Makes a key good. */
  public void add(Key key) {
    keys.put(key.consumerKey(), key);
  }

  /** Ends a key at once. */
  public void revoke(String consumerKey) {
    keys.remove(consumerKey);
  }

  /** A new key that nobody has yet. */
  public Key mint(String permissions) {
    Key key = new Key("ck_" + hex(), "cs_" + hex(), permissions);
    add(key);
    return key;
  }

  /** A good key by its public half. */
  public Optional<Key> find(String consumerKey) {
    return Optional.ofNullable(keys.get(consumerKey));
  }

  Nonces nonces(Key key) {
    return nonces.computeIfAbsent(key.consumerKey(), name -> new Nonces());
  }

  private String hex() {
    byte[] bytes = new byte[HALF_LENGTH];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
