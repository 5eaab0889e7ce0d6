package dev.storebridge.shopify;

import dev.storebridge.contract.OpenGuards;
import dev.storebridge.contract.TokenRing;
import dev.storebridge.contract.TroubleServer;
import dev.storebridge.contract.TroubleServer.Received;
import dev.storebridge.contract.TroubleServer.Reply;
import dev.storebridge.platform.Credentials.StoreAccess;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.resilience.HttpEgress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** An adapter in front of a server that answers each operation as the test says. */
final class StubbedShopify implements AutoCloseable {

  final TroubleServer server = TroubleServer.alone();
  final OpenGuards guards = new OpenGuards();
  final List<Duration> pauses = new ArrayList<>();
  final TokenRing tokens =
      new TokenRing(
          new StoreAccess.Token(new Secret("shpat_first")),
          new StoreAccess.Token(new Secret("shpat_second")));
  final ShopifyStorefront storefront =
      new ShopifyStorefront(
          Quarterly.of("2026-10"), new HttpEgress(true), guards, tokens, pauses::add);

  StubbedShopify() throws IOException {}

  StoreAccount store() {
    StoreAuth auth = new StoreAuth.PastedToken(new Secret("shpat_first"), new Secret("w"));
    return new StoreAccount(
        "main", "acme", Platform.SHOPIFY, server.uri(), auth, Limits.CHOSEN_BY_US);
  }

  /** Answers an operation with these data, one after the other, the last one for good. */
  void data(String operation, String... data) {
    replies(
        operation,
        List.of(data).stream()
            .map(json -> Reply.json(200, "{\"data\":" + json + "}"))
            .toArray(Reply[]::new));
  }

  void replies(String operation, Reply... replies) {
    Deque<Reply> left = new ArrayDeque<>(List.of(replies));
    server.answer(
        operation(operation),
        Integer.MAX_VALUE,
        request -> left.size() > 1 ? left.poll() : left.peek());
  }

  long asked(String operation) {
    return server.received().stream().filter(operation(operation)).count();
  }

  static Predicate<Received> operation(String name) {
    Pattern pattern = Pattern.compile("(query|mutation) " + name + "\\b");
    return request -> pattern.matcher(request.body()).find();
  }

  @Override
  public void close() {
    server.close();
  }
}
