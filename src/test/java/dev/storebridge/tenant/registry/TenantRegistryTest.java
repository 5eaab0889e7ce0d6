package dev.storebridge.tenant.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.storebridge.platform.StoreAuth;
import dev.storebridge.tenant.Finding;
import dev.storebridge.tenant.Tenant;
import dev.storebridge.tenant.TenantChange;
import dev.storebridge.tenant.file.Secrets;
import dev.storebridge.tenant.file.TenantLoader;
import dev.storebridge.tenant.file.TenantText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantRegistryTest {

  @TempDir Path folder;
  private Path tenants;
  private Path secrets;
  private final MemoryTenantBook book = new MemoryTenantBook();
  private final List<TenantChange> told = new ArrayList<>();
  private TenantRegistry registry;

  @BeforeEach
  void makeFolders() throws IOException {
    tenants = Files.createDirectory(folder.resolve("tenants"));
    secrets = Files.createDirectory(folder.resolve("secrets"));
    registry = start();
  }

  private TenantRegistry start() {
    return new TenantRegistry(
        new TenantFolder(tenants),
        TenantLoader.strict(new Secrets(secrets, TenantText.ENVIRONMENT)),
        book,
        Clock.systemUTC(),
        told::add);
  }

  private void write(String tenant, String text) throws IOException {
    Files.writeString(tenants.resolve(tenant + ".yaml"), text);
  }

  private static String named(String tenant, String name) {
    return TenantText.minimal(tenant).replace("name: Acme", "name: " + name);
  }

  private String nameOf(String tenant) {
    return registry.tenant(tenant).map(Tenant::name).orElse("none");
  }

  @Test
  void findsWhatTheFilesDescribe() throws IOException {
    write("acme", TenantText.minimal("acme"));
    Files.writeString(tenants.resolve("notes.txt"), "not a tenant");

    assertThat(registry.reload()).extracting(TenantChange::tenantId).containsExactly("acme");

    assertThat(registry.all()).hasSize(1);
    assertThat(registry.store("acme-main")).isPresent();
    assertThat(registry.connection("acme-uk")).isPresent();
    assertThat(registry.connectionsOf("acme-main")).hasSize(1);
    assertThat(registry.findings()).isEmpty();
    assertThat(registry.reload()).isEmpty();
  }

  @Test
  void aDisabledConnectionIsFoundButDoesNotWork() throws IOException {
    write(
        "acme",
        TenantText.minimal("acme")
            .replace("shop: { region: GB }", "shop: { region: GB }\n    enabled: false"));
    registry.reload();
    assertThat(registry.connection("acme-uk")).isPresent();
    assertThat(registry.connectionsOf("acme-main")).isEmpty();
  }

  @Test
  void observersHearWhatChanged() throws IOException {
    write("acme", named("acme", "One"));
    registry.reload();
    write("acme", named("acme", "Two"));
    registry.reload();
    Files.delete(tenants.resolve("acme.yaml"));
    registry.reload();

    assertThat(told)
        .extracting(
            change -> change.before().map(Tenant::name).orElse("none"),
            change -> change.after().map(Tenant::name).orElse("none"))
        .containsExactly(tuple("none", "One"), tuple("One", "Two"), tuple("Two", "none"));
  }

  @Test
  void aRefusedFileLeavesItsLastGoodVersionAndTheOthersRunning() throws IOException {
    write("acme", named("acme", "Good"));
    write("other", named("other", "Other"));
    registry.reload();
    write("acme", named("acme", "Broken").replace("region: GB", "region: UK"));
    write("other", named("other", "Newer"));

    registry.reload();

    assertThat(nameOf("acme")).isEqualTo("Good");
    assertThat(nameOf("other")).isEqualTo("Newer");
    assertThat(registry.findings()).containsOnlyKeys("acme.yaml");
    write("acme", named("acme", "Mended"));
    registry.reload();
    assertThat(nameOf("acme")).isEqualTo("Mended");
    assertThat(registry.findings()).isEmpty();
  }

  @Test
  void theLastGoodVersionOutlivesARestart() throws IOException {
    write("acme", named("acme", "Good"));
    registry.reload();
    write("acme", "tenant: [");
    registry = start();

    registry.reload();

    assertThat(nameOf("acme")).isEqualTo("Good");
    assertThat(registry.findings()).containsOnlyKeys("acme.yaml");
  }

  @Test
  void aFileThatWasNeverGoodRunsNothing() throws IOException {
    write("acme", "tenant: acme\n");
    assertThat(registry.reload()).isEmpty();
    assertThat(registry.all()).isEmpty();
    assertThat(registry.findings().get("acme.yaml")).extracting(Finding::key).contains("name");
  }

  @Test
  void aFileThatWentAwayIsForgotten() throws IOException {
    write("acme", named("acme", "Good"));
    registry.reload();
    Files.delete(tenants.resolve("acme.yaml"));
    registry.reload();
    write("acme", "tenant: [");
    registry.reload();
    assertThat(registry.all()).isEmpty();
  }

  @Test
  void withoutItsFolderEverythingStays() throws IOException {
    write("acme", named("acme", "Good"));
    registry.reload();
    Files.move(tenants, folder.resolve("away"));
    assertThat(registry.reload()).isEmpty();
    assertThat(nameOf("acme")).isEqualTo("Good");
  }

  @Test
  void theLaterFileWithAnIdIsRefused() throws IOException {
    write("zeta", TenantText.minimal("zeta").replace("zeta-main", "shared"));
    registry.reload();
    write("acme", TenantText.minimal("acme").replace("acme-main", "shared"));
    registry.reload();

    assertThat(registry.tenant("acme")).isEmpty();
    assertThat(registry.tenant("zeta")).isPresent();
    assertThat(registry.findings().get("acme.yaml"))
        .singleElement()
        .asString()
        .contains("the store id shared belongs to zeta.yaml, which came first");
    Files.delete(tenants.resolve("zeta.yaml"));
    registry.reload();
    assertThat(registry.tenant("acme")).as("the first owner of a store keeps it").isEmpty();
  }

  @Test
  void aShopIsFreeAgainWhenNoFileNamesIt() throws IOException {
    write("zeta", TenantText.minimal("zeta").replace("region: GB", "region: GB, id: 7"));
    write("acme", TenantText.minimal("acme"));
    registry.reload();
    write("acme", TenantText.minimal("acme").replace("region: GB", "region: GB, id: 7"));
    registry.reload();
    assertThat(registry.findings()).containsOnlyKeys("acme.yaml");

    write("zeta", TenantText.minimal("zeta"));
    registry.reload();
    registry.reload();

    assertThat(registry.findings()).isEmpty();
    assertThat(registry.connection("acme-uk").orElseThrow().shop().id()).contains("7");
  }

  @Test
  void aChangedSecretFileIsReadAgain() throws IOException {
    Path secret = Files.createDirectory(secrets.resolve("acme")).resolve("secret");
    write(
        "acme",
        TenantText.minimal("acme")
            .replace("oauth: true", "client-id: abc, client-secret: \"file:secret\""));
    registry.reload();
    assertThat(registry.findings().get("acme.yaml")).asString().contains("no file acme/secret");

    Files.writeString(secret, "first\n");
    registry.reload();
    assertThat(clientSecret()).isEqualTo("first");
    Files.writeString(secret, "second\n");
    registry.reload();
    assertThat(clientSecret()).isEqualTo("second");
  }

  private String clientSecret() {
    StoreAuth auth = registry.store("acme-main").orElseThrow().auth();
    return ((StoreAuth.OwnApp) auth).clientSecret().reveal();
  }

  @Test
  void replicasAgreeOnTheNewestAcceptedVersion() throws IOException {
    write("acme", named("acme", "Old"));
    registry.reload();
    Path copy = Files.createDirectory(folder.resolve("copy"));
    Files.writeString(copy.resolve("acme.yaml"), named("acme", "New"));
    Files.setLastModifiedTime(tenants.resolve("acme.yaml"), FileTime.fromMillis(1_000_000));
    registry.reload();
    new TenantRegistry(
            new TenantFolder(copy),
            TenantLoader.strict(new Secrets(secrets, TenantText.ENVIRONMENT)),
            book,
            Clock.systemUTC(),
            change -> {})
        .reload();

    registry.reload();

    assertThat(nameOf("acme")).isEqualTo("New");
  }

  @Test
  void aFailingObserverStopsNobody() throws IOException {
    registry =
        new TenantRegistry(
            new TenantFolder(tenants),
            TenantLoader.strict(new Secrets(secrets, TenantText.ENVIRONMENT)),
            book,
            Clock.systemUTC(),
            change -> {
              throw new IllegalStateException("no");
            });
    write("acme", TenantText.minimal("acme"));
    assertThat(registry.reload()).hasSize(1);
    assertThat(registry.tenant("acme")).isPresent();
  }

  @Test
  void aThousandFilesAreLoaded() throws IOException {
    for (int i = 0; i < 1_000; i++) {
      write("t" + i, TenantText.minimal("t" + i));
    }
    assertThat(registry.reload()).hasSize(1_000);
    assertThat(registry.all()).hasSize(1_000);
  }
}
