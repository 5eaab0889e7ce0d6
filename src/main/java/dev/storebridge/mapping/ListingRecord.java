package dev.storebridge.mapping;

import dev.storebridge.commerce.ListingStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What we know of one product on one connection's shop.
 *
 * @param title as last seen, for people
 * @param imageUrl first picture as last seen, empty when there is none
 * @param status what the channel said last; empty while nothing of ours is there
 * @param parked true while a problem waits for a person
 * @param withdrawn true when we took the listing down or deleted it ourselves
 * @param channelId the channel's id of the listing, once there is one
 * @param applied what the channel accepted last
 * @param submittedAt when the review began that is open now
 * @param runId the import run that saw the product last, 0 for none
 */
public record ListingRecord(
    Key key,
    String title,
    String imageUrl,
    Optional<ListingStatus> status,
    boolean parked,
    boolean withdrawn,
    Optional<String> channelId,
    Optional<AppliedListing> applied,
    Optional<Instant> submittedAt,
    long runId,
    Outcome outcome) {

  /** All words of {@link #state()}. */
  public static final List<String> STATES =
      Stream.concat(
              Stream.of("queued", "parked"),
              Arrays.stream(ListingStatus.values()).map(ListingRecord::word))
          .toList();

  /** Whose listing it is. */
  public record Key(String storeId, String connectionId, String productId) {}

  /** What an import run came to for this product. */
  public enum Outcome {
    OPEN,
    DONE,
    FAILED
  }

  /** A product that was just seen for the first time. */
  public static ListingRecord queued(Key key, String title, String imageUrl, long runId) {
    return new ListingRecord(
        key,
        title,
        imageUrl,
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        runId,
        Outcome.OPEN);
  }

  /** The word of the API and the pages: queued, parked, or the channel's status in kebab case. */
  public String state() {
    if (parked && status.filter(ListingStatus.REFUSED::equals).isEmpty()) {
      return "parked";
    }
    return status.map(ListingRecord::word).orElse("queued");
  }

  private static String word(ListingStatus status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same after the channel said where the listing stands. */
  public ListingRecord at(ListingStatus next, Instant now) {
    Optional<Instant> review =
        next.reviewOpen() ? Optional.of(submittedAt.orElse(now)) : Optional.empty();
    return new ListingRecord(
        key,
        title,
        imageUrl,
        Optional.of(next),
        parked,
        withdrawn,
        channelId,
        applied,
        review,
        runId,
        outcome);
  }

  /** The same, linked with a listing of the channel that shows this. */
  public ListingRecord linked(String id, AppliedListing now) {
    return new ListingRecord(
        key,
        title,
        imageUrl,
        status,
        parked,
        withdrawn,
        Optional.of(id),
        Optional.of(now),
        submittedAt,
        runId,
        outcome);
  }

  /** The same, taken down by us, or put up again. */
  public ListingRecord withdrawn(boolean byUs) {
    return new ListingRecord(
        key,
        title,
        imageUrl,
        status,
        parked,
        byUs,
        channelId,
        applied,
        submittedAt,
        runId,
        outcome);
  }

  /** The same with the end of its import run: in line, or waiting for a person. */
  public ListingRecord ended(Outcome end) {
    return new ListingRecord(
        key,
        title,
        imageUrl,
        status,
        end == Outcome.FAILED,
        withdrawn,
        channelId,
        applied,
        submittedAt,
        runId,
        end);
  }
}
