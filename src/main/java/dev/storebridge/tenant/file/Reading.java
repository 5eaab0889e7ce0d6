package dev.storebridge.tenant.file;

import java.nio.file.Path;
import java.util.Set;

/**
 * The reading of one file.
 *
 * @param touched secret files that were read or looked for
 */
record Reading(
    Owner owner,
    YamlDocument document,
    Findings findings,
    SecretPolicy secrets,
    Set<Path> touched) {

  /**
   * How references to secrets are followed.
   *
   * @param required false: a secret that is not there is a warning, not an error
   */
  record SecretPolicy(Secrets source, boolean required) {}

  /**
   * Whose file it is.
   *
   * @param others every other tenant the service knows
   */
  record Owner(String tenant, Set<String> others) {}
}
