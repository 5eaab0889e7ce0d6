package dev.storebridge.connect;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The operator's keys: the current one seals, the previous one still opens what it sealed. */
@ApplicationScoped
class EncryptionKeys {
  static final String CURRENT = "storebridge.encryption-key";
  static final String PREVIOUS = "storebridge.encryption-key-previous";
  private static final int BYTES = 32;

  private final Optional<Key> current;
  private final Optional<Key> previous;

  EncryptionKeys(
      @ConfigProperty(name = CURRENT) Optional<String> current,
      @ConfigProperty(name = PREVIOUS) Optional<String> previous) {
    this.current = current.map(text -> Key.of(CURRENT, text));
    this.previous = previous.map(text -> Key.of(PREVIOUS, text));
  }

  /**
   * @throws IllegalStateException naming the key to set
   */
  Key current() {
    return current.orElseThrow(
        () -> new IllegalStateException(CURRENT + " is not set: base64 of 32 random bytes"));
  }

  Optional<Key> byId(String id) {
    return all().filter(key -> key.id().equals(id)).findFirst();
  }

  /** The current key first. */
  List<Key> known() {
    return all().toList();
  }

  private Stream<Key> all() {
    return Stream.concat(current.stream(), previous.stream());
  }

  /**
   * A key and its public name.
   *
   * @param id first characters of the key's hash; tells which key opens a text
   */
  record Key(String id, SecretKey secret) {
    static Key of(String property, String base64) {
      byte[] bytes = decoded(property, base64.strip());
      if (bytes.length != BYTES) {
        throw new IllegalStateException(
            "%s holds %d bytes, %d are needed: base64 of 32 random bytes, for example from `openssl rand -base64 32`"
                .formatted(property, bytes.length, BYTES));
      }
      return new Key(Hashes.sha256(bytes).substring(0, 8), new SecretKeySpec(bytes, "AES"));
    }

    private static byte[] decoded(String property, String base64) {
      try {
        return Base64.getDecoder().decode(base64);
      } catch (IllegalArgumentException notBase64) {
        // The cause would quote a part of the key.
        throw new IllegalStateException(property + " is not base64");
      }
    }

    /** A keyed hash; the purpose keeps signatures of different things apart. */
    byte[] sign(String purpose, String text) {
      return mac(mac(secret.getEncoded(), purpose), text);
    }

    private static byte[] mac(byte[] key, String text) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("HmacSHA256 is missing in this JDK", impossible);
      }
    }

    @Override
    public String toString() {
      return "key " + id;
    }
  }
}
