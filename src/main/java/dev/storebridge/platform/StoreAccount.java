package dev.storebridge.platform;

import java.net.URI;

/**
 * A merchant's own store: the owner of marks, stock and connections.
 *
 * @param id unique in the service
 * @param url base to which the platform's API paths are appended, without a trailing slash
 */
public record StoreAccount(
    String id, String tenant, Platform platform, URI url, StoreAuth auth, Limits limits)
    implements Account {

  @Override
  public AccountId account() {
    return new AccountId(platform, id);
  }
}
