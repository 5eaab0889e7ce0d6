package dev.storebridge.tenant.registry;

import dev.storebridge.tenant.Finding;
import dev.storebridge.tenant.Tenant;
import dev.storebridge.tenant.registry.TenantFolder.Stamp;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one file.
 *
 * @param running what runs for it: its own version, or the last good one
 * @param runningHash hash of the text that runs; empty for none
 * @param findings what is wrong with the version in the folder
 * @param settled false: look again next time, changed or not
 */
record FileState(
    Seen seen,
    Optional<Tenant> running,
    String runningHash,
    List<Finding> findings,
    boolean settled) {

  /** The file, and the secret files it refers to, as they were when they were read. */
  record Seen(Stamp stamp, Map<Path, Stamp> secrets) {

    boolean isCurrent(Path file) {
      return stamp.equals(Stamp.of(file))
          && secrets.entrySet().stream()
              .allMatch(secret -> secret.getValue().equals(Stamp.of(secret.getKey())));
    }
  }

  boolean isRefused() {
    return findings.stream().anyMatch(Finding::isError);
  }

  FileState withRunning(Optional<Tenant> tenant, String hash) {
    return new FileState(seen, tenant, hash, findings, settled);
  }
}
