package dev.storebridge.sandbox.post;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server that keeps what it is sent and answers as it is told. */
public final class Receiver implements AutoCloseable {

  /** What was sent. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Sent(String method, com.sun.net.httpserver.Headers headers, byte[] body) {
    public String header(String name) {
      return headers.getFirst(name);
    }

    public String text() {
      return new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private final HttpServer server;
  private final List<Sent> received = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  /** Listens on a free port of this machine. */
  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** An address of this server. */
  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** What every request is answered from now on. */
  public void answers(int code) {
    status = code;
  }

  /** In the order of arrival. */
  public List<Sent> received() {
    return received;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(
          new Sent(
              exchange.getRequestMethod(),
              exchange.getRequestHeaders(),
              exchange.getRequestBody().readAllBytes()));
      exchange.sendResponseHeaders(status, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
