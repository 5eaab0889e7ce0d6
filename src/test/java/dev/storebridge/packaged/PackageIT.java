package dev.storebridge.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks into the production package. */
class PackageIT {

  private static final Path APP = Path.of("target", "quarkus-app");

  @Test
  void itCarriesNeitherSandboxNorEmbeddedDatabase() throws IOException {
    try (Stream<Path> files = Files.walk(APP)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
      assertThat(jars).hasSizeGreaterThan(50);
      assertThat(jars)
          .extracting(jar -> jar.getFileName().toString().toLowerCase(java.util.Locale.ROOT))
          .noneMatch(name -> name.contains("mariadb") || name.contains("graphql-java"));
      for (Path jar : jars) {
        assertThat(entries(jar)).as(jar.toString()).noneMatch(PackageIT::isSandbox);
      }
    }
  }

  @Test
  void itCarriesTheRoutesAndTheMigrations() throws IOException {
    try (Stream<Path> files = Files.list(APP.resolve("app"))) {
      List<String> entries = files.flatMap(jar -> entries(jar).stream()).toList();
      assertThat(entries)
          .contains("routes/converge-product.camel.yaml", "db/migration/V1__work.sql");
    }
  }

  private static boolean isSandbox(String entry) {
    return entry.startsWith("dev/storebridge/sandbox/")
        || entry.startsWith("sandbox/")
        || entry.startsWith("dev/storebridge/given/");
  }

  private static List<String> entries(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(entry -> entry.getName()).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
