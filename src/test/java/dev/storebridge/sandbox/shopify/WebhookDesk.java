package dev.storebridge.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.post.Receiver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Subscribes an app to what happens in a store, and looks after it.
 *
 * @param receiver where webhooks go
 */
record WebhookDesk(AdminClient client, Receiver receiver) {

  static final String CREATE =
      """
      mutation Make($topic: WebhookSubscriptionTopic!, $input: WebhookSubscriptionInput!) {
        webhookSubscriptionCreate(topic: $topic, webhookSubscription: $input) {
          webhookSubscription { id topic uri format filter includeFields name apiVersion { handle } createdAt }
          userErrors { field message }
        }
      }""";
  static final String LIST =
      """
      query List($topics: [WebhookSubscriptionTopic!]) {
        webhookSubscriptions(first: 100, topics: $topics) {
          nodes { id topic uri format filter includeFields name updatedAt }
          pageInfo { hasNextPage endCursor }
        }
      }""";
  private static final String UPDATE =
      """
      mutation Change($id: ID!, $input: WebhookSubscriptionInput!) {
        webhookSubscriptionUpdate(id: $id, webhookSubscription: $input) {
          webhookSubscription { id uri includeFields }
          userErrors { field message }
        }
      }""";
  private static final String DELETE =
      """
      mutation Drop($id: ID!) {
        webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { field message } }
      }""";

  JsonNode made(String topic, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.putIfAbsent("uri", receiver.url("/hook"));
    JsonNode answer =
        client
            .ask(CREATE, Map.of("topic", topic, "input", input))
            .at("/data/webhookSubscriptionCreate");
    assertThat(answer.path("userErrors")).isEmpty();
    return answer.path("webhookSubscription");
  }

  String refusal(Map<String, Object> input) {
    return client
        .ask(CREATE, Map.of("topic", "PRODUCTS_UPDATE", "input", input))
        .at("/data/webhookSubscriptionCreate/userErrors/0/message")
        .asText();
  }

  JsonNode change(String id, Map<String, Object> input) {
    return client
        .ask(UPDATE, Map.of("id", id, "input", input))
        .at("/data/webhookSubscriptionUpdate");
  }

  JsonNode drop(String id) {
    return client.ask(DELETE, Map.of("id", id)).at("/data/webhookSubscriptionDelete");
  }

  JsonNode list(String topic) {
    return client
        .ask(LIST, Map.of("topics", List.of(topic)))
        .at("/data/webhookSubscriptions/nodes");
  }
}
