package dev.storebridge.tiktokshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.ShopAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Answers over real HTTP what a test wrote down, in that order, and remembers what was asked. */
final class ScriptedTikTok implements AutoCloseable {

  static final ShopAccount SHOP =
      new ShopAccount(
          "7495000000000000001", "acme", "acme-main", "acme-uk", "GB", Limits.CHOSEN_BY_US);

  /** What was asked. */
  record Asked(String method, String path, Map<String, String> query, String token, String body) {}

  private record Reply(int status, String body) {}

  private final HttpServer server;
  private final Queue<Reply> replies = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();

  ScriptedTikTok() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("loopback has a free port", e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The one place where both hosts are. */
  static TikTokConfig config(URI url) {
    return new TikTokConfig() {
      @Override
      public URI apiUrl() {
        return url;
      }

      @Override
      public URI authUrl() {
        return url;
      }

      @Override
      public Duration writeHorizon() {
        return Duration.ofSeconds(60);
      }
    };
  }

  ScriptedTikTok data(String json) {
    return replies(200, "{\"code\": 0, \"message\": \"ok\", \"data\": " + json + "}");
  }

  ScriptedTikTok error(int status, int code, String message) {
    return replies(
        status, "{\"code\": %d, \"message\": \"%s\", \"data\": null}".formatted(code, message));
  }

  synchronized ScriptedTikTok replies(int status, String body) {
    replies.add(new Reply(status, body));
    return this;
  }

  synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("x-tts-access-token");
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            decoded(exchange.getRequestURI().getRawQuery()),
            token == null ? "" : token,
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    Reply reply = replies.remove();
    byte[] bytes = reply.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> decoded(String query) {
    Map<String, String> values = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      values.put(
          URLDecoder.decode(pair.substring(0, equals), UTF_8),
          URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
    return values;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
