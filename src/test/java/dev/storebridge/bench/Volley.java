package dev.storebridge.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Requests over kept connections, by plain sockets: a sender that takes little of the machine it
 * shares with what it measures.
 */
final class Volley {

  private static final int OK = 200;

  private final int port;
  private final int connections;

  Volley(int port, int connections) {
    this.port = port;
    this.connections = connections;
  }

  /**
   * What came of it.
   *
   * @param latencies from when each request was due to its answer
   */
  record Outcome(double seconds, int accepted, int refused, Latencies latencies) {

    double perSecond() {
      return accepted / seconds;
    }
  }

  /** Sends each as soon as a connection is free. */
  Outcome flatOut(int requests, IntFunction<byte[]> request) {
    return send(requests, request, 0);
  }

  /** Sends each when its time has come, however long the answers before it take. */
  Outcome openLoop(int requests, int perSecond, IntFunction<byte[]> request) {
    return send(requests, request, Duration.ofSeconds(1).toNanos() / perSecond);
  }

  private Outcome send(int requests, IntFunction<byte[]> request, long apart) {
    long[] latencies = new long[requests];
    AtomicInteger next = new AtomicInteger();
    LongAdder accepted = new LongAdder();
    long start = System.nanoTime();
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < connections; i++) {
        senders.execute(
            () -> {
              try (Connection connection = new Connection(port)) {
                for (int at = next.getAndIncrement(); at < requests; at = next.getAndIncrement()) {
                  byte[] bytes = request.apply(at);
                  long due = apart == 0 ? System.nanoTime() : start + at * apart;
                  await(due);
                  if (connection.status(bytes) == OK) {
                    accepted.increment();
                  }
                  latencies[at] = System.nanoTime() - due;
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    int kept = accepted.intValue();
    return new Outcome(seconds, kept, requests - kept, new Latencies(latencies));
  }

  private static void await(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** A whole request as bytes. */
  static byte[] post(String path, String headers, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    return ("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                .formatted(path)
            + headers
            + "Content-Length: "
            + content.length
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** One connection that answers are awaited on, one by one. */
  private static final class Connection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Connection(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream(), 1024);
      out = socket.getOutputStream();
    }

    int status(byte[] request) throws IOException {
      out.write(request);
      String first = line();
      int length = 0;
      for (String header = line(); !header.isEmpty(); header = line()) {
        if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
          length = Integer.parseInt(header.substring(15).trim());
        }
      }
      in.skipNBytes(length);
      return Integer.parseInt(first.substring(9, 12));
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder(64);
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new IOException("cut off after: " + line);
        }
        if (next != '\r') {
          line.append((char) next);
        }
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
