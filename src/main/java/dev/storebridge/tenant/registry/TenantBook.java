package dev.storebridge.tenant.registry;

import dev.storebridge.tenant.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has been accepted, by all replicas and over restarts. */
public interface TenantBook {

  /** SHA-256 of the accepted text of each tenant. */
  Map<String, String> hashes();

  /** The accepted text of a tenant. */
  Optional<String> text(String tenant);

  /**
   * Accepts versions whose claims are free or their own, all or nothing for each tenant.
   *
   * @return what stands against the others, by tenant
   */
  Map<String, List<Clash>> accept(List<Version> versions);

  /** Forgets the file of a tenant that is gone, and frees its shops. */
  void forget(String tenant);

  /** A version of a tenant's file that is good in itself. */
  record Version(String tenant, String hash, String text, Set<Claim> claims) {}

  /** A claim that another tenant came first with. */
  record Clash(Claim claim, String owner) {

    /** In the words of the file that came later; names the other file, shows nothing of it. */
    Finding finding(String file) {
      return new Finding(
          file,
          1,
          1,
          "",
          Finding.Severity.ERROR,
          "the %s id %s belongs to %s.yaml, which came first"
              .formatted(claim.kind(), claim.id(), owner),
          "use another id");
    }
  }
}
