package dev.storebridge.mapping;

import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.Stock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One time at which a product was looked at for one shop: what was seen and wanted, and what was
 * done about it.
 *
 * @param key of the listing
 * @param endedAt when the work on it ended
 */
public record Trace(ListingRecord.Key key, Instant endedAt, Work work) {

  /**
   * What was seen, wanted, called and answered.
   *
   * @param toldAt when we were told of the change that led to the look
   * @param lookedAt when the reading of the store began
   * @param wanted false when the product is gone or not selected
   * @param variants by variant id; none where the look came to no listing
   * @param calls in their order
   * @param remarks why it is not in line yet: code and cause
   */
  public record Work(
      Instant toldAt,
      Instant lookedAt,
      boolean wanted,
      Map<String, Seen> variants,
      List<Call> calls,
      List<Remark> remarks) {

    public Work {
      variants = Map.copyOf(variants);
      calls = List.copyOf(calls);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * A variant at that moment.
   *
   * @param store what the store said of its stock
   * @param held units that shops sold and the store did not know of, by warehouse; under an empty
   *     name where the rules name no location
   * @param shown units by warehouse that the shop should have shown then; empty for one that it did
   *     not have, {@link AppliedListing.AppliedOffer#UNKNOWN} where that could not be told
   * @param wanted units by warehouse by the rules; empty where no listing was wanted
   * @param price by the rules
   */
  public record Seen(
      Stock store,
      Map<String, Long> held,
      Map<String, Integer> shown,
      Map<String, Integer> wanted,
      Optional<Money> price) {

    public Seen {
      held = Map.copyOf(held);
      shown = Map.copyOf(shown);
      wanted = Map.copyOf(wanted);
    }
  }

  /**
   * A call of the plan.
   *
   * @param action as plans name it
   * @param at when it was made
   * @param answer {@code accepted}, or the code of the refusal
   * @param message the refusal in words, empty when it was accepted
   * @param requestId under which the platform's support finds a refused request; may be empty
   */
  public record Call(
      String action,
      Instant at,
      Instant answeredAt,
      String answer,
      String message,
      String requestId) {

    /** The answer of a call that did what was asked. */
    public static final String ACCEPTED = "accepted";
  }

  /** A reason in a code and in words. */
  public record Remark(String code, String cause) {}
}
