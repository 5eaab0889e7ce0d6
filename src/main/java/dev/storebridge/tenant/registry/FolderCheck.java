package dev.storebridge.tenant.registry;

import dev.storebridge.tenant.Finding;
import dev.storebridge.tenant.file.LoadedTenant;
import dev.storebridge.tenant.file.Secrets;
import dev.storebridge.tenant.file.TenantLoader;
import dev.storebridge.tenant.registry.TenantBook.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Checks a folder of tenant files by itself, without the memory of who came first. */
public record FolderCheck(Path folder, Path secrets, Map<String, String> environment) {

  /**
   * @param strict a secret that is not there is an error
   * @return findings of every file, good ones included; empty when there is no such folder
   */
  public Optional<Map<String, List<Finding>>> run(boolean strict) {
    Secrets source = new Secrets(secrets, environment);
    TenantLoader loader =
        strict ? TenantLoader.strict(source) : TenantLoader.withoutSecrets(source);
    return new TenantFolder(folder).files().map(files -> check(files, loader));
  }

  private static Map<String, List<Finding>> check(Map<String, Path> files, TenantLoader loader) {
    Set<String> tenants = new HashSet<>();
    files.keySet().forEach(name -> TenantLoader.tenantOf(name).ifPresent(tenants::add));
    Ownership ownership = new Ownership(Map.of());
    Map<String, List<Finding>> findings = new TreeMap<>();
    files.forEach(
        (name, file) -> {
          byte[] content = TenantFolder.read(file).orElse(new byte[0]);
          LoadedTenant loaded = loader.load(name, content, tenants);
          List<Finding> all = new ArrayList<>(loaded.findings());
          loaded
              .tenant()
              .map(tenant -> new Version(tenant.id(), "", "", Claim.of(tenant)))
              .ifPresent(
                  version ->
                      ownership.take(version).forEach(clash -> all.add(clash.finding(name))));
          findings.put(name, all);
        });
    return findings;
  }
}
