package dev.storebridge.mapping;

import dev.storebridge.mapping.OrderLink.Key;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Orders that sold something which no variant of the store is linked with yet. */
@ApplicationScoped
@Transactional
public class WaitingOrders {

  private final EntityManager entities;

  public WaitingOrders(EntityManager entities) {
    this.entities = entities;
  }

  /** The order waits for these offers. */
  public void add(Key key, Collection<String> offerIds) {
    if (!offerIds.isEmpty()) {
      Sql.insert(
          entities,
          "insert ignore into order_need (store_id, connection_id, offer_id, order_id) values ",
          offerIds.stream()
              .sorted()
              .map(offer -> new Object[] {key.storeId(), key.connectionId(), offer, key.orderId()})
              .toList(),
          "");
    }
  }

  /** The orders that wait for one of these offers, which are linked now: they wait no more. */
  public List<String> take(String storeId, String connectionId, Collection<String> offerIds) {
    if (offerIds.isEmpty()) {
      return List.of();
    }
    String where =
        " from order_need where store_id = ? and connection_id = ? and offer_id in ("
            + String.join(",", Collections.nCopies(offerIds.size(), "?"))
            + ")";
    Object[] values = Stream.concat(Stream.of(storeId, connectionId), offerIds.stream()).toArray();
    List<String> orders =
        Sql.query(entities, "select distinct order_id" + where, values).getResultList().stream()
            .map(String.class::cast)
            .toList();
    if (!orders.isEmpty()) {
      Sql.query(entities, "delete" + where, values).executeUpdate();
    }
    return orders;
  }
}
