package dev.storebridge.connect;

import dev.storebridge.platform.Authoriser;
import dev.storebridge.platform.Platform;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/** The platforms' ways to connect an account. */
@ApplicationScoped
class Authorisers {
  private final Iterable<Authoriser> all;

  @Inject
  Authorisers(@Any Instance<Authoriser> all) {
    this((Iterable<Authoriser>) all);
  }

  Authorisers(Iterable<Authoriser> all) {
    this.all = all;
  }

  Optional<Authoriser> find(Platform platform) {
    for (Authoriser authoriser : all) {
      if (authoriser.platform() == platform) {
        return Optional.of(authoriser);
      }
    }
    return Optional.empty();
  }

  /**
   * @throws IllegalStateException when this build has none for the platform
   */
  Authoriser of(Platform platform) {
    return find(platform)
        .orElseThrow(() -> new IllegalStateException("no authoriser for " + platform));
  }
}
