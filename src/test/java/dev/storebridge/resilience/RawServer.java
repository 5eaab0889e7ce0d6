package dev.storebridge.resilience;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers requests on loopback with exact bytes, so that answers can be broken on purpose. */
final class RawServer implements AutoCloseable {

  /** What is done with a connection once its request has been read. */
  interface Reply {
    void to(String requestLine, Socket connection) throws IOException;
  }

  private final ServerSocket server;
  private final List<String> requestLines = new CopyOnWriteArrayList<>();

  RawServer(Reply reply) {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(() -> accept(reply));
  }

  static Reply text(String answer) {
    return (line, connection) ->
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Answers and leaves the connection open. */
  static Reply textAndSilence(String answer) {
    return (line, connection) -> {
      text(answer).to(line, connection);
      connection.getOutputStream().flush();
      connection.getInputStream().readAllBytes();
    };
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
  }

  List<String> requestLines() {
    return requestLines;
  }

  private void accept(Reply reply) {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        Thread.ofVirtual().start(() -> serve(connection, reply));
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket connection, Reply reply) {
    try (connection) {
      String line = readHead(connection.getInputStream());
      requestLines.add(line);
      reply.to(line, connection);
    } catch (IOException peerWent) {
      // the client hung up, which some tests make it do
    }
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.substring(0, Math.max(0, head.indexOf("\r\n")));
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
