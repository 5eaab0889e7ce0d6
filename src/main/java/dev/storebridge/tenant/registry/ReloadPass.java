package dev.storebridge.tenant.registry;

import dev.storebridge.tenant.Finding;
import dev.storebridge.tenant.Tenant;
import dev.storebridge.tenant.file.LoadedTenant;
import dev.storebridge.tenant.file.TenantLoader;
import dev.storebridge.tenant.registry.FileState.Seen;
import dev.storebridge.tenant.registry.TenantBook.Clash;
import dev.storebridge.tenant.registry.TenantBook.Version;
import dev.storebridge.tenant.registry.TenantFolder.Stamp;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One look at all files: reads what changed, has it accepted, keeps the last good of the rest. */
final class ReloadPass {

  /** A file this young may change once more without its stamp telling. */
  private static final Duration YOUNG = Duration.ofSeconds(3);

  private final TenantLoader loader;
  private final TenantBook book;
  private final Clock clock;
  private final Map<String, FileState> before;
  private final Map<String, String> accepted;
  private final Set<String> tenants = new HashSet<>();
  private final Set<String> arrived = new HashSet<>();
  private final Map<String, FileState> after = new TreeMap<>();

  ReloadPass(TenantLoader loader, TenantBook book, Clock clock, Map<String, FileState> before) {
    this.loader = loader;
    this.book = book;
    this.clock = clock;
    this.before = before;
    this.accepted = book.hashes();
  }

  /** A file that was read because it is new or changed. */
  private record Fresh(String name, String hash, String text, Seen seen, LoadedTenant loaded) {

    Optional<Version> version() {
      return loaded.tenant().map(t -> new Version(t.id(), hash, text, Claim.of(t)));
    }
  }

  Map<String, FileState> run(Map<String, Path> files) {
    files.keySet().forEach(name -> TenantLoader.tenantOf(name).ifPresent(tenants::add));
    tenants.stream().filter(id -> !before.containsKey(id + ".yaml")).forEach(arrived::add);
    Set<String> gone = new HashSet<>(accepted.keySet());
    gone.removeAll(tenants);
    gone.forEach(book::forget);
    List<Fresh> fresh = new ArrayList<>();
    files.forEach(
        (name, file) -> {
          FileState known = before.get(name);
          if (known != null && isCurrent(name, file, known)) {
            after.put(name, agreed(name, known));
          } else {
            read(name, file).ifPresentOrElse(fresh::add, () -> keep(name, known));
          }
        });
    settle(fresh);
    return after;
  }

  private boolean isCurrent(String name, Path file, FileState known) {
    boolean lost = !known.isRefused() && !accepted.containsKey(tenantOf(name));
    return known.settled() && !lost && known.seen().isCurrent(file) && !hasNewNeighbour(name);
  }

  /** Whether a tenant appeared whose secrets' names could be taken for this one's. */
  private boolean hasNewNeighbour(String name) {
    String prefix = tenantOf(name) + "-";
    return arrived.stream().anyMatch(id -> id.startsWith(prefix));
  }

  private void keep(String name, FileState known) {
    if (known != null) {
      after.put(name, known);
    }
  }

  private Optional<Fresh> read(String name, Path file) {
    Stamp stamp = Stamp.of(file);
    return TenantFolder.read(file).map(content -> read(name, stamp, content));
  }

  private Fresh read(String name, Stamp stamp, byte[] content) {
    LoadedTenant loaded = loader.load(name, content, tenants);
    Map<Path, Stamp> secrets = new HashMap<>();
    loaded.secretFiles().forEach(secret -> secrets.put(secret, Stamp.of(secret)));
    String text = new String(content, StandardCharsets.UTF_8);
    return new Fresh(name, Sha256.hex(content), text, new Seen(stamp, secrets), loaded);
  }

  /** Follows another replica that accepted a newer version than the one that runs here. */
  private FileState agreed(String name, FileState known) {
    String tenant = tenantOf(name);
    String hash = accepted.getOrDefault(tenant, known.runningHash());
    if (hash.equals(known.runningHash())) {
      return known;
    }
    Optional<Tenant> theirs = acceptedVersion(name);
    return known.withRunning(theirs.or(known::running), hash);
  }

  private void settle(List<Fresh> fresh) {
    List<Version> versions =
        fresh.stream()
            .flatMap(file -> file.version().stream())
            .filter(version -> !version.hash().equals(accepted.get(version.tenant())))
            .toList();
    Map<String, List<Clash>> refused = versions.isEmpty() ? Map.of() : book.accept(versions);
    for (Fresh file : fresh) {
      after.put(file.name(), settled(file, refused.getOrDefault(tenantOf(file.name()), List.of())));
    }
  }

  private FileState settled(Fresh file, List<Clash> clashes) {
    boolean old = file.seen().stamp().modified().toInstant().plus(YOUNG).isBefore(clock.instant());
    if (file.loaded().tenant().isPresent() && clashes.isEmpty()) {
      return new FileState(
          file.seen(), file.loaded().tenant(), file.hash(), file.loaded().findings(), old);
    }
    List<Finding> findings = new ArrayList<>(file.loaded().findings());
    clashes.forEach(clash -> findings.add(clash.finding(file.name())));
    FileState refused =
        new FileState(file.seen(), Optional.empty(), "", findings, old && clashes.isEmpty());
    FileState known = before.get(file.name());
    if (known != null && known.running().isPresent()) {
      return refused.withRunning(known.running(), known.runningHash());
    }
    return refused.withRunning(
        acceptedVersion(file.name()), accepted.getOrDefault(tenantOf(file.name()), ""));
  }

  private Optional<Tenant> acceptedVersion(String name) {
    return Optional.of(tenantOf(name))
        .filter(accepted::containsKey)
        .flatMap(book::text)
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .flatMap(content -> loader.load(name, content, tenants).tenant());
  }

  private static String tenantOf(String name) {
    return TenantLoader.tenantOf(name).orElse("");
  }
}
