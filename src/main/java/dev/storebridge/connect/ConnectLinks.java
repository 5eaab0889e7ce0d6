package dev.storebridge.connect;

import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.tenant.ConnectionRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** Links for the merchant's browser that lead to the platforms' consent pages. */
@ApplicationScoped
public class ConnectLinks {
  private final ConsentParties parties;
  private final Authorisers authorisers;
  private final LinkSigner signer;
  private final PublicUrl publicUrl;

  ConnectLinks(
      ConsentParties parties, Authorisers authorisers, LinkSigner signer, PublicUrl publicUrl) {
    this.parties = parties;
    this.authorisers = authorisers;
    this.signer = signer;
    this.publicUrl = publicUrl;
  }

  /**
   * The links of a connection, good for 10 minutes. They are secrets: whoever opens one may connect
   * an account of theirs.
   *
   * @param store empty when the store needs no consent or gets it another way
   */
  public record Links(URI tiktok, Optional<URI> store) {}

  /**
   * Makes the links of a connection; nothing is kept before one is opened.
   *
   * @throws ConnectRefusal when the connection is not known, or the service lacks an app for it
   */
  public Links of(String connectionId) {
    ConnectionRules rules = parties.connection(connectionId);
    requireConsentPage(parties.app(rules, Optional.empty()));
    boolean store = consents(parties.store(rules));
    return new Links(
        link(Side.TIKTOK, connectionId),
        store ? Optional.of(link(Side.STORE, connectionId)) : Optional.empty());
  }

  private URI link(Side side, String connectionId) {
    return publicUrl.start(signer.sign(side, connectionId));
  }

  private boolean consents(StoreAccount store) {
    return parties.storeApp(store).isPresent() && authorisers.find(store.platform()).isPresent();
  }

  private static void requireConsentPage(AppKeys app) {
    if (app.serviceId().isEmpty() && app.consentUrl().isEmpty()) {
      throw ConnectRefusal.conflict(
          "no-service-id",
          "The TikTok Shop app " + app.name() + " has no service id.",
          "The operator sets %s.%s.service-id, which Partner Center shows beside the authorisation link."
              .formatted(TikTokApps.PREFIX, app.name()));
    }
  }
}
