package dev.storebridge.tenant.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is checked in for editors and people is what the format says. */
class TenantSchemaTest {

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(TenantSchema.json());

  @Test
  void theSchemaFollowsTheFormat() throws IOException {
    sameAsGenerated(Path.of("config/tenant.schema.json"), TenantSchema.json());
  }

  @Test
  void theGuideFollowsTheFormat() throws IOException {
    Path guide = Path.of("docs/tenant-file.md");
    String text = Files.readString(guide);
    int table = text.indexOf("| key |");
    sameAsGenerated(guide, text.substring(0, Math.max(table, 0)) + TenantGuide.markdown());
  }

  private static void sameAsGenerated(Path file, String generated) throws IOException {
    Path fresh = Files.createDirectories(Path.of("target/generated-format"));
    Files.writeString(fresh.resolve(file.getFileName()), generated);
    assertThat(Files.readString(file))
        .as("%s is out of date: copy the one in %s", file, fresh)
        .isEqualTo(generated);
  }

  @Test
  void theCompleteAndTheMinimalFileAreValid() {
    assertThat(SCHEMA.validate(TenantText.complete(), InputFormat.YAML)).isEmpty();
    assertThat(SCHEMA.validate(TenantText.minimal("acme"), InputFormat.YAML)).isEmpty();
  }

  @Test
  void mistakesAreNotValid() {
    String complete = TenantText.complete();
    assertThat(SCHEMA.validate(complete.replace("publish: live", "publsh: live"), InputFormat.YAML))
        .isNotEmpty();
    assertThat(SCHEMA.validate(complete.replace("buffer: 2", "buffer: -2"), InputFormat.YAML))
        .isNotEmpty();
    assertThat(SCHEMA.validate(complete.replace("{ oauth: true }", "{ a: 1 }"), InputFormat.YAML))
        .isNotEmpty();
  }
}
