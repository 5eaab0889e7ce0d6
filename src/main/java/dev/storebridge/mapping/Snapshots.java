package dev.storebridge.mapping;

import dev.storebridge.commerce.Product;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Products as a catalogue read brought them, so that a thousand marks need no thousand look-ups. A
 * snapshot serves only those who were told before its reading began.
 */
@ApplicationScoped
@Transactional
public class Snapshots {

  private final EntityManager entities;

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
    Sql.insert(
        entities,
        "insert into snapshot (store_id, product_id, read_at, product) values ",
        products.stream()
            .map(product -> new Object[] {storeId, product.id(), readAt, Json.text(product)})
            .toList(),
        "on duplicate key update read_at = values(read_at), product = values(product)");
  }

  /** The product as of a reading that began at this time or later. */
  public Optional<Product> since(String storeId, String productId, Instant told) {
    List<?> rows =
        Sql.query(
                entities,
                "select product from snapshot where store_id = ? and product_id = ? and read_at >= ?",
                storeId,
                productId,
                told)
            .getResultList();
    return rows.stream().findFirst().map(row -> Json.read((String) row, Product.class));
  }

  /** Forgets a product's snapshot. */
  public void drop(String storeId, String productId) {
    Sql.query(
            entities,
            "delete from snapshot where store_id = ? and product_id = ?",
            storeId,
            productId)
        .executeUpdate();
  }
}
