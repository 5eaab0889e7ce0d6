package dev.storebridge.mapping;

import dev.storebridge.mapping.OrderLink.Key;
import dev.storebridge.mapping.Reservation.State;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** What was set aside in stores for orders, each order's once. */
@ApplicationScoped
@Transactional
public class Reservations {

  private final EntityManager entities;

  public Reservations(EntityManager entities) {
    this.entities = entities;
  }

  /** All of an order, those that were given back too. */
  public List<Reservation> of(Key order) {
    return Sql.query(
            entities,
            "select item_id, location_id, units, line_ids, state from reservation"
                + " where store_id = ? and connection_id = ? and order_id = ?",
            order.storeId(),
            order.connectionId(),
            order.orderId())
        .getResultList()
        .stream()
        .map(row -> reservation(order, (Object[]) row))
        .toList();
  }

  private static Reservation reservation(Key order, Object[] row) {
    return new Reservation(
        order,
        (String) row[0],
        (String) row[1],
        ((Number) row[2]).intValue(),
        List.of(((String) row[3]).split(",", -1)),
        State.values()[((Number) row[4]).intValue()]);
  }

  /** Writes what is going to be set aside, before the store is asked; not empty. */
  public void begin(List<Reservation> reservations) {
    Sql.insert(
        entities,
        "insert into reservation (store_id, connection_id, order_id, item_id, location_id, units,"
            + " line_ids, state) values ",
        reservations.stream()
            .map(
                one ->
                    new Object[] {
                      one.order().storeId(),
                      one.order().connectionId(),
                      one.order().orderId(),
                      one.itemId(),
                      one.locationId(),
                      one.units(),
                      String.join(",", one.lineIds()),
                      State.BEGUN.ordinal()
                    })
            .toList(),
        "");
  }

  /** All of an order's have come this far. */
  public void become(Key order, State state) {
    Sql.query(
            entities,
            "update reservation set state = ?"
                + " where store_id = ? and connection_id = ? and order_id = ?",
            state.ordinal(),
            order.storeId(),
            order.connectionId(),
            order.orderId())
        .executeUpdate();
  }

  /** The store is known to have refused them. */
  public void forget(Key order) {
    Sql.query(
            entities,
            "delete from reservation where store_id = ? and connection_id = ? and order_id = ?",
            order.storeId(),
            order.connectionId(),
            order.orderId())
        .executeUpdate();
  }
}
