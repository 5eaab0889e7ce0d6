package dev.storebridge.mapping;

import dev.storebridge.commerce.Product;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Products as a catalogue read brought them, so that a thousand marks need no thousand look-ups. A
 * snapshot serves only those who were told before its reading began.
 */
@ApplicationScoped
@Transactional
public class Snapshots {

  private static final int DROPPED_TOGETHER = 50;

  private final EntityManager entities;
  private final Map<String, Set<String>> served = new ConcurrentHashMap<>();

  public Snapshots(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Keeps products.
   *
   * @param readAt when the read that brought them began
   */
  public void keep(String storeId, List<Product> products, Instant readAt) {
    if (products.isEmpty()) {
      return;
    }
    Set<String> waiting = waiting(storeId);
    synchronized (waiting) {
      products.forEach(product -> waiting.remove(product.id()));
    }
    Sql.insert(
        entities,
        "insert into snapshot (store_id, product_id, read_at, product) values ",
        products.stream()
            .map(product -> new Object[] {storeId, product.id(), readAt, Json.text(product)})
            .toList(),
        "on duplicate key update read_at = values(read_at), product = values(product)");
  }

  /**
   * A product as a reading brought it.
   *
   * @param readAt when the reading began
   */
  public record Snapshot(Product product, Instant readAt) {}

  /** The product as of a reading that began at this time or later. */
  public Optional<Snapshot> since(String storeId, String productId, Instant told) {
    List<?> rows =
        Sql.query(
                entities,
                "select product, read_at from snapshot"
                    + " where store_id = ? and product_id = ? and read_at >= ?",
                storeId,
                productId,
                told)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(row -> new Snapshot(Json.read((String) row[0], Product.class), Sql.instant(row[1])));
  }

  /**
   * A product is in line: its snapshot has served. Those that have are dropped together, so a few
   * may stay until the next ones join them.
   */
  public void served(String storeId, String productId) {
    List<String> together = joined(storeId, productId);
    if (together.isEmpty()) {
      return;
    }
    String places = String.join(",", Collections.nCopies(together.size(), "?"));
    Sql.query(
            entities,
            "delete from snapshot where store_id = ? and product_id in (" + places + ")",
            Stream.concat(Stream.of(storeId), together.stream()).toArray())
        .executeUpdate();
  }

  /** Those to be dropped now, empty while they are too few. */
  private List<String> joined(String storeId, String productId) {
    Set<String> waiting = waiting(storeId);
    synchronized (waiting) {
      waiting.add(productId);
      if (waiting.size() < DROPPED_TOGETHER) {
        return List.of();
      }
      List<String> together = List.copyOf(waiting);
      waiting.clear();
      return together;
    }
  }

  private Set<String> waiting(String storeId) {
    return served.computeIfAbsent(storeId, id -> new TreeSet<>());
  }
}
