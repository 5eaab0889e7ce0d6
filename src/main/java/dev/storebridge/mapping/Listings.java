package dev.storebridge.mapping;

import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.mapping.ListingRecord.Key;
import dev.storebridge.mapping.ListingRecord.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The link between products and listings, by ids, so that renames break nothing. */
@ApplicationScoped
@Transactional
public class Listings {

  private static final String COLUMNS =
      "store_id, connection_id, product_id, title, image_url, status, parked, withdrawn,"
          + " channel_id, applied, submitted_at, run_id, outcome";

  /** The same words as {@link ListingRecord#state()}. */
  private static final String STATE =
      "if(parked and coalesce(status, '') <> 'REFUSED', 'parked',"
          + " replace(lower(coalesce(status, 'queued')), '_', '-'))";

  private final EntityManager entities;

  public Listings(EntityManager entities) {
    this.entities = entities;
  }

  /** A run saw these products: new ones are queued, known ones keep what they are. */
  public void seen(List<ListingRecord> queued) {
    if (queued.isEmpty()) {
      return;
    }
    Sql.insert(
        entities,
        """
        insert into listing (store_id, connection_id, product_id, title, image_url, run_id) values
        """,
        queued.stream()
            .map(
                seen ->
                    new Object[] {
                      seen.key().storeId(),
                      seen.key().connectionId(),
                      seen.key().productId(),
                      seen.title(),
                      seen.imageUrl(),
                      seen.runId()
                    })
            .toList(),
        """
        on duplicate key update title = values(title), image_url = values(image_url),
          outcome = if(run_id = values(run_id), outcome, 0), run_id = values(run_id)
        """);
  }

  public Optional<ListingRecord> of(Key key) {
    return list(
            "where store_id = ? and connection_id = ? and product_id = ?",
            key.storeId(),
            key.connectionId(),
            key.productId())
        .stream()
        .findFirst();
  }

  /** The record of a listing by the channel's id. */
  public Optional<ListingRecord> byChannelId(String storeId, String connectionId, String id) {
    return list(
            "where store_id = ? and connection_id = ? and channel_id = ?",
            storeId,
            connectionId,
            id)
        .stream()
        .findFirst();
  }

  /** Records by the channel's ids. */
  public List<ListingRecord> byChannelIds(
      String storeId, String connectionId, Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String places = String.join(",", Collections.nCopies(ids.size(), "?"));
    return list(
        "where store_id = ? and connection_id = ? and channel_id in (" + places + ")",
        Stream.concat(Stream.of(storeId, connectionId), ids.stream()).toArray());
  }

  /** Listings with an open review, longest open first. */
  public List<ListingRecord> inReview(String storeId, String connectionId, int most) {
    return list(
        """
        where store_id = ? and connection_id = ? and submitted_at is not null
        order by submitted_at limit ?
        """,
        storeId,
        connectionId,
        most);
  }

  /**
   * A page in the order of product ids.
   *
   * @param state as {@link ListingRecord#state()} words it; empty for all
   */
  public List<ListingRecord> page(
      String storeId,
      String connectionId,
      String afterProductId,
      Optional<String> state,
      int most) {
    return list(
        "where store_id = ? and connection_id = ? and product_id > ? and (? = '' or "
            + STATE
            + " = ?) order by product_id limit ?",
        storeId,
        connectionId,
        afterProductId,
        state.orElse(""),
        state.orElse(""),
        most);
  }

  /** Products that are on the channel although a run did not see them: gone, or not selected. */
  public List<String> unseen(String storeId, String connectionId, long runId) {
    return Sql.query(
            entities,
            """
            select product_id from listing
            where store_id = ? and connection_id = ? and run_id <> ?
              and (channel_id is not null or parked)
            """,
            storeId,
            connectionId,
            runId)
        .getResultList()
        .stream()
        .map(String.class::cast)
        .toList();
  }

  /** How a connection's listings stand, and how its import run goes. */
  public Tally tally(String storeId, String connectionId, long runId) {
    Object[] row =
        (Object[])
            Sql.query(
                    entities,
                    """
                    select count(*), count(channel_id), coalesce(sum(parked), 0),
                      coalesce(sum(run_id = ? and outcome = 1), 0),
                      coalesce(sum(run_id = ? and outcome = 2), 0)
                    from listing where store_id = ? and connection_id = ?
                    """,
                    runId,
                    runId,
                    storeId,
                    connectionId)
                .getSingleResult();
    return new Tally(
        number(row[0]), number(row[1]), number(row[2]), number(row[3]), number(row[4]));
  }

