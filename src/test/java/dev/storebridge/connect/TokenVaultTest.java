package dev.storebridge.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storebridge.connect.TokenVault.UnreadableToken;
import dev.storebridge.platform.Secret;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenVaultTest {
  private static final Secret TOKEN = new Secret("ROW_example-token");
  private static final String OLD = key('a');
  private static final String NEW = key('b');

  private final TokenVault vault = vault(OLD, null);

  @Test
  void opensWhatItSealed() {
    assertThat(vault.open(vault.seal(TOKEN, "g/access"), "g/access")).isEqualTo(TOKEN);
  }

  @Test
  void sealsTheSameTokenDifferentlyEachTimeAndNeverInClear() {
    String sealed = vault.seal(TOKEN, "g/access");
    assertThat(sealed).isNotEqualTo(vault.seal(TOKEN, "g/access")).doesNotContain("example");
  }

  @Test
  void opensWithThePreviousKeyAndSealsWithTheNewOne() {
    TokenVault rotated = vault(NEW, OLD);
    assertThat(rotated.open(vault.seal(TOKEN, "g/access"), "g/access")).isEqualTo(TOKEN);

    String resealed = rotated.seal(TOKEN, "g/access");
    assertThat(vault(NEW, null).open(resealed, "g/access")).isEqualTo(TOKEN);
  }

  @Test
  void namesTheKeysWhenNoneFits() {
    String sealed = vault.seal(TOKEN, "g/access");
    assertThatThrownBy(() -> vault(NEW, null).open(sealed, "g/access"))
        .isInstanceOf(UnreadableToken.class)
        .hasMessageContaining("storebridge.encryption-key-previous");
  }

  @Test
  void refusesATextThatWasMovedToAnotherPlace() {
    String sealed = vault.seal(TOKEN, "g/access");
    assertThatThrownBy(() -> vault.open(sealed, "h/access")).isInstanceOf(UnreadableToken.class);
    assertThatThrownBy(() -> vault.open(sealed, "g/refresh")).isInstanceOf(UnreadableToken.class);
  }

  @Test
  void refusesATextThatWasChangedOrCutOff() {
    String sealed = vault.seal(TOKEN, "g/access");
    int middle = sealed.length() - 10;
    char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';
    String changed = sealed.substring(0, middle) + other + sealed.substring(middle + 1);
    assertThatThrownBy(() -> vault.open(changed, "g/access")).isInstanceOf(UnreadableToken.class);
    assertThatThrownBy(() -> vault.open(sealed.substring(0, 16), "g/access"))
        .isInstanceOf(UnreadableToken.class);
    assertThatThrownBy(() -> vault.open("plain", "g/access")).isInstanceOf(UnreadableToken.class);
  }

  @Test
  void saysHowLongAKeyHasToBe() {
    String sixteen = Base64.getEncoder().encodeToString(new byte[16]);
    assertThatThrownBy(() -> vault(sixteen, null))
        .hasMessageContaining("storebridge.encryption-key holds 16 bytes, 32 are needed");
    assertThatThrownBy(() -> vault("not/base64!", null))
        .hasMessage("storebridge.encryption-key is not base64");
  }

  static String key(char letter) {
    return Base64.getEncoder().encodeToString(String.valueOf(letter).repeat(32).getBytes(UTF_8));
  }

  private static TokenVault vault(String current, String previous) {
    return new TokenVault(
        new EncryptionKeys(Optional.ofNullable(current), Optional.ofNullable(previous)));
  }
}
