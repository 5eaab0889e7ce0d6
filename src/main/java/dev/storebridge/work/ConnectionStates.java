package dev.storebridge.work;

import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which connections are live and which are paused. */
@ApplicationScoped
@Transactional
public class ConnectionStates {

  private static final ConnectionState NEW = new ConnectionState(false, false);

  private final EntityManager entities;

  public ConnectionStates(EntityManager entities) {
    this.entities = entities;
  }

  /** The states of a store's connections, by connection id. */
  public Map<String, ConnectionState> of(String storeId) {
    List<?> rows =
        Sql.query(
                entities,
                "select connection_id, live, paused from connection_state where store_id = ?",
                storeId)
            .getResultList();
    Map<String, ConnectionState> states = new TreeMap<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      states.put((String) columns[0], new ConnectionState(yes(columns[1]), yes(columns[2])));
    }
    return states;
  }

  public ConnectionState of(String storeId, String connectionId) {
    return of(storeId).getOrDefault(connectionId, NEW);
  }

  private static boolean yes(Object column) {
    return column instanceof Boolean flag ? flag : ((Number) column).intValue() != 0;
  }

  /** From now on changes flow by themselves. */
  public void goLive(String storeId, String connectionId) {
    set(storeId, connectionId, "live", true);
  }

  public void pause(String storeId, String connectionId) {
    set(storeId, connectionId, "paused", true);
  }

  public void resume(String storeId, String connectionId) {
    set(storeId, connectionId, "paused", false);
  }

  private void set(String storeId, String connectionId, String column, boolean value) {
    Sql.query(
            entities,
            "insert into connection_state (store_id, connection_id, "
                + column
                + ") values (?, ?, ?) on duplicate key update "
                + column
                + " = values("
                + column
                + ")",
            storeId,
            connectionId,
            value)
        .executeUpdate();
  }
}
