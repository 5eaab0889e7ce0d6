package dev.storebridge.ops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.ops.CommandLine.Streams;
import dev.storebridge.tenant.Finding;
import dev.storebridge.tenant.registry.FolderCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code validate [DIR] [--json]}: what the service would say of a folder of tenant files. */
record ValidateCommand(Streams streams) {

  CommandSpec spec() {
    return CommandLine.named(
            "validate", "Checks tenant files without starting the service.", this::validate)
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel("DIR")
                .index("0")
                .arity("0..1")
                .type(Path.class)
                .description("Folder of tenant files; left out: storebridge.tenants.")
                .build())
        .addOption(flag("--json", "Prints JSON."))
        .addOption(flag("--with-secrets", "A secret that is not there is an error, not a warning."))
        .addOption(
            OptionSpec.builder("--secrets")
                .paramLabel("DIR")
                .type(Path.class)
                .description("Folder of secrets; left out: storebridge.secrets.")
                .build());
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }

  private int validate(ParseResult arguments) {
    Path folder = arguments.matchedPositionalValue(0, configured("storebridge.tenants", "tenants"));
    Path secrets =
        arguments.matchedOptionValue("--secrets", configured("storebridge.secrets", "secrets"));
    boolean strict = arguments.matchedOptionValue("--with-secrets", false);
    Optional<Map<String, List<Finding>>> checked =
        new FolderCheck(folder, secrets, System.getenv()).run(strict);
    if (checked.isEmpty()) {
      streams.err().println("There is no folder that can be read: " + folder);
      return CommandLine.USAGE;
    }
    List<Finding> findings = checked.get().values().stream().flatMap(List::stream).toList();
    boolean ok = findings.stream().noneMatch(Finding::isError);
    if (arguments.matchedOptionValue("--json", false)) {
      streams.out().println(json(ok, checked.get().size(), findings));
    } else {
      findings.forEach(finding -> streams.out().println(severity(finding) + ": " + finding));
      streams.out().println(summary(checked.get()));
    }
    return ok ? CommandLine.OK : CommandLine.FOUND;
  }

  private static Path configured(String key, String name) {
    return Path.of(
        ConfigProvider.getConfig().getOptionalValue(key, String.class).orElse("config/" + name));
  }

  private static String summary(Map<String, List<Finding>> files) {
    long refused =
        files.values().stream().filter(list -> list.stream().anyMatch(Finding::isError)).count();
    return "%d files, %d refused".formatted(files.size(), refused);
  }

  private static String json(boolean ok, int files, List<Finding> findings) {
    ObjectNode report = JsonNodeFactory.instance.objectNode().put("ok", ok).put("files", files);
    ArrayNode list = report.putArray("findings");
    for (Finding finding : findings) {
      list.addObject()
          .put("file", finding.file())
          .put("line", finding.line())
          .put("column", finding.column())
          .put("key", finding.key())
          .put("severity", severity(finding))
          .put("reason", finding.reason())
          .put("fix", finding.fix());
    }
    return report.toPrettyString();
  }

  private static String severity(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }
}
