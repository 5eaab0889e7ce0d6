package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.webhook.Subscription;
import dev.storebridge.sandbox.shopify.webhook.Subscriptions;
import dev.storebridge.sandbox.shopify.webhook.Topic;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Webhook subscriptions: an app sees and changes its own alone. */
final class WebhookFields {

  private static final String TYPE = "WebhookSubscription";
  private static final String VERSION = "2026-10";

  private record Changed(Subscription subscription, List<UserProblem> problems) {}

  private record Deleted(String id, List<UserProblem> problems) {}

  private record Version() {}

  private final Subscriptions subscriptions;
  private final WebhookRules rules;
  private final Supplier<Instant> now;

  WebhookFields(Subscriptions subscriptions, boolean anywhere, Supplier<Instant> now) {
    this.subscriptions = subscriptions;
    this.rules = new WebhookRules(subscriptions, anywhere);
    this.now = now;
  }

  List<TypeFields<?>> types() {
    return List.of(
        subscription(),
        new TypeFields<>("ApiVersion", Version.class)
            .field("displayName", v -> VERSION)
            .field("handle", v -> VERSION)
            .field("supported", v -> true),
        new TypeFields<>("WebhookSubscriptionCreatePayload", Changed.class)
            .field("webhookSubscription", Changed::subscription)
            .field("userErrors", Changed::problems),
        new TypeFields<>("WebhookSubscriptionUpdatePayload", Changed.class)
            .field("webhookSubscription", Changed::subscription)
            .field("userErrors", Changed::problems),
        new TypeFields<>("WebhookSubscriptionDeletePayload", Deleted.class)
            .field("deletedWebhookSubscriptionId", Deleted::id)
            .field("userErrors", Deleted::problems));
  }

  private static TypeFields<Subscription> subscription() {
    return new TypeFields<>(TYPE, Subscription.class)
        .field("apiVersion", s -> new Version())
        .field("callbackUrl", Subscription::uri)
        .field("createdAt", Subscription::createdAt)
        .field("filter", Subscription::filter)
        .field("format", Subscription::format)
        .field("id", s -> Gid.of(TYPE, s.id()))
        .field("includeFields", Subscription::includeFields)
        .field("legacyResourceId", Subscription::id)
        .field("metafieldNamespaces", Subscription::metafieldNamespaces)
        .field("name", Subscription::name)
        .field("topic", s -> s.topic().name())
        .field("updatedAt", Subscription::updatedAt)
        .field("uri", Subscription::uri);
  }

  void addTo(TypeFields<Object> query, TypeFields<Object> mutation) {
    query
        .field("webhookSubscription", (root, env) -> find(env).orElse(null))
        .field("webhookSubscriptions", (root, env) -> list(env));
    mutation
        .field("webhookSubscriptionCreate", (root, env) -> create(env))
        .field("webhookSubscriptionUpdate", (root, env) -> update(env))
        .field("webhookSubscriptionDelete", (root, env) -> delete(env));
  }

  private Object list(DataFetchingEnvironment env) {
    List<String> topics = env.getArgument("topics");
    String uri = env.getArgument("uri");
    String format = env.getArgument("format");
    Sort<Subscription> sort = Sort.byId(Subscription::id).reversed(env.getArgument("reverse"));
    List<Subscription> rows =
        subscriptions.of(caller(env).app()).stream()
            .filter(s -> topics == null || topics.contains(s.topic().name()))
            .filter(s -> uri == null || uri.equals(s.uri()))
            .filter(s -> format == null || format.equals(s.format()))
            .sorted(sort.comparator())
            .toList();
    return Paging.page(env, rows, sort);
  }

  private Optional<Subscription> find(DataFetchingEnvironment env) {
    OptionalLong id = Gid.number(TYPE, env.getArgument("id"));
    return id.isEmpty()
        ? Optional.empty()
        : subscriptions.find(id.getAsLong()).filter(one -> one.app().equals(caller(env).app()));
  }

  private Changed create(DataFetchingEnvironment env) {
    Topic topic = Topic.valueOf(env.getArgument("topic"));
    Caller caller = caller(env);
    demand(caller, topic);
    Instant at = now.get();
    Subscription blank =
        new Subscription(
            subscriptions.nextId(),
            caller.app(),
            topic,
            null,
            "JSON",
            null,
            List.of(),
            List.of(),
            null,
            at,
            at,
            0);
    return changed(applied(blank, env));
  }

  private static void demand(Caller caller, Topic topic) {
    if (!topic.scopes().isEmpty() && !caller.mayAny(topic.scopes())) {
      String required = "`" + String.join("` or `", topic.scopes()) + "` access scope.";
      throw new ApiException(
          "Access denied for webhookSubscriptionCreate field. Required access: " + required,
          "ACCESS_DENIED",
          Map.of(
              "documentation",
              "https://shopify.dev/api/usage/access-scopes",
              "requiredAccess",
              required));
    }
  }

  private Changed update(DataFetchingEnvironment env) {
    return find(env)
        .map(known -> changed(applied(known, env)))
        .orElseGet(() -> new Changed(null, unknown()));
  }

  private Changed changed(Subscription wanted) {
    Optional<UserProblem> objection = rules.objection(wanted);
    if (objection.isPresent()) {
      return new Changed(null, List.of(objection.get()));
    }
    subscriptions.put(wanted);
    return new Changed(wanted, List.of());
  }

  private Deleted delete(DataFetchingEnvironment env) {
    Optional<Subscription> known = find(env);
    known.ifPresent(one -> subscriptions.remove(one.id()));
    return known.isPresent()
        ? new Deleted(env.getArgument("id"), List.of())
        : new Deleted(null, unknown());
  }

  private static List<UserProblem> unknown() {
    return List.of(new UserProblem(List.of("id"), "Webhook subscription does not exist", null));
  }

  private Subscription applied(Subscription before, DataFetchingEnvironment env) {
    Map<String, Object> input = env.getArgument("webhookSubscription");
    Object uri = input.getOrDefault("uri", input.getOrDefault("callbackUrl", before.uri()));
    return new Subscription(
        before.id(),
        before.app(),
        before.topic(),
        (String) uri,
        or(input, "format", before.format()),
        or(input, "filter", before.filter()),
        or(input, "includeFields", before.includeFields()),
        or(input, "metafieldNamespaces", before.metafieldNamespaces()),
        or(input, "name", before.name()),
        before.createdAt(),
        now.get(),
        before.failures());
  }

  @SuppressWarnings("unchecked")
  private static <T> T or(Map<String, Object> input, String name, T before) {
    Object given = input.get(name);
    return given == null ? before : (T) given;
  }

  private static Caller caller(DataFetchingEnvironment env) {
    return env.getGraphQlContext().get(Caller.class);
  }
}
