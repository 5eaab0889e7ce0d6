package dev.storebridge.mapping;

import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.mapping.ListingRecord.Key;
import dev.storebridge.mapping.ListingRecord.Outcome;
import dev.storebridge.sql.Sql;
import java.util.Optional;

/** A record as a row of the table, and back. */
final class ListingRow {

  static final String COLUMNS =
      "store_id, connection_id, product_id, title, image_url, status, parked, withdrawn,"
          + " channel_id, applied, submitted_at, run_id, outcome";

  /** The same words as {@link ListingRecord#state()}. */
  static final String STATE =
      "if(parked and coalesce(status, '') <> 'REFUSED', 'parked',"
          + " replace(lower(coalesce(status, 'queued')), '_', '-'))";

  private ListingRow() {}

  static Object[] columns(ListingRecord listing) {
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

  static ListingRecord listing(Object[] row) {
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
        Outcome.values()[((Number) row[12]).intValue()]);
  }

  private static boolean yes(Object column) {
    return column instanceof Boolean flag ? flag : ((Number) column).intValue() != 0;
  }
}
