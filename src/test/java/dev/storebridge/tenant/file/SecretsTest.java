package dev.storebridge.tenant.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.platform.Secret;
import dev.storebridge.tenant.file.Reading.Owner;
import dev.storebridge.tenant.file.Secrets.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  private static final Owner ACME = new Owner("acme", Set.of("acme", "acme-uk", "other"));

  @TempDir Path folder;
  private Path mine;

  @BeforeEach
  void makeFolders() throws IOException {
    mine = Files.createDirectories(folder.resolve("acme"));
    Files.createDirectories(folder.resolve("other"));
    Files.writeString(folder.resolve("other/token"), "theirs");
  }

  private Answer read(String reference) {
    return new Secrets(
            folder,
            Map.of("TENANT_ACME_KEY", "k", "TENANT_ACME_UK_KEY", "uk", "TENANT_OTHER_KEY", "o"))
        .read(reference, ACME);
  }

  @Test
  void anEnvironmentVariableOfTheTenantIsRead() {
    assertThat(read("env:TENANT_ACME_KEY")).isEqualTo(new Answer.Found(new Secret("k")));
  }

  @Test
  void aNameThatFitsALongerTenantBelongsToThatOne() {
    assertThat(read("env:TENANT_ACME_UK_KEY"))
        .isInstanceOfSatisfying(
            Answer.Wrong.class,
            wrong -> assertThat(wrong.reason()).contains("belongs to tenant acme-uk"));
  }

  @Test
  void aVariableThatIsNotSetIsMissing() {
    assertThat(read("env:TENANT_ACME_NONE")).isInstanceOf(Answer.Missing.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env:TENANT_OTHER_KEY",
        "env:PATH",
        "env:TENANT_ACME_",
        "env:",
        "file:",
        "plain",
        "file:../other/token",
        "file:/etc/passwd",
        "file:a/../../other/token",
        "file:./token",
        "file:a//b",
        "file:token/.",
        ""
      })
  void whatIsNotTheTenantsIsRefused(String reference) {
    assertThat(read(reference)).isInstanceOf(Answer.Wrong.class);
  }

  @Test
  void oneNewlineAtTheEndOfAFileIsNoPartOfTheSecret() throws IOException {
    Files.writeString(mine.resolve("token"), " s \n\n");
    assertThat(read("file:token")).isEqualTo(new Answer.Found(new Secret(" s \n")));
  }

  @Test
  void linksAreRefused() throws IOException {
    Files.createSymbolicLink(mine.resolve("token"), folder.resolve("other/token"));
    Files.createSymbolicLink(mine.resolve("sub"), folder.resolve("other"));
    Files.createSymbolicLink(mine.resolve("dangling"), folder.resolve("nowhere"));
    assertThat(read("file:token")).isInstanceOf(Answer.Wrong.class);
    assertThat(read("file:sub/token")).isInstanceOf(Answer.Wrong.class);
    assertThat(read("file:dangling")).isInstanceOf(Answer.Wrong.class);
  }

  @Test
  void emptyLargeAndAbsentFilesAreMissing() throws IOException {
    Files.writeString(mine.resolve("empty"), "\n");
    Files.writeString(mine.resolve("large"), "x".repeat(70_000));
    assertThat(read("file:empty")).isInstanceOf(Answer.Missing.class);
    assertThat(read("file:large")).isInstanceOf(Answer.Missing.class);
    assertThat(read("file:absent")).isInstanceOf(Answer.Missing.class);
  }
}
