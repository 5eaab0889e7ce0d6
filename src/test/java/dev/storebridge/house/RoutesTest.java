package dev.storebridge.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What Camel does not check at start: a misspelt target blocks a caller, a lost policy is silent.
 */
class RoutesTest {

  private static final Map<String, JsonNode> FILES = files();

  @Test
  void everyRouteHasAnIdAndADescription() {
    assertThat(routes()).isNotEmpty();
    routes()
        .forEach(
            route -> {
              assertThat(route.path("id").asText()).as("id of %s", route).matches("[a-z-]+");
              assertThat(route.path("description").asText())
                  .as("description of %s", route.path("id"))
                  .hasSizeGreaterThan(20);
            });
  }

  @Test
  void everyFileHoldsOneRouteOfItsName() {
    FILES.forEach(
        (name, file) -> {
          List<JsonNode> here = new ArrayList<>();
          file.forEach(entry -> entry.findValues("route").forEach(here::add));
          if (!name.equals("errors")) {
            assertThat(here).as(name).hasSize(1);
            assertThat(here.getFirst().path("id").asText()).isEqualTo(name);
          }
        });
  }

  @Test
  void everyDirectTargetExists() {
    List<String> offered =
        routes().stream().map(route -> route.path("from").path("uri").asText()).toList();
    List<String> wanted = new ArrayList<>();
    FILES.values().forEach(file -> walk(file, node -> addTarget(node, wanted)));
    assertThat(wanted).isNotEmpty();
    assertThat(offered).containsAll(wanted);
  }

  @Test
  void javaCallsOnlyRoutesThatExist() throws IOException {
    List<String> offered =
        routes().stream().map(route -> route.path("from").path("uri").asText()).toList();
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/storebridge/route"))) {
      for (Path source : sources.toList()) {
        java.util.regex.Pattern.compile("\"(direct:[a-z-]+)\"")
            .matcher(Files.readString(source))
            .results()
            .forEach(call -> assertThat(offered).as(source.toString()).contains(call.group(1)));
      }
    }
  }

  @Test
  void thereIsOneErrorPolicyForAll() {
    List<JsonNode> policies = new ArrayList<>();
    FILES.values().forEach(file -> policies.addAll(file.findValues("routeConfiguration")));
    assertThat(policies).hasSize(1);
    assertThat(policies.getFirst().has("id"))
        .as("a policy with an id is not the default")
        .isFalse();
    FILES.values().forEach(file -> assertThat(file.findValues("routeConfigurationId")).isEmpty());
  }

  @Test
  void noRouteCarriesBusinessValuesInHeaders() {
    FILES.values().forEach(file -> assertThat(file.findValues("setHeader")).isEmpty());
  }

  private static void addTarget(JsonNode node, List<String> wanted) {
    if (node.has("to")) {
      String uri = node.get("to").path("uri").asText(node.get("to").asText());
      if (uri.startsWith("direct:")) {
        wanted.add(uri);
      }
    }
  }

  private static void walk(JsonNode node, Consumer<JsonNode> visit) {
    visit.accept(node);
    node.forEach(child -> walk(child, visit));
  }

  private static List<JsonNode> routes() {
    List<JsonNode> routes = new ArrayList<>();
    FILES.values().forEach(file -> routes.addAll(file.findValues("route")));
    return routes;
  }

  private static Map<String, JsonNode> files() {
    Map<String, JsonNode> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(Path.of("routes"))) {
      for (Path path : paths.toList()) {
        String name = path.getFileName().toString();
        assertThat(name).endsWith(".camel.yaml");
        files.put(name.replace(".camel.yaml", ""), new YAMLMapper().readTree(path.toFile()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
