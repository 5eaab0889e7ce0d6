package dev.storebridge.given;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A gate in front of a server on loopback: shut, it cuts every connection and lets none through.
 */
public final class Gate implements AutoCloseable {

  private static final String JDBC = "quarkus.datasource.jdbc.url";

  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean shut;

  public Gate(int target) {
    try {
      this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.target = target;
    Thread.ofVirtual().name("gate").start(this::accept);
  }

  /** A gate in front of the database that the settings name; they name the gate from now on. */
  public static Gate before(Map<String, String> settings) {
    String jdbc = settings.get(JDBC);
    int port = URI.create(jdbc.substring("jdbc:".length())).getPort();
    Gate gate = new Gate(port);
    settings.put(JDBC, jdbc.replace(":" + port, ":" + gate.port()));
    return gate;
  }

  public int port() {
    return listener.getLocalPort();
  }

  public void shut() {
    shut = true;
    open.forEach(Gate::cut);
  }

  public void open() {
    shut = false;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket here = listener.accept();
        if (shut) {
          cut(here);
        } else {
          join(here, new Socket(InetAddress.getLoopbackAddress(), target));
        }
      } catch (IOException e) {
        // The next one may do better; a closed gate ends the loop.
      }
    }
  }

  private void join(Socket here, Socket there) throws IOException {
    here.setTcpNoDelay(true);
    there.setTcpNoDelay(true);
    open.add(here);
    open.add(there);
    Thread.ofVirtual().start(() -> copy(here, there));
    Thread.ofVirtual().start(() -> copy(there, here));
  }

  private void copy(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException cutOff) {
      // That is what gates are for.
    } finally {
      open.remove(from);
      open.remove(to);
      cut(from);
      cut(to);
    }
  }

  private static void cut(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    cut(listener);
    open.forEach(Gate::cut);
  }
}
