package dev.storebridge.mapping;

import dev.storebridge.mapping.ListingRecord.Key;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which variant is which offer, found from either side. */
@ApplicationScoped
@Transactional
public class Offers {

  private final EntityManager entities;

  public Offers(EntityManager entities) {
    this.entities = entities;
  }

  /** Writes which variant is which offer; offers that are gone are removed. */
  public void replace(Key key, AppliedListing applied) {
    Sql.query(
            entities,
            "delete from offer where store_id = ? and connection_id = ? and product_id = ?",
            key.storeId(),
            key.connectionId(),
            key.productId())
        .executeUpdate();
    add(key, applied);
  }

  /** What an offer is an offer of. */
  public record Linked(String productId, String variantId) {}

  /**
   * The products and variants of these offers, by offer id; what is linked with none is missing.
   */
  public Map<String, Linked> linked(
      String storeId, String connectionId, Collection<String> offerIds) {
    if (offerIds.isEmpty()) {
      return Map.of();
    }
    String places = String.join(",", Collections.nCopies(offerIds.size(), "?"));
    List<?> rows =
        Sql.query(
                entities,
                "select offer_id, product_id, variant_id from offer"
                    + " where store_id = ? and connection_id = ? and offer_id in ("
                    + places
                    + ")",
                Stream.concat(Stream.of(storeId, connectionId), offerIds.stream()).toArray())
            .getResultList();
    Map<String, Linked> linked = new HashMap<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      linked.put((String) columns[0], new Linked((String) columns[1], (String) columns[2]));
    }
    return linked;
  }

  /** The product whose listing has an offer of this variant. */
  public Optional<String> productOf(String storeId, String connectionId, String variantId) {
    return Sql.query(
            entities,
            """
            select product_id from offer
            where store_id = ? and connection_id = ? and variant_id = ? order by product_id
            """,
            storeId,
            connectionId,
            variantId)
        .getResultList()
        .stream()
        .findFirst()
        .map(String.class::cast);
  }

  /** Writes which variant is which offer of a listing that had none. */
  public void add(Key key, AppliedListing applied) {
    List<Object[]> rows = new ArrayList<>();
    applied
        .offers()
        .forEach(
            (variantId, offer) ->
                rows.add(
                    new Object[] {
                      key.storeId(),
                      key.connectionId(),
                      key.productId(),
                      variantId,
                      offer.offerId(),
                      offer.sellerSku()
                    }));
    if (!rows.isEmpty()) {
      Sql.insert(
          entities,
          """
          insert into offer
            (store_id, connection_id, product_id, variant_id, offer_id, seller_sku) values
          """,
          rows,
          "");
    }
  }
}
