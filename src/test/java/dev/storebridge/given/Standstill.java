package dev.storebridge.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a packaged service that makes no progress is doing: a failed test must tell this by itself,
 * because a standstill of one run in a hundred is not there to be asked afterwards.
 */
public final class Standstill {

  private static final int LAST_LINES = 60;

  private static final List<String> QUESTIONS =
      List.of(
          "select kind, state, count(*), sum(due_at <= utc_timestamp(6)), max(tries) from mark"
              + " group by kind, state",
          "select kind, ref, revision, tries, due_at, utc_timestamp(6) from mark where state = 2",
          "select store_id, owner, epoch, until, utc_timestamp(6) from lease",
          "select id, command, time, state, left(info, 120) from information_schema.processlist",
          "select trx_mysql_thread_id, trx_state, trx_started, trx_rows_locked, trx_rows_modified,"
              + " left(trx_query, 120) from information_schema.innodb_trx",
          "select status, parked, outcome, run_id, count(*) from listing group by 1, 2, 3, 4",
          "select count(*) from snapshot",
          "select * from intent",
          "select code, kind, ref, tries, next_try_at, left(message, 200) from problem");

  private Standstill() {}

  /** Threads, last lines of the log, work in the database, sessions and locks of the server. */
  public static String of(PackagedService service, Map<String, String> database) {
    return "LOG\n"
        + service
            .log()
            .lines()
            .skip(Math.max(0, service.log().lines().count() - LAST_LINES))
            .collect(Collectors.joining("\n"))
        + "\nDATABASE\n"
        + answers(database)
        + "\nTHREADS\n"
        + threads(service.pid());
  }

  private static String answers(Map<String, String> database) {
    StringBuilder said = new StringBuilder();
    try (Connection connection =
            DriverManager.getConnection(
                database.get("quarkus.datasource.jdbc.url"),
                database.get("quarkus.datasource.username"),
                database.get("quarkus.datasource.password"));
        Statement statement = connection.createStatement()) {
      for (String question : QUESTIONS) {
        said.append(question).append('\n').append(answer(statement, question));
      }
    } catch (SQLException e) {
      said.append(e.getMessage());
    }
    return said.toString();
  }

  private static String answer(Statement statement, String question) {
    StringBuilder rows = new StringBuilder();
    try (ResultSet row = statement.executeQuery(question)) {
      while (row.next()) {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          rows.append(' ').append(row.getString(i));
        }
        rows.append('\n');
      }
    } catch (SQLException e) {
      rows.append(' ').append(e.getMessage()).append('\n');
    }
    return rows.toString();
  }

  private static String threads(long pid) {
    try {
      Path folder = Files.createTempDirectory("storebridge-threads");
      Path dump = folder.resolve("threads.txt");
      String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
      Process asked =
          new ProcessBuilder(
                  jcmd, Long.toString(pid), "Thread.dump_to_file", "-format=text", dump.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Files.exists(dump) ? Files.readString(dump) : said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
