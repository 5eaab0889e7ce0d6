package dev.storebridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The figures of one benchmark, run by run: printed as a table, written as JSON, and with {@code
 * -Dbench.record} taken over into the documentation with those of the others.
 */
final class Report {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("target", "bench");
  private static final Path DOCUMENT = Path.of("docs", "benchmarks.md");

  private final String id;
  private final String title;
  private final Map<String, Figure> figures = new LinkedHashMap<>();

  Report(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Adds what a run measured. */
  void measured(String name, String unit, String goal, double value) {
    figures.merge(
        name,
        new Figure(name, unit, goal, List.of(value)),
        (known, added) ->
            new Figure(
                name, unit, goal, Stream.concat(known.runs().stream(), Stream.of(value)).toList()));
  }

  void publish() {
    try {
      Files.createDirectories(FOLDER);
      JSON.writerWithDefaultPrettyPrinter()
          .writeValue(FOLDER.resolve(id + ".json").toFile(), json());
      System.out.println(table(json()));
      if (System.getProperty("bench.record") != null) {
        record();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode json() {
    ObjectNode report = JSON.createObjectNode().put("title", title);
    report.put("date", LocalDate.now(ZoneOffset.UTC).toString());
    report
        .putObject("machine")
        .put("cores", Runtime.getRuntime().availableProcessors())
        .put("java", Runtime.version().toString())
        .put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
        .put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    ArrayNode list = report.putArray("figures");
    for (Figure figure : figures.values()) {
      ObjectNode row = list.addObject().put("name", figure.name()).put("unit", figure.unit());
      row.put("goal", figure.goal()).put("value", figure.value()).put("spread", figure.spread());
      ArrayNode runs = row.putArray("runs");
      figure.runs().forEach(runs::add);
    }
    return report;
  }

  private static String table(JsonNode report) {
    List<String> lines = new ArrayList<>();
    lines.add("\n## " + report.path("title").asText() + "\n");
    lines.add("| figure | median | least to most | goal |");
    lines.add("|---|---|---|---|");
    for (JsonNode row : report.path("figures")) {
      lines.add(
          String.join(
              " | ",
              "| " + row.path("name").asText(),
              row.path("value").asText(),
              row.path("spread").asText(),
              row.path("goal").asText() + " |"));
    }
    return String.join("\n", lines) + "\n";
  }

  private static void record() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".json")).sorted().toList()) {
        JsonNode report = JSON.readTree(file.toFile());
        text.append(text.isEmpty() ? introduction(report) : "").append(table(report));
      }
    }
    Files.writeString(DOCUMENT, text.toString());
  }

  private static String introduction(JsonNode report) {
    JsonNode machine = report.path("machine");
    return """
    # Benchmarks

    Written by `./mvnw -Pbench verify -Dbench.record` on %s: a machine with %d cores (%s, Java %s)
    that ran everything, the package as a process of its own, the database and the simulated platforms
    as well; its load average at the end was %.1f, and much more than its cores means that something
    else ran too. Simulated platforms answer without delay where a title does not say otherwise; figures
    are for comparing one version with another, not for planning a production machine. No test asserts
    a time.
    """
        .formatted(
            report.path("date").asText(),
            machine.path("cores").asInt(),
            machine.path("system").asText(),
            machine.path("java").asText(),
            machine.path("load").asDouble());
  }
}
