package dev.storebridge.platform;

import dev.storebridge.commerce.Listing;
import java.util.Map;
import java.util.Set;

/**
 * A content edit of a listing that exists. The adapter picks the smallest call that changes these
 * fields and no others.
 *
 * @param listing the whole listing as it should be
 * @param changed what differs from what we applied last; never empty
 * @param offerIds the channel's id of each offer it already has, by variant id
 * @param draftOnly true to save it without submitting it for review, for a listing that is a draft
 */
public record ListingEdit(
    String listingId,
    Listing listing,
    Set<ContentField> changed,
    Map<String, String> offerIds,
    Uploads uploads,
    boolean draftOnly) {

  public ListingEdit {
    changed = Set.copyOf(changed);
    offerIds = Map.copyOf(offerIds);
  }
}
