package dev.storebridge.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteFolderTest {

  @TempDir Path folder;

  @Test
  void aRouteOfTheFolderTakesThePlaceOfThePackagedOneOfItsId() throws IOException {
    Files.writeString(
        folder.resolve("mine.camel.yaml"), "- route:\n    id: converge-product\n    from:\n");
    assertThat(RouteFolder.patterns(folder))
        .containsEntry(
            "camel.main.routes-exclude-pattern", "classpath:routes/converge-product.camel.yaml")
        .containsEntry(
            "camel.main.routes-include-pattern",
            "classpath:routes/*.camel.yaml,file:" + folder.toAbsolutePath() + "/*.camel.yaml");
  }

  @Test
  void anEmptyFolderLeavesAllPackagedRoutes() {
    assertThat(RouteFolder.patterns(folder)).doesNotContainKey("camel.main.routes-exclude-pattern");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path gone = folder.resolve("gone");
    assertThatThrownBy(() -> RouteFolder.patterns(gone))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(gone.toString());
  }
}
