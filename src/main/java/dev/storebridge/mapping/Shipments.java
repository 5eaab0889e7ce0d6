package dev.storebridge.mapping;

import dev.storebridge.mapping.OrderLink.Key;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** What channels were told of goods that left, each shipment once. */
@ApplicationScoped
@Transactional
public class Shipments {

  private final EntityManager entities;
  private final Clock clock;

  public Shipments(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  public List<ToldShipment> of(Key order) {
    return Sql.query(
            entities,
            "select shipment_id, line_ids, carrier_id, tracking, parcel_id, told_at from shipment"
                + " where store_id = ? and connection_id = ? and order_id = ?",
            order.storeId(),
            order.connectionId(),
            order.orderId())
        .getResultList()
        .stream()
        .map(row -> shipment(order, (Object[]) row))
        .toList();
  }

  private static ToldShipment shipment(Key order, Object[] row) {
    return new ToldShipment(
        order,
        (String) row[0],
        List.of(((String) row[1]).split(",", -1)),
        (String) row[2],
        (String) row[3],
        (String) row[4],
        row[5] != null);
  }

  /** Writes that the channel is about to be told, or was; committed when this returns. */
  public void write(ToldShipment shipment) {
    Key order = shipment.order();
    Sql.query(
            entities,
            """
            insert into shipment (store_id, connection_id, order_id, shipment_id, line_ids,
              carrier_id, tracking, parcel_id, told_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update carrier_id = values(carrier_id), tracking = values(tracking),
              parcel_id = if(values(parcel_id) = '', parcel_id, values(parcel_id)),
              told_at = values(told_at)
            """,
            order.storeId(),
            order.connectionId(),
            order.orderId(),
            shipment.shipmentId(),
            String.join(",", shipment.lineIds()),
            shipment.carrierId(),
            shipment.tracking(),
            shipment.parcelId(),
            shipment.told() ? Sql.utc(clock.instant()) : null)
        .executeUpdate();
  }

  /** The channel is known to have refused it. */
  public void forget(Key order, String shipmentId) {
    Sql.query(
            entities,
            "delete from shipment where store_id = ? and connection_id = ? and order_id = ?"
                + " and shipment_id = ?",
            order.storeId(),
            order.connectionId(),
            order.orderId(),
            shipmentId)
        .executeUpdate();
  }
}
