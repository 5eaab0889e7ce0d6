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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The figures of one benchmark, run by run: printed as a table, written as JSON, and with {@code
 * -Dbench.record} taken over into the documentation with those of the others.
 */
final class Report {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("target", "bench");
  private static final Path DOCUMENT = Path.of("docs", "benchmarks.md");

  private static final Pattern SECTION =
      Pattern.compile("(?s)<!-- (?<id>[\\w-]+) -->(?<text>.*?)(?=\\n<!-- |$)");
  private static final String INTRODUCTION =
      """
      # Benchmarks

      Written by `./mvnw -Pbench verify -Dbench.record`, each table by its last run. One machine ran everything: the
      package as a process of its own, the database and the simulated platforms as well. A load average of much more
      than its cores means that something else ran too, and that times are too long. Simulated platforms answer
      without delay where a title does not say otherwise; figures are for comparing one version with another, not
      for planning a production machine. No test asserts a time.
      """;

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

  /** Sections of benchmarks that were not run this time stay as they were. */
  private static void record() throws IOException {
    Map<String, String> sections = new TreeMap<>(recorded());
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".json")).toList()) {
        String id = file.getFileName().toString().replace(".json", "");
        sections.put(id, section(JSON.readTree(file.toFile())));
      }
    }
    StringBuilder text = new StringBuilder(INTRODUCTION);
    sections.forEach(
        (id, section) -> text.append("\n<!-- ").append(id).append(" -->").append(section));
    Files.writeString(DOCUMENT, text.toString());
  }

  private static Map<String, String> recorded() throws IOException {
    Map<String, String> sections = new HashMap<>();
    Matcher section = SECTION.matcher(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "");
    while (section.find()) {
      sections.put(section.group("id"), section.group("text").stripTrailing() + "\n");
    }
    return sections;
  }

  private static String section(JsonNode report) {
    JsonNode machine = report.path("machine");
    String table = table(report);
    int head = table.indexOf('\n', 1) + 1;
    return table.substring(0, head)
        + String.format(
            Locale.ROOT,
            "%n%s, %d cores, %s, Java %s, load average at the end %.1f.%n",
            report.path("date").asText(),
            machine.path("cores").asInt(),
            machine.path("system").asText(),
            machine.path("java").asText(),
            machine.path("load").asDouble())
        + table.substring(head);
  }
}
