package dev.storebridge.sandbox.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Serves the page and passes its requests on to the simulators' own control pages. */
public final class SandboxPage implements AutoCloseable {

  private static final Map<String, String> FILES =
      Map.of(
          "/", "index.html",
          "/page.js", "page.js",
          "/orders.js", "orders.js",
          "/page.css", "page.css");
  private static final Map<String, String> TYPES =
      Map.of("html", "text/html; charset=utf-8", "js", "text/javascript", "css", "text/css");

  private final HttpServer server;
  private final Map<String, String> platforms;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private SandboxPage(HttpServer server, Map<String, String> platforms) {
    this.server = server;
    this.platforms = platforms;
  }

  /**
   * Serves on loopback.
   *
   * @param platforms base addresses, in the order of the page, by the first part of the page's
   *     requests
   */
  public static SandboxPage start(int port, Map<String, String> platforms) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      SandboxPage page = new SandboxPage(server, new LinkedHashMap<>(platforms));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", page::answer);
      server.start();
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox page cannot be served on port " + port, e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String file = FILES.get(path);
      if (file != null) {
        serve(exchange, file);
      } else if (path.equals("/platforms")) {
        reply(exchange, 200, "application/json", names().getBytes(StandardCharsets.UTF_8));
      } else {
        passOn(exchange, path);
      }
    }
  }

  /** The platforms as a JSON list, in order. */
  private String names() {
    return platforms.keySet().stream()
        .map(name -> "\"" + name + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static void serve(HttpExchange exchange, String file) throws IOException {
    try (InputStream bytes = SandboxPage.class.getResourceAsStream("/sandbox/page/" + file)) {
      if (bytes == null) {
        throw new IOException(file + " is not on the class path");
      }
      String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
      reply(exchange, 200, type, bytes.readAllBytes());
    }
  }

  private void passOn(HttpExchange exchange, String path) throws IOException {
    String[] parts = path.split("/", 3);
    String base = platforms.get(parts[1]);
    if (base == null || parts.length < 3 || !parts[2].startsWith("sandbox/")) {
      reply(exchange, 404, "text/plain", "nothing here".getBytes(StandardCharsets.UTF_8));
      return;
    }
    String query = exchange.getRequestURI().getRawQuery();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(base + "/" + parts[2] + (query == null ? "" : "?" + query)))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      reply(exchange, answer.statusCode(), "application/json", answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void reply(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
