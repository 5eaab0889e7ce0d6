package dev.storebridge.platform;

/** How one platform's webhooks are known to be genuine, and what they say. */
public interface Webhooks {

  Platform platform();

  /**
   * By whom it claims to be sent, read before anything is verified: the name by which the sender's
   * key is found; empty where the address or the key itself tells.
   */
  default String sender(WebhookRequest request) {
    return "";
  }

  /** True for a request that only tries the address: it is not signed and says nothing. */
  default boolean ping(WebhookRequest request) {
    return false;
  }

  /** Whether its bytes carry the signature of this key; compared in constant time. */
  boolean genuine(WebhookRequest request, WebhookKey key);

  /** What a genuine one says; what is not understood has the subject {@code OTHER}. */
  WebhookEvent read(WebhookRequest request);
}
