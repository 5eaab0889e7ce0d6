package dev.storebridge.connect;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Production starts with keys of its own or not at all: tokens must not be sealed with a key that
 * stands in the source, and the API must not be open.
 */
@ApplicationScoped
class StartupRequirements {
  /** The keys of the dev and test profiles begin with this, base64 of "storebridge". */
  private static final String KNOWN_KEYS = "c3RvcmVicmlkZ2U";

  private final Optional<String> encryptionKey;
  private final Optional<String> previousKey;
  private final Optional<String> operatorToken;

  StartupRequirements(
      @ConfigProperty(name = EncryptionKeys.CURRENT) Optional<String> encryptionKey,
      @ConfigProperty(name = EncryptionKeys.PREVIOUS) Optional<String> previousKey,
      @ConfigProperty(name = "storebridge.operator-token") Optional<String> operatorToken) {
    this.encryptionKey = encryptionKey;
    this.previousKey = previousKey;
    this.operatorToken = operatorToken;
  }

  void onStart(@Observes StartupEvent event, TikTokApps apps) {
    check(LaunchMode.current() == LaunchMode.NORMAL);
    apps.check();
  }

  /**
   * @throws ConfigurationException that names everything that is missing or wrong
   */
  void check(boolean production) {
    List<String> faults = new ArrayList<>();
    keyFault().ifPresent(faults::add);
    if (production) {
      if (encryptionKey.isEmpty()) {
        faults.add(EncryptionKeys.CURRENT + " is not set: base64 of 32 random bytes");
      } else if (encryptionKey.get().startsWith(KNOWN_KEYS)) {
        faults.add(EncryptionKeys.CURRENT + " is the public key of the dev profile");
      }
      if (operatorToken.map(String::isBlank).orElse(true)) {
        faults.add("storebridge.operator-token is not set: the operator's bearer token");
      }
    }
    if (!faults.isEmpty()) {
      throw new ConfigurationException("Storebridge cannot start: " + String.join("; ", faults));
    }
  }

  private Optional<String> keyFault() {
    try {
      encryptionKey.ifPresent(text -> EncryptionKeys.Key.of(EncryptionKeys.CURRENT, text));
      previousKey.ifPresent(text -> EncryptionKeys.Key.of(EncryptionKeys.PREVIOUS, text));
      return Optional.empty();
    } catch (IllegalStateException wrong) {
      return Optional.of(wrong.getMessage());
    }
  }
}
