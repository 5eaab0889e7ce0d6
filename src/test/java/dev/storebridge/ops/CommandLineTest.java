package dev.storebridge.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storebridge.ops.CommandLine.Streams;
import dev.storebridge.tenant.file.TenantText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String input, String... args) {
    return CommandLine.run(
        new Streams(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err)),
        args);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void goodFilesAreInOrder() throws IOException {
    write("acme.yaml", TenantText.minimal("acme"));
    assertThat(run("", "validate", folder.toString())).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("1 files, 0 refused");
  }

  @Test
  void mistakesAreListedWithTheirPlaces() throws IOException {
    write("acme.yaml", TenantText.minimal("acme").replace("region: GB", "region: UK"));
    write("other.yaml", TenantText.minimal("other"));
    assertThat(run("", "validate", folder.toString())).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("error: acme.yaml:11:21: connections[0].shop.region: `UK` is not one of")
        .contains("2 files, 1 refused");
  }

  @Test
  void jsonIsForMachines() throws IOException {
    write("acme.yaml", TenantText.minimal("acme").replace("region: GB", "region: UK"));
    assertThat(run("", "validate", folder.toString(), "--json")).isEqualTo(1);
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.get("ok").asBoolean()).isFalse();
    assertThat(report.at("/findings/0/line").asInt()).isEqualTo(11);
    assertThat(report.at("/findings/0/key").asText()).isEqualTo("connections[0].shop.region");
  }

  @Test
  void aMissingSecretIsAWarningUnlessSecretsAreAskedFor() throws IOException {
    write(
        "acme.yaml",
        TenantText.minimal("acme")
            .replace("oauth: true", "client-id: a, client-secret: \"env:TENANT_ACME_NOWHERE\""));
    assertThat(run("", "validate", folder.toString())).isZero();
    assertThat(out.toString()).startsWith("warning: acme.yaml:7:").contains("is not set");
    assertThat(run("", "validate", folder.toString(), "--with-secrets")).isEqualTo(1);
  }

  @Test
  void twoFilesCannotShareAStore() throws IOException {
    write("acme.yaml", TenantText.minimal("acme").replace("acme-main", "shared"));
    write("other.yaml", TenantText.minimal("other").replace("other-main", "shared"));
    assertThat(run("", "validate", folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("error: other.yaml:1:1: the store id shared belongs to");
  }

  @Test
  void aTokenIsHashedFromTheArgumentOrTheInput() {
    String hash = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    assertThat(run("", "token", "hash", "test")).isZero();
    assertThat(run("test\n", "token", "hash")).isZero();
    assertThat(out.toString().lines()).containsExactly(hash, hash);
    assertThat(run("", "token", "hash")).isEqualTo(2);
  }

  @Test
  void whatIsNotUnderstoodIsAUsageError() {
    assertThat(run("", "validate", "--what")).isEqualTo(2);
    assertThat(run("", "token")).isEqualTo(2);
    assertThat(run("")).isEqualTo(2);
    assertThat(run("", "validate", folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(run("", "--help")).isZero();
  }
}
