package dev.storebridge.mapping;

import dev.storebridge.platform.StockItems;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Stock items and their products, as the platform said once. */
@ApplicationScoped
@Transactional
public class StoredStockItems implements StockItems {

  private final EntityManager entities;

  public StoredStockItems(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Map<Item, String> products(Collection<Item> items) {
    if (items.isEmpty()) {
      return Map.of();
    }
    String places = String.join(",", Collections.nCopies(items.size(), "(?,?)"));
    List<?> rows =
        Sql.query(
                entities,
                "select store_id, item_id, product_id from stock_item where (store_id, item_id) in ("
                    + places
                    + ")",
                items.stream().flatMap(item -> Stream.of(item.storeId(), item.itemId())).toArray())
            .getResultList();
    Map<Item, String> products = new HashMap<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      products.put(new Item((String) columns[0], (String) columns[1]), (String) columns[2]);
    }
    return products;
  }

  /** The ids under which a product's stock is counted, as far as they are known. */
  public List<String> of(String storeId, String productId) {
    return Sql.query(
            entities,
            "select item_id from stock_item where store_id = ? and product_id = ?",
            storeId,
            productId)
        .getResultList()
        .stream()
        .map(String.class::cast)
        .toList();
  }

  @Override
  public void keep(Item item, String productId) {
    Sql.query(
            entities,
            "insert ignore into stock_item (store_id, item_id, product_id) values (?, ?, ?)",
            item.storeId(),
            item.itemId(),
            productId)
        .executeUpdate();
  }
}
