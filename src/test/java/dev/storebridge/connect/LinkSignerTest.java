package dev.storebridge.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkSignerTest {
  private final TestClock clock = new TestClock();
  private final LinkSigner signer = signer('a', Optional.empty());

  @Test
  void readsWhatItSigned() {
    String token = signer.sign(Side.STORE, "acme-uk");
    assertThat(signer.verify(token)).isEqualTo(new LinkSigner.Target(Side.STORE, "acme-uk"));
  }

  @Test
  void aLinkIsGoodForTenMinutes() {
    String token = signer.sign(Side.TIKTOK, "acme-uk");
    clock.forward(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(signer.verify(token).connectionId()).isEqualTo("acme-uk");
    clock.forward(Duration.ofSeconds(1));
    assertThat(refusal(signer, token).status()).isEqualTo(410);
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    String token = signer.sign(Side.TIKTOK, "acme-uk");
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'x' ? 'y' : 'x';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(refusal(signer, changed).status()).as("character %d", i).isEqualTo(403);
    }
  }

  @Test
  void rubbishIsRefusedInWords() {
    for (String token : new String[] {"", ".", "...", "tiktok", "tiktok.YQ.9999999999."}) {
      assertThat(refusal(signer, token).explanation().fix()).contains("new connect link");
    }
  }

  @Test
  void aLinkOutlivesTheRotationOfKeysButNotTheirLoss() {
    String token = signer.sign(Side.TIKTOK, "acme-uk");
    assertThat(signer('b', Optional.of(TokenVaultTest.key('a'))).verify(token).side())
        .isEqualTo(Side.TIKTOK);
    assertThat(refusal(signer('b', Optional.empty()), token).status()).isEqualTo(403);
  }

  private static ConnectRefusal refusal(LinkSigner signer, String token) {
    return catchThrowableOfType(ConnectRefusal.class, () -> signer.verify(token));
  }

  private LinkSigner signer(char key, Optional<String> previous) {
    return new LinkSigner(
        new EncryptionKeys(Optional.of(TokenVaultTest.key(key)), previous), clock);
  }
}
