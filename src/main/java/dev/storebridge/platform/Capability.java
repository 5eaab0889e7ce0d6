package dev.storebridge.platform;

/** What a platform offers beyond the common ground; the contract tests check each declaration. */
public enum Capability {
  /** Stock is counted at more than one location. */
  MULTI_LOCATION,
  /** A large catalogue can be exported in one operation. */
  BULK_CATALOGUE,
  /** Listings are reviewed before they are live. */
  LISTING_REVIEW,
  /** A part of a listing can be edited alone. */
  PARTIAL_EDIT
}
