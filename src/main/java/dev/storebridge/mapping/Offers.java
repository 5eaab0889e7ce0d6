package dev.storebridge.mapping;

import dev.storebridge.mapping.ListingRecord.Key;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

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
