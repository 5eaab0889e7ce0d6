package dev.storebridge.connect;

import dev.storebridge.platform.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals tokens for the database: AES-256-GCM, a random nonce each time, bound to the place where
 * the text is kept, so that a row's ciphertext opens nowhere else. Sealed text is {@code 1.<key
 * id>.<base64url of nonce and ciphertext>}.
 */
@ApplicationScoped
class TokenVault {
  private static final String VERSION = "1";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final EncryptionKeys keys;
  private final SecureRandom random = new SecureRandom();

  TokenVault(EncryptionKeys keys) {
    this.keys = keys;
  }

  /**
   * @param place grant id and field
   */
  String seal(Secret secret, String place) {
    EncryptionKeys.Key key = keys.current();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] plain = secret.reveal().getBytes(StandardCharsets.UTF_8);
    byte[] cipher = crypt(Cipher.ENCRYPT_MODE, key, nonce, plain, place);
    byte[] both = Arrays.copyOf(nonce, nonce.length + cipher.length);
    System.arraycopy(cipher, 0, both, nonce.length, cipher.length);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    return String.join(".", VERSION, key.id(), text);
  }

  /**
   * @throws UnreadableToken when no configured key fits or the text was changed or moved
   */
  Secret open(String sealed, String place) {
    String[] parts = sealed.split("\\.", -1);
    if (parts.length != 3 || !parts[0].equals(VERSION)) {
      throw new UnreadableToken("what is kept at " + place + " is no sealed text");
    }
    EncryptionKeys.Key key = keys.byId(parts[1]).orElseThrow(() -> unknownKey(parts[1], place));
    byte[] both = decoded(parts[2], place);
    if (both.length <= NONCE_BYTES) {
      throw new UnreadableToken("what is kept at " + place + " is cut off");
    }
    byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
    byte[] cipher = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
    byte[] plain = crypt(Cipher.DECRYPT_MODE, key, nonce, cipher, place);
    return new Secret(new String(plain, StandardCharsets.UTF_8));
  }

  private static byte[] decoded(String text, String place) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw new UnreadableToken("what is kept at " + place + " is no sealed text");
    }
  }

  private static UnreadableToken unknownKey(String id, String place) {
    return new UnreadableToken(
        "%s was sealed with key %s, which is neither %s nor %s"
            .formatted(place, id, EncryptionKeys.CURRENT, EncryptionKeys.PREVIOUS));
  }

  private static byte[] crypt(
      int mode, EncryptionKeys.Key key, byte[] nonce, byte[] text, String place) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException refused) {
      throw new UnreadableToken("what is kept at " + place + " was changed or belongs elsewhere");
    }
  }

  /** What is kept cannot be opened: the operator's keys changed, or somebody changed the row. */
  static final class UnreadableToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableToken(String message) {
      super(message);
    }
  }
}
