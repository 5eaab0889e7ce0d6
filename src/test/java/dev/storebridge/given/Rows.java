package dev.storebridge.given;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/** A test's look into the database, and its hand on when things are due. */
public final class Rows {

  private final DataSource database;

  public Rows(DataSource database) {
    this.database = database;
  }

  /** The first column of the first row as text; empty for none. */
  public String query(String sql, String value) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    }
  }

  public void change(String sql, String value) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      statement.executeUpdate();
    }
  }

  /** What comes back by itself comes back now. */
  public void makeDue(String kind) throws SQLException {
    change("update mark set due_at = '2020-01-01' where state = 1 and kind = ?", kind);
  }

  /** It is the turn of the store's connection in the night. */
  public void night() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                !query("select next_at from reconciliation where store_id = ?", Merchant.STORE)
                    .isEmpty());
    try {
      change("update reconciliation set next_at = '2020-01-01' where store_id = ?", Merchant.STORE);
      makeDue("RECONCILE");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until nothing of the merchant's store is out of line. */
  public void awaitQuiet() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                query(
                        "select count(*) from mark where store_id = ? and state in (1, 2)"
                            + " and due_at <= utc_timestamp(6)",
                        Merchant.STORE)
                    .equals("0"));
  }
}
