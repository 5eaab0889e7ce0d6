package dev.storebridge.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A real server on loopback that answers as it was told to, and otherwise passes the request on to
 * the server behind it: how a test makes a healthy platform misbehave.
 */
public final class TroubleServer implements AutoCloseable {

  private static final Set<String> HOP =
      Set.of(
          "host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings");

  private final HttpServer server;
  private final Optional<URI> behind;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  private TroubleServer(Optional<URI> behind) throws IOException {
    this.behind = behind;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** One that knows nothing but what it is told. */
  public static TroubleServer alone() throws IOException {
    return new TroubleServer(Optional.empty());
  }

  public static TroubleServer before(URI server) throws IOException {
    return new TroubleServer(Optional.of(server));
  }

  /** What came in. */
  public record Received(String method, URI uri, Map<String, List<String>> headers, String body) {}

  /**
   * What goes out.
   *
   * @param cutOff true to break the connection before the body is complete
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Reply(int status, Map<String, String> headers, byte[] body, boolean cutOff) {

    public static Reply json(int status, String body) {
      return of(status, "application/json", body);
    }

    public static Reply html(int status) {
      return of(status, "text/html", "<!DOCTYPE html><html><body>One moment</body></html>");
    }

    public static Reply of(int status, String type, String body) {
      return bytes(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply bytes(int status, String type, byte[] body) {
      return new Reply(status, Map.of("Content-Type", type), body, false);
    }

    public Reply thatIsCutOff() {
      return new Reply(status, headers, body, true);
    }
  }

  private record Rule(
      Predicate<Received> when, AtomicInteger times, Function<Received, Reply> answer) {}

  /** The next so many matching requests get this answer; later rules come first. */
  public void answer(Predicate<Received> when, int times, Function<Received, Reply> answer) {
    rules.addFirst(new Rule(when, new AtomicInteger(times), answer));
  }

  public void answer(Predicate<Received> when, Reply reply) {
    answer(when, Integer.MAX_VALUE, any -> reply);
  }

  public List<Received> received() {
    return received;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Received request =
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              Map.copyOf(exchange.getRequestHeaders()),
              body);
      received.add(request);
      send(exchange, told(request).orElseGet(() -> pass(request)));
    }
  }

  private Optional<Reply> told(Received request) {
    for (Rule rule : rules) {
      if (rule.when().test(request) && rule.times().getAndDecrement() > 0) {
        return Optional.of(rule.answer().apply(request));
      }
    }
    return Optional.empty();
  }

  private Reply pass(Received request) {
    if (behind.isEmpty()) {
      return Reply.json(404, "{}");
    }
    HttpRequest.Builder onward =
        HttpRequest.newBuilder(behind.get().resolve(request.uri()))
            .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()));
    request.headers().entrySet().stream()
        .filter(header -> !HOP.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .forEach(header -> header.getValue().forEach(v -> onward.header(header.getKey(), v)));
    try {
      HttpResponse<byte[]> answer =
          client.send(onward.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Reply(answer.statusCode(), headers(answer), answer.body(), false);
    } catch (IOException e) {
      return Reply.html(502);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.html(503);
    }
  }

  private static Map<String, String> headers(HttpResponse<byte[]> answer) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Content-Type", "application/json");
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!HOP.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, values.getFirst());
              }
            });
    return headers;
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    int extra = reply.cutOff() ? 1000 : 0;
    exchange.sendResponseHeaders(reply.status(), Math.max(1, reply.body().length + extra));
    exchange.getResponseBody().write(reply.body().length == 0 ? new byte[1] : reply.body());
    exchange.getResponseBody().flush();
  }
}
