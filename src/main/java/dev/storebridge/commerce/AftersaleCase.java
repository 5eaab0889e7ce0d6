package dev.storebridge.commerce;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that buyer or seller want of an order after it was placed: to cancel lines of it, or to
 * have money back.
 *
 * @param id the channel's
 * @param bySeller true when the seller began it
 * @param answerBy until when the seller has to answer; empty when there is nothing to answer
 * @param lines what it is about
 * @param shipping what the buyer gets back of the shipping
 * @param tax what the buyer gets back of taxes that were added to the prices
 * @param restock whether the goods can be sold again
 */
public record AftersaleCase(
    String id,
    String orderId,
    Kind kind,
    State state,
    boolean bySeller,
    Optional<Instant> answerBy,
    List<Line> lines,
    Money shipping,
    Money tax,
    boolean restock) {

  public AftersaleCase {
    lines = List.copyOf(lines);
  }

  /** What is wanted. */
  public enum Kind {
    /** Goods that have not left shall not leave. */
    CANCELLATION,
    /** Money, for goods that the buyer keeps or never got. */
    REFUND,
    /** Money, for goods that travel back. */
    RETURN,
    /** Other goods instead. */
    REPLACEMENT
  }

  /** How far it is. */
  public enum State {
    /** Somebody has to agree. */
    ASKED,
    /** Agreed upon, and under way. */
    RUNNING,
    DONE,
    /** Refused or withdrawn. */
    ENDED,
    UNKNOWN
  }

  /** One line of the channel's, and what the buyer gets back for its goods. */
  public record Line(String lineId, Money refund) {}
}
