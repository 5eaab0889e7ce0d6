package dev.storebridge.tenant.registry;

import dev.storebridge.platform.StoreAccount;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Finding;
import dev.storebridge.tenant.Tenant;
import dev.storebridge.tenant.TenantChange;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.tenant.file.Secrets;
import dev.storebridge.tenant.file.TenantLoader;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The tenants that run now. Loads every file at the start and picks up changes whenever {@link
 * #reload()} is called; a file that is refused leaves its last good version running and touches no
 * other tenant.
 */
@ApplicationScoped
public class TenantRegistry implements Tenants {

  private static final Logger LOG = Logger.getLogger(TenantRegistry.class);

  private final ReentrantLock reloading = new ReentrantLock();
  private final TenantFolder folder;
  private final TenantLoader loader;
  private final TenantBook book;
  private final Clock clock;
  private final Consumer<TenantChange> observers;
  private volatile Map<String, FileState> files = Map.of();
  private volatile TenantsNow now = new TenantsNow(List.of());

  @Inject
  public TenantRegistry(
      @ConfigProperty(name = "storebridge.tenants", defaultValue = "config/tenants") Path tenants,
      @ConfigProperty(name = "storebridge.secrets", defaultValue = "config/secrets") Path secrets,
      TenantBook book,
      Clock clock,
      Event<TenantChange> observers) {
    this(
        new TenantFolder(tenants),
        TenantLoader.strict(new Secrets(secrets, System.getenv())),
        book,
        clock,
        observers::fire);
  }

  TenantRegistry(
      TenantFolder folder,
      TenantLoader loader,
      TenantBook book,
      Clock clock,
      Consumer<TenantChange> observers) {
    this.folder = folder;
    this.loader = loader;
    this.book = book;
    this.clock = clock;
    this.observers = observers;
  }

  /** Before everything that asks for tenants at its own start. */
  void start(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) @SuppressWarnings("unused")
          StartupEvent event) {
    reload();
    LOG.infof("%d tenants run, from %s", now.all().size(), folder);
  }

  /**
   * Looks at the folder and takes over what changed; without changes it costs a few file look-ups
   * and one query.
   *
   * @return what changed, after observers were told
   */
  public List<TenantChange> reload() {
    reloading.lock();
    try {
      Optional<Map<String, Path>> found = folder.files();
      if (found.isEmpty()) {
        LOG.warnf("The folder of tenant files cannot be read, everything stays: %s", folder);
        return List.of();
      }
      return replace(new ReloadPass(loader, book, clock, files).run(found.get()));
    } finally {
      reloading.unlock();
    }
  }

  private List<TenantChange> replace(Map<String, FileState> after) {
    Map<String, FileState> before = files;
    logNewFindings(before, after);
    TenantsNow next = new TenantsNow(after.values());
    List<TenantChange> changes = changes(now, next);
    now = next;
    files = after;
    changes.forEach(this::tell);
    return changes;
  }

  private static List<TenantChange> changes(Tenants before, Tenants after) {
    Set<String> ids = new TreeSet<>();
    before.all().forEach(tenant -> ids.add(tenant.id()));
    after.all().forEach(tenant -> ids.add(tenant.id()));
    List<TenantChange> changes = new ArrayList<>();
    for (String id : ids) {
      if (!before.tenant(id).equals(after.tenant(id))) {
        changes.add(new TenantChange(id, before.tenant(id), after.tenant(id)));
      }
    }
    return changes;
  }

  private void tell(TenantChange change) {
    try {
      observers.accept(change);
    } catch (RuntimeException e) {
      LOG.errorf(e, "An observer failed on the change of tenant %s", change.tenantId());
    }
  }

  private static void logNewFindings(Map<String, FileState> before, Map<String, FileState> after) {
    after.forEach(
        (name, state) -> {
          FileState known = before.get(name);
          if (known == null || !known.findings().equals(state.findings())) {
            state.findings().forEach(LOG::warn);
          }
        });
  }

  /** What is wrong with the files in the folder, by file name; good files are left out. */
  public Map<String, List<Finding>> findings() {
    Map<String, List<Finding>> findings = new TreeMap<>();
    files.forEach(
        (name, state) -> {
          if (!state.findings().isEmpty()) {
            findings.put(name, state.findings());
          }
        });
    return findings;
  }

  @Override
  public List<Tenant> all() {
    return now.all();
  }

  @Override
  public Optional<Tenant> tenant(String id) {
    return now.tenant(id);
  }

  @Override
  public String version(String tenantId) {
    return now.version(tenantId);
  }

  @Override
  public Optional<StoreAccount> store(String id) {
    return now.store(id);
  }

  @Override
  public Optional<ConnectionRules> connection(String id) {
    return now.connection(id);
  }

  @Override
  public List<ConnectionRules> connectionsOf(String storeId) {
    return now.connectionsOf(storeId);
  }
}
