package dev.storebridge.commerce;

/** Where a listing stands on its channel, in our words. */
public enum ListingStatus {
  DRAFT,
  IN_REVIEW,
  REFUSED,
  LIVE,
  /** The accepted version sells on while a newer one is being reviewed. */
  LIVE_EDIT_IN_REVIEW,
  SCHEDULED,
  /** Taken down by the merchant, or by us for them. */
  OFF,
  /** Taken down by the channel. */
  TAKEN_DOWN,
  FROZEN,
  REMOVED,
  /** The channel used a word that we do not know. */
  UNKNOWN;

  /** True while the channel has not decided and the listing must be looked at again. */
  public boolean reviewOpen() {
    return this == IN_REVIEW || this == LIVE_EDIT_IN_REVIEW;
  }
}
