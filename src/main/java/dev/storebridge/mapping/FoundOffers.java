package dev.storebridge.mapping;

import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.platform.ChannelListing;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the shop had when an import run began, by seller SKU: lets a run adopt listings without one
 * search per product.
 */
@ApplicationScoped
@Transactional
public class FoundOffers {

  private final EntityManager entities;
  private final Map<List<String>, Long> emptyRuns = new ConcurrentHashMap<>();

  public FoundOffers(EntityManager entities) {
    this.entities = entities;
  }

  /** Keeps what a run found. */
  public void keep(
      String storeId, String connectionId, long runId, Collection<ChannelListing> listings) {
    List<Object[]> rows = new ArrayList<>();
    for (ChannelListing listing : listings) {
      for (ChannelListing.ChannelOffer offer : listing.offers()) {
        if (!offer.sellerSku().isEmpty()) {
          rows.add(
              new Object[] {
                storeId,
                connectionId,
                offer.sellerSku(),
                listing.id(),
                offer.id(),
                listing.productRef(),
                listing.status().name(),
                runId
              });
        }
      }
    }
    if (!rows.isEmpty()) {
      emptyRuns.remove(List.of(storeId, connectionId));
      Sql.insert(
          entities,
          """
          insert into found_offer (store_id, connection_id, seller_sku, channel_id, offer_id,
            product_ref, status, run_id) values
          """,
          rows,
          "on duplicate key update run_id = values(run_id), status = values(status)");
    }
  }

  /** The shop had nothing when this run began, so that there is nothing to ask for. */
  public void nothing(String storeId, String connectionId, long runId) {
    emptyRuns.put(List.of(storeId, connectionId), runId);
  }

  /** The listings that a run found with one of these seller SKUs, with just those offers. */
  public List<ChannelListing> of(
      String storeId, String connectionId, long runId, Collection<String> sellerSkus) {
    if (emptyRuns.getOrDefault(List.of(storeId, connectionId), 0L) == runId) {
      return List.of();
    }
    String places = String.join(",", Collections.nCopies(sellerSkus.size(), "?"));
    List<?> rows =
        Sql.query(
                entities,
                """
                select channel_id, offer_id, seller_sku, product_ref, status from found_offer
                where store_id = ? and connection_id = ? and run_id = ? and seller_sku in (
                """
                    + places
                    + ")",
                Stream.concat(Stream.of(storeId, connectionId, runId), sellerSkus.stream())
                    .toArray())
            .getResultList();
    Map<String, List<Object[]>> byListing = new LinkedHashMap<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      byListing.computeIfAbsent((String) columns[0], id -> new ArrayList<>()).add(columns);
    }
    return byListing.entrySet().stream()
        .map(entry -> listing(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static ChannelListing listing(String id, List<Object[]> offers) {
    return new ChannelListing(
        id,
        "",
        ListingStatus.valueOf((String) offers.getFirst()[4]),
        false,
        (String) offers.getFirst()[3],
        offers.stream()
            .map(
                row ->
                    new ChannelListing.ChannelOffer(
                        (String) row[1], (String) row[2], Optional.empty(), Map.of()))
            .toList(),
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
