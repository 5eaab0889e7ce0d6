package dev.storebridge.connect;

import dev.storebridge.platform.Account;
import java.util.List;

/**
 * An account that is to tell us of its changes.
 *
 * @param storeId the owner of its rows
 * @param connections whose merchants read of its problems
 */
record Watched(String storeId, Account account, List<String> connections) {

  SubscriptionBook.Key key() {
    return new SubscriptionBook.Key(storeId, account.account());
  }
}
