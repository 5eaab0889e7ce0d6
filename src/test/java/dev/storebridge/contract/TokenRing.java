package dev.storebridge.contract;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hands out one token after the other: a refused one makes way for the next. */
public final class TokenRing implements Credentials {

  private final Deque<StoreAccess> tokens;
  private final List<Secret> refused = new CopyOnWriteArrayList<>();

  public TokenRing(StoreAccess... tokens) {
    this.tokens = new ArrayDeque<>(List.of(tokens));
  }

  @Override
  public synchronized StoreAccess store(StoreAccount store) {
    if (tokens.isEmpty()) {
      throw none(store.account());
    }
    return tokens.peek();
  }

  @Override
  public ShopAccess shop(ShopAccount shop) {
    throw none(shop.account());
  }

  @Override
  public synchronized void refused(AccountId account, Secret token) {
    refused.add(token);
    tokens.poll();
    if (tokens.isEmpty()) {
      throw none(account);
    }
  }

  public List<Secret> refused() {
    return refused;
  }

  private static PlatformException none(AccountId account) {
    return PlatformException.of(
        Failure.RE_AUTHORISE,
        account,
        Explanation.of("no-grant", "There is no grant.", "", "Connect the store again."));
  }
}
