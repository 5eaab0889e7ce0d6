package dev.storebridge.mapping;

import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.mapping.ListingRecord.Key;
import dev.storebridge.mapping.ListingRecord.Outcome;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The link between products and listings, by ids, so that renames break nothing. */
@ApplicationScoped
@Transactional
public class Listings {

  private final EntityManager entities;

  public Listings(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A run saw these products: new ones are queued, known ones keep what they are. What was seen
   * outside of any run, under run 0, takes nothing out of the run that it belongs to.
   */
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
          outcome = if(run_id >= values(run_id), outcome, 0),
          run_id = greatest(run_id, values(run_id))
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

  /** The same, kept from everybody else until the transaction ends. */
  public Optional<ListingRecord> locked(Key key) {
    return list(
            "where store_id = ? and connection_id = ? and product_id = ? for update",
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
            + ListingRow.STATE
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
        "insert into listing (" + ListingRow.COLUMNS + ") values ",
        List.<Object[]>of(ListingRow.columns(listing)),
        """
        on duplicate key update title = values(title), image_url = values(image_url),
          status = values(status), parked = values(parked), withdrawn = values(withdrawn),
          channel_id = values(channel_id),
          applied = values(applied), submitted_at = values(submitted_at),
          outcome = if(run_id = values(run_id), values(outcome), outcome)
        """);
  }

  /**
   * The reviews of these listings have ended so; what was applied meanwhile stays as it is.
   *
   * @param channelIds the channel's ids, not empty
   */
  public void reviewed(
      String storeId, String connectionId, ListingStatus status, Collection<String> channelIds) {
    ofChannel("status = ?, submitted_at = null", status.name(), storeId, connectionId, channelIds);
  }

  /** Reviewers refused what these listings, not none, were sent last: they wait for a person. */
  public void refused(String storeId, String connectionId, Collection<String> channelIds) {
    ofChannel(
        "parked = true, outcome = ?",
        Integer.toString(Outcome.FAILED.ordinal()),
        storeId,
        connectionId,
        channelIds);
  }

  private void ofChannel(
      String change, String value, String storeId, String connectionId, Collection<String> ids) {
    String places = String.join(",", Collections.nCopies(ids.size(), "?"));
    Sql.query(
            entities,
            "update listing set "
                + change
                + " where store_id = ? and connection_id = ? and channel_id in ("
                + places
                + ")",
            Stream.concat(Stream.of(value, storeId, connectionId), ids.stream().sorted()).toArray())
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

  private List<ListingRecord> list(String where, Object... parameters) {
    List<?> rows =
        Sql.query(entities, "select " + ListingRow.COLUMNS + " from listing " + where, parameters)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(ListingRow::listing).toList();
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
