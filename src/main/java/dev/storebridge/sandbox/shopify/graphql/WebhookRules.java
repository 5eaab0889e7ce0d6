package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.webhook.Filter;
import dev.storebridge.sandbox.shopify.webhook.Subscription;
import dev.storebridge.sandbox.shopify.webhook.Subscriptions;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What Shopify refuses of a webhook subscription, in its words. */
final class WebhookRules {

  private static final List<String> WHOLE = List.of("webhookSubscription");
  private static final List<String> ADDRESS = List.of("webhookSubscription", "callbackUrl");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,50}");
  private static final Pattern INTERNAL =
      Pattern.compile(
          "localhost|127\\..*|10\\..*|192\\.168\\..*|.*\\.local|.*\\.internal"
              + "|(.*\\.)?shopify\\.com|.*\\.myshopify\\.com");

  private final Subscriptions subscriptions;
  private final boolean anywhere;

  /**
   * @param anywhere also plain http and this machine, which the real one refuses
   */
  WebhookRules(Subscriptions subscriptions, boolean anywhere) {
    this.subscriptions = subscriptions;
    this.anywhere = anywhere;
  }

  /** The first objection to a subscription as it would be. */
  Optional<UserProblem> objection(Subscription wanted) {
    return address(wanted.uri())
        .or(() -> filter(wanted))
        .or(() -> name(wanted))
        .or(() -> taken(wanted));
  }

  private Optional<UserProblem> address(String uri) {
    if (uri == null || uri.isBlank()) {
      return refused(ADDRESS, "Address can't be blank");
    }
    if (uri.startsWith("pubsub://") || uri.startsWith("arn:aws:events:")) {
      return Optional.empty();
    }
    Optional<URI> url = url(uri);
    if (url.isEmpty()) {
      return refused(ADDRESS, "Address is invalid");
    }
    String scheme = url.get().getScheme().toLowerCase(Locale.ROOT);
    boolean plain = anywhere && scheme.equals("http");
    if (!scheme.equals("https") && !plain) {
      return refused(ADDRESS, "Address protocol " + scheme + ":// is not supported");
    }
    return !anywhere && INTERNAL.matcher(url.get().getHost()).matches()
        ? refused(ADDRESS, "Address cannot be a Shopify or an internal domain")
        : Optional.empty();
  }

  private static Optional<URI> url(String text) {
    try {
      return Optional.of(URI.create(text))
          .filter(uri -> uri.getScheme() != null && uri.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<UserProblem> filter(Subscription wanted) {
    Optional<Filter> filter = Filter.parse(wanted.filter());
    List<String> fields = wanted.includeFields();
    boolean sound =
        filter.isPresent()
            && (fields.isEmpty() || fields.containsAll(filter.get().fields()))
            && (wanted.filter() == null || !filter.get().fields().isEmpty());
    return sound
        ? Optional.empty()
        : refused(
            WHOLE,
            "The specified filter is invalid, please ensure you specify the field(s) you wish to"
                + " filter on.");
  }

  private Optional<UserProblem> name(Subscription wanted) {
    if (wanted.name() == null) {
      return Optional.empty();
    }
    if (!NAME.matcher(wanted.name()).matches()) {
      return refused(WHOLE, "Name is invalid");
    }
    return others(wanted).anyMatch(one -> wanted.name().equals(one.name()))
        ? refused(WHOLE, "Name already exists, no duplicate allowed")
        : Optional.empty();
  }

  private Optional<UserProblem> taken(Subscription wanted) {
    Predicate<Subscription> same = wanted::sameAs;
    return others(wanted).anyMatch(same)
        ? refused(ADDRESS, "Address for this topic has already been taken")
        : Optional.empty();
  }

  private java.util.stream.Stream<Subscription> others(Subscription wanted) {
    return subscriptions.of(wanted.app()).stream().filter(one -> one.id() != wanted.id());
  }

  private static Optional<UserProblem> refused(List<String> field, String message) {
    return Optional.of(new UserProblem(field, message, null));
  }
}
