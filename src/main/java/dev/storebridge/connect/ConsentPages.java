package dev.storebridge.connect;

import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Authoriser;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.tenant.ConnectionRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** From an opened connect link to the platform's consent page. */
@ApplicationScoped
class ConsentPages {
  private final ConsentParties parties;
  private final LinkSigner signer;
  private final ConsentStates states;
  private final Authorisers authorisers;
  private final PublicUrl publicUrl;

  ConsentPages(
      ConsentParties parties,
      LinkSigner signer,
      ConsentStates states,
      Authorisers authorisers,
      PublicUrl publicUrl) {
    this.parties = parties;
    this.signer = signer;
    this.states = states;
    this.authorisers = authorisers;
    this.publicUrl = publicUrl;
  }

  /** The consent page and what ties it to the browser. */
  record Redirect(URI page, ConsentStates.Opened consent) {}

  /**
   * @throws ConnectRefusal when the link is not valid any more, or never was
   */
  Redirect open(String token) {
    LinkSigner.Target target = signer.verify(token);
    ConnectionRules rules = parties.connection(target.connectionId());
    Optional<StoreAccount> store =
        target.side() == Side.STORE ? Optional.of(parties.store(rules)) : Optional.empty();
    AppKeys app = parties.app(rules, store);
    ConsentStates.Opened opened = states.open(target.side(), rules.storeId(), rules.id());
    Platform platform = store.map(StoreAccount::platform).orElse(Platform.TIKTOK_SHOP);
    String region = store.isPresent() ? "" : rules.shop().region();
    URI page =
        authorisers
            .of(platform)
            .consentPage(
                new Authoriser.Request(
                    app, region, opened.state(), publicUrl.callback(platform), store));
    return new Redirect(page, opened);
  }
}
