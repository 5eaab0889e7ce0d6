package dev.storebridge.route;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The operator's own routes: those of the folder {@code storebridge.routes} run beside the packaged
 * ones and replace those of the same id. A packaged file is named for its route's id, so leaving
 * out the file leaves out the route.
 */
public final class RouteFolder implements ConfigSourceFactory {

  private static final String FOLDER = "storebridge.routes";
  private static final String ENDING = ".camel.yaml";
  private static final Pattern ID = Pattern.compile("(?m)^\\s+id:\\s*[\"']?([\\w-]+)");
  private static final int ABOVE_FILES = 500;

  /** The packaged files by name; a class path cannot be listed everywhere. */
  static final List<String> PACKAGED =
      List.of(
          "check-subscriptions",
          "converge",
          "converge-order",
          "converge-product",
          "count-calls",
          "count-completeness",
          "errors",
          "find-due",
          "find-order",
          "find-product",
          "follow-rules",
          "learn-stores",
          "note-order",
          "poll-store",
          "purge-calls",
          "purge-signals",
          "purge-traces",
          "read-catalogue",
          "read-orders",
          "reconcile",
          "refresh-tokens",
          "reload-tenants",
          "renew-leases",
          "restore-stock",
          "wake-up",
          "watch-orders",
          "watch-reviews",
          "watch-rules",
          "watch-sweeps",
          "write-traces");

  @Override
  public OptionalInt getPriority() {
    return OptionalInt.of(ABOVE_FILES);
  }

  /** Answers Camel's patterns, or nothing when no folder is configured. */
  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    ConfigValue folder = context.getValue(FOLDER);
    return folder == null || folder.getValue() == null || folder.getValue().isBlank()
        ? List.of()
        : List.of(
            new PropertiesConfigSource(
                patterns(Path.of(folder.getValue())), "routes folder", ABOVE_FILES));
  }

  /**
   * Camel's pattern for the packaged routes that stay and those of a folder.
   *
   * @throws UncheckedIOException when the folder or a file in it cannot be read
   */
  static Map<String, String> patterns(Path folder) {
    SortedSet<String> replaced = ids(folder);
    String staying =
        PACKAGED.stream()
            .filter(name -> !replaced.contains(name))
            .map(name -> "classpath:routes/" + name + ENDING)
            .collect(Collectors.joining(","));
    return Map.of(
        "camel.main.routes-include-pattern",
        staying + ",file:" + folder.toAbsolutePath() + "/*" + ENDING);
  }

  private static SortedSet<String> ids(Path folder) {
    List<String> ids = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
        ID.matcher(Files.readString(file)).results().forEach(found -> ids.add(found.group(1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          FOLDER + " names a folder that cannot be read: " + folder.toAbsolutePath(), e);
    }
    return new TreeSet<>(ids);
  }
}