  /**
   * Counts of a connection.
   *
   * @param products known products
   * @param listed those with a listing on the channel
   * @param parked those that wait for a person
   * @param done of the import run: in line
   * @param failed of the import run: parked
   */
  public record Tally(int products, int listed, int parked, int done, int failed) {}

  private static int number(Object column) {
    return ((Number) column).intValue();
  }

  /** Writes a record as it is now. */
  public void save(ListingRecord listing) {
    Sql.insert(
        entities,
        "insert into listing (" + COLUMNS + ") values ",
        List.<Object[]>of(row(listing)),
        """
        on duplicate key update title = values(title), image_url = values(image_url),
          status = values(status), parked = values(parked), withdrawn = values(withdrawn),
          channel_id = values(channel_id),
          applied = values(applied), submitted_at = values(submitted_at),
          outcome = if(run_id = values(run_id), values(outcome), outcome)
        """);
  }

  private static Object[] row(ListingRecord listing) {
    Key key = listing.key();
    return new Object[] {
      key.storeId(),
      key.connectionId(),
      key.productId(),
      listing.title(),
      listing.imageUrl(),
      listing.status().map(Enum::name).orElse(null),
      listing.parked(),
      listing.withdrawn(),
      listing.channelId().orElse(null),
      listing.applied().map(Json::text).orElse(null),
      listing.submittedAt().map(Sql::utc).orElse(null),
      listing.runId(),
      listing.outcome().ordinal()
    };
  }

  /**
   * The reviews of these listings have ended so; what was applied meanwhile stays as it is.
   *
   * @param channelIds the channel's ids, not empty
   */
  public void reviewed(
      String storeId, String connectionId, ListingStatus status, Collection<String> channelIds) {
    String refused = status == ListingStatus.REFUSED ? ", parked = true, outcome = 2" : "";
    String places = String.join(",", Collections.nCopies(channelIds.size(), "?"));
    Sql.query(
            entities,
            "update listing set status = ?, submitted_at = null"
                + refused
                + " where store_id = ? and connection_id = ? and channel_id in ("
                + places
                + ")",
            Stream.concat(
                    Stream.of(status.name(), storeId, connectionId), channelIds.stream().sorted())
                .toArray())
        .executeUpdate();
  }

  /** Only the end of a run, for a product that needed nothing. */
  public void ended(Key key, Outcome outcome) {
    Sql.query(
            entities,
            """
            update listing set outcome = ?, parked = ?
            where store_id = ? and connection_id = ? and product_id = ?
            """,
            outcome.ordinal(),
            outcome == Outcome.FAILED,
            key.storeId(),
            key.connectionId(),
            key.productId())
        .executeUpdate();
  }

  /** Forgets a product that has no listing. */
  public void forget(Key key) {
    Sql.query(
            entities,
            "delete from listing where store_id = ? and connection_id = ? and product_id = ?",
            key.storeId(),
            key.connectionId(),
            key.productId())
        .executeUpdate();
  }

  /** Writes which variant is which offer; offers that are gone are removed. */
  public void replaceOffers(Key key, AppliedListing applied) {
    Sql.query(
            entities,
            "delete from offer where store_id = ? and connection_id = ? and product_id = ?",
            key.storeId(),
            key.connectionId(),
            key.productId())
        .executeUpdate();
    addOffers(key, applied);
  }

  /** Writes which variant is which offer of a listing that had none. */
  public void addOffers(Key key, AppliedListing applied) {
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

  private List<ListingRecord> list(String where, Object... parameters) {
    List<?> rows =
        Sql.query(entities, "select " + COLUMNS + " from listing " + where, parameters)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(Listings::listing).toList();
  }

  private static ListingRecord listing(Object[] row) {
    return new ListingRecord(
        new Key((String) row[0], (String) row[1], (String) row[2]),
        (String) row[3],
        (String) row[4],
        Optional.ofNullable((String) row[5]).map(ListingStatus::valueOf),
        yes(row[6]),
        yes(row[7]),
        Optional.ofNullable((String) row[8]),
        Optional.ofNullable((String) row[9]).map(text -> Json.read(text, AppliedListing.class)),
        Optional.ofNullable(row[10]).map(Sql::instant),
        ((Number) row[11]).longValue(),
        Outcome.values()[number(row[12])]);
  }

  private static boolean yes(Object column) {
    return column instanceof Boolean flag ? flag : number(column) != 0;
  }

  /** Listings whose review began before: those that lists may have missed. */
  public List<ListingRecord> inReviewSince(
      String storeId, String connectionId, Instant before, int most) {
    return list(
        """
        where store_id = ? and connection_id = ? and submitted_at < ?
        order by submitted_at limit ?
        """,
        storeId,
        connectionId,
        before,
        most);
  }
}
