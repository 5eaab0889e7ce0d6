package dev.storebridge.connect;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartupRequirementsTest {
  private static final String DEV_KEY = "c3RvcmVicmlkZ2UtZGV2LWtleS1ub3QtYS1zZWNyZXQ=";

  @Test
  void productionNamesEverythingThatIsMissing() {
    assertThatThrownBy(() -> requirements(null, null, null).check(true))
        .hasMessageContaining("storebridge.encryption-key is not set")
        .hasMessageContaining("storebridge.operator-token is not set");
  }

  @Test
  void productionRefusesTheKeyThatStandsInTheSource() {
    assertThatThrownBy(() -> requirements(DEV_KEY, null, "t").check(true))
        .hasMessageContaining("public key of the dev profile");
    assertThatCode(() -> requirements(DEV_KEY, null, "t").check(false)).doesNotThrowAnyException();
  }

  @Test
  void aWrongPreviousKeyIsRefusedAsWell() {
    assertThatThrownBy(() -> requirements(TokenVaultTest.key('a'), "c2hvcnQ=", "t").check(true))
        .hasMessageContaining("storebridge.encryption-key-previous holds 5 bytes");
  }

  @Test
  void productionStartsWithAKeyAndAToken() {
    assertThatCode(() -> requirements(TokenVaultTest.key('a'), null, "t").check(true))
        .doesNotThrowAnyException();
  }

  private static StartupRequirements requirements(String key, String previous, String token) {
    return new StartupRequirements(
        Optional.ofNullable(key), Optional.ofNullable(previous), Optional.ofNullable(token));
  }
}
