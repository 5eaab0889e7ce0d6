package dev.storebridge.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The yardstick of the intake: a server that does nothing but keep each request's body, many in one
 * commit, and answers when it is durable. No signature, no parsing, no marks.
 */
final class BareServer implements AutoCloseable {

  private static final int TOGETHER = 256;
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8);

  private record Waiting(ByteBuffer body, CompletableFuture<Void> kept) {}

  private final ServerSocket listener;
  private final Connection database;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Thread writer =
      Thread.ofPlatform().daemon().name("bare-writer").unstarted(this::run);

  BareServer(Map<String, String> settings) throws IOException, SQLException {
    database =
        DriverManager.getConnection(
            settings.get("quarkus.datasource.jdbc.url"),
            settings.getOrDefault("quarkus.datasource.username", ""),
            settings.getOrDefault("quarkus.datasource.password", ""));
    try (var statement = database.createStatement()) {
      statement.execute(
          "create table bare (id bigint auto_increment primary key, body varbinary(4096))");
    }
    database.setAutoCommit(false);
    listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    writer.start();
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream(), 4096);
        OutputStream out = socket.getOutputStream()) {
      for (int length = headers(in); length >= 0; length = headers(in)) {
        Waiting waiting =
            new Waiting(ByteBuffer.wrap(in.readNBytes(length)), new CompletableFuture<>());
        queue.add(waiting);
        waiting.kept().join();
        out.write(ANSWER);
      }
    } catch (IOException gone) {
      // The sender has what it wanted.
    }
  }

  /** Reads a request's head; answers its body's length, -1 at the end. */
  private static int headers(InputStream in) throws IOException {
    int length = 0;
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        if (line.isEmpty()) {
          return length;
        }
        if (line.indexOf("Content-Length: ") == 0) {
          length = Integer.parseInt(line.substring(16));
        }
        line.setLength(0);
      } else if (next != '\r') {
        line.append((char) next);
      }
    }
    return -1;
  }

  private void run() {
    try {
      while (true) {
        List<Waiting> batch = new ArrayList<>(TOGETHER);
        batch.add(queue.take());
        queue.drainTo(batch, TOGETHER - 1);
        keep(batch);
        batch.forEach(waiting -> waiting.kept().complete(null));
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keep(List<Waiting> batch) throws SQLException {
    String rows = String.join(",", Collections.nCopies(batch.size(), "(?)"));
    try (PreparedStatement insert =
        database.prepareStatement("insert into bare (body) values " + rows)) {
      for (int i = 0; i < batch.size(); i++) {
        insert.setBytes(i + 1, batch.get(i).body().array());
      }
      insert.executeUpdate();
    }
    database.commit();
  }

  @Override
  public void close() throws IOException, SQLException {
    listener.close();
    writer.interrupt();
    database.close();
  }
}
