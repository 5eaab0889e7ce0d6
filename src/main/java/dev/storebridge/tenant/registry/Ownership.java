package dev.storebridge.tenant.registry;

import dev.storebridge.tenant.registry.TenantBook.Clash;
import dev.storebridge.tenant.registry.TenantBook.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who owns what while versions are being accepted: first come, first served. */
final class Ownership {

  private final Map<Claim, String> owners;

  Ownership(Map<Claim, String> owners) {
    this.owners = new HashMap<>(owners);
  }

  /** Takes all claims of a version, or none and says why. */
  List<Clash> take(Version version) {
    List<Clash> clashes =
        version.claims().stream()
            .filter(claim -> !version.tenant().equals(owners.getOrDefault(claim, version.tenant())))
            .map(claim -> new Clash(claim, owners.get(claim)))
            .toList();
    if (clashes.isEmpty()) {
      version.claims().forEach(claim -> owners.put(claim, version.tenant()));
      owners
          .entrySet()
          .removeIf(
              owned ->
                  owned.getValue().equals(version.tenant())
                      && owned.getKey().kind() == Claim.Kind.SHOP
                      && !version.claims().contains(owned.getKey()));
    }
    return clashes;
  }

  Map<Claim, String> owners() {
    return Map.copyOf(owners);
  }
}
