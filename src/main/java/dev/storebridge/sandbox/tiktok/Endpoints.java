package dev.storebridge.sandbox.tiktok;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of simulated endpoints, read from a data file. */
final class Endpoints {

  /** An endpoint and the values of its path parameters. */
  record Match(Endpoint endpoint, Map<String, String> parameters) {}

  private final List<Endpoint> rows;

  Endpoints() {
    List<Endpoint> read = new ArrayList<>();
    Json.resource("endpoints.json")
        .properties()
        .forEach(entry -> read.add(Endpoint.of(entry.getKey(), entry.getValue())));
    read.sort(Comparator.comparingInt(Endpoint::fixedSegments).reversed());
    rows = List.copyOf(read);
  }

  /** Refuses unknown paths, and known paths with another method. */
  Match match(String method, String path) {
    List<String> segments = List.of(path.split("/", -1));
    boolean known = false;
    for (Endpoint row : rows) {
      Optional<Map<String, String>> parameters = row.match(segments);
      if (parameters.isPresent()) {
        if (row.method().equals(method)) {
          return new Match(row, parameters.get());
        }
        known = true;
      }
    }
    throw new Refusal(known ? Code.NO_SUCH_METHOD : Code.NO_SUCH_PATH);
  }

  /** The name of a call in the log; unknown paths share one. */
  String label(String method, String path) {
    try {
      return match(method, path).endpoint().label();
    } catch (Refusal e) {
      return method + " (unknown)";
    }
  }
}
