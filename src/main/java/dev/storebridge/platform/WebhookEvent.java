package dev.storebridge.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a genuine webhook says: that something changed, never what it is now.
 *
 * @param account the platform's name of the shop or store, empty when it names none
 * @param topic the platform's word for what happened
 * @param refs ids of the things it is about; what is no id of a platform is left out
 * @param urgency how soon they have to be looked at
 * @param deliveryId the same when the same webhook comes again; empty when the platform gives none
 * @param happenedAt when, by the platform's clock
 */
public record WebhookEvent(
    String account,
    String topic,
    Subject subject,
    List<String> refs,
    Urgency urgency,
    String deliveryId,
    Optional<Instant> happenedAt) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int MOST_REFS = 100;

  public WebhookEvent {
    refs =
        refs.stream().filter(ref -> ID.matcher(ref).matches()).distinct().limit(MOST_REFS).toList();
  }

  /** What webhooks are about; also what they are counted by. */
  public enum Subject {
    /** Products of a store, by their ids. */
    PRODUCT,
    /** Stock of a store, by the ids under which the platform counts it. */
    STOCK_ITEM,
    /** A listing's review, by the channel's product id. */
    REVIEW,
    /** Stock of listings that somebody else than we and the buyers changed at the channel. */
    CHANNEL_STOCK,
    /** A listing in another respect. */
    LISTING,
    ORDER,
    AFTERSALE,
    /** Where an order goes to. */
    RECIPIENT,
    /** The account itself: uninstalled, authorisation ending, settings changed. */
    ACCOUNT,
    /** Data requests and erasures that the law asks for. */
    COMPLIANCE,
    /** Nothing that we know. */
    OTHER
  }
}
