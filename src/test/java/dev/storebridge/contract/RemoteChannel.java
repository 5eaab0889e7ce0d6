package dev.storebridge.contract;

import dev.storebridge.commerce.Listing;
import java.util.List;

/** A test's hand on the platform behind a channel. */
public interface RemoteChannel {

  /** What can happen to the next call. */
  enum Trouble {
    TOO_MANY_REQUESTS,
    TOO_MANY_REQUESTS_WAIT_SEVEN_SECONDS,
    ERROR_PAGE,
    DONE_BUT_ERROR_PAGE,
    RESET_BEFORE_IT_WAS_DONE,
    RESET_AFTER_IT_WAS_DONE,
    DONE_BUT_CUT_OFF,
    PAGE_REPEATS
  }

  void next(Trouble trouble);

  void endReviews();

  void refuseNextReview();

  void expireTokens();

  /** How often a fresh token was asked for. */
  int refreshes();

  /** A listing that the platform accepts, with an offer of each of these SKUs. */
  Listing listing(String productId, List<String> skus);
}
