package dev.storebridge.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteFolderTest {

  @TempDir Path folder;

  @Test
  void aRouteOfTheFolderTakesThePlaceOfThePackagedOneOfItsId() throws IOException {
    Files.writeString(
        folder.resolve("mine.camel.yaml"), "- route:\n    id: converge-product\n    from:\n");
    assertThat(pattern())
        .doesNotContain("classpath:routes/converge-product.camel.yaml")
        .contains("classpath:routes/converge.camel.yaml")
        .endsWith(",file:" + folder.toAbsolutePath() + "/*.camel.yaml");
  }

  @Test
  void anEmptyFolderLeavesAllPackagedRoutes() {
    assertThat(pattern()).contains("classpath:routes/converge-product.camel.yaml");
  }

  @Test
  void everyPackagedFileIsNamed() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".camel.yaml", "")))
          .containsExactlyInAnyOrderElementsOf(RouteFolder.PACKAGED);
    }
  }

  private String pattern() {
    return RouteFolder.patterns(folder).get("camel.main.routes-include-pattern");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path gone = folder.resolve("gone");
    assertThatThrownBy(() -> RouteFolder.patterns(gone))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(gone.toString());
  }
}
