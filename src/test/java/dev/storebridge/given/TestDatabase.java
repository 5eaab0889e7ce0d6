package dev.storebridge.given;

import dev.storebridge.sandbox.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/**
 * A fresh, empty database for a test run: on the embedded server, or on the one that {@code
 * STOREBRIDGE_TEST_JDBC_URL} names.
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

  private static final String EXTERNAL = System.getenv("STOREBRIDGE_TEST_JDBC_URL");

  private static EmbeddedDatabase embedded;

  private String name;

  @Override
  public Map<String, String> start() {
    name = "test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    execute("create database " + name + " character set utf8mb4 collate utf8mb4_bin");
    String base = serverUrl();
    int query = base.indexOf('?');
    String parameters = query < 0 ? "" : base.substring(query);
    String server = base.substring(0, base.lastIndexOf('/', query < 0 ? base.length() : query));
    return EXTERNAL == null
        ? Map.of(
            "quarkus.datasource.jdbc.url", server + "/" + name,
            "quarkus.datasource.username", embedded.username(),
            "quarkus.datasource.password", embedded.password())
        : Map.of("quarkus.datasource.jdbc.url", server + "/" + name + parameters);
  }

  @Override
  public void stop() {
    execute("drop database if exists " + name);
  }

  /** Whether the server is ours to kill. */
  public static boolean isEmbedded() {
    return EXTERNAL == null;
  }

  /** Kills the embedded server without a warning and starts it again. */
  public static void killAndRestart() {
    embedded.kill();
    embedded.comeBack();
  }

  /** The server all tests of this process share; an embedded one goes with the process. */
  private static synchronized String serverUrl() {
    if (EXTERNAL != null) {
      return EXTERNAL;
    }
    if (embedded == null) {
      embedded = EmbeddedDatabase.start();
      Runtime.getRuntime().addShutdownHook(new Thread(embedded::close));
    }
    return embedded.jdbcUrl();
  }

  private static void execute(String sql) {
    String url = serverUrl();
    try (Connection connection =
            EXTERNAL == null
                ? DriverManager.getConnection(url, embedded.username(), embedded.password())
                : DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("The test database does not answer: " + sql, e);
    }
  }
}
