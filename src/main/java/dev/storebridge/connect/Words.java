package dev.storebridge.connect;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;

/** What a merchant reads when an account lets nobody in. */
final class Words {
  private Words() {}

  static PlatformException notConnected(AccountId account) {
    return reauthorise(
        account,
        "not-connected",
        "This account has not been connected yet.",
        "Open a connect link of the connection and consent.");
  }

  static PlatformException consentEnded(AccountId account) {
    return reauthorise(
        account,
        "consent-ended",
        "The platform does not accept our authorisation any more.",
        "Open a connect link of the connection and consent again; the connection then catches up by itself.");
  }

  static PlatformException secretRefused(AccountId account) {
    return reauthorise(
        account,
        "credential-refused",
        "The store refuses the credential of the tenant file.",
        "Make a new token or key in the store's administration and put it where auth points to.");
  }

  static PlatformException appGone(AccountId account) {
    return reauthorise(
        account,
        "no-app",
        "The app that this account was connected with is not configured any more.",
        "The operator configures the app again, or the merchant consents to another one.");
  }

  static PlatformException notNow(AccountId account, String code, String cause) {
    return PlatformException.of(
        Failure.RETRY_LATER,
        account,
        Explanation.of(code, cause, "", "Nothing: it is tried again by itself."));
  }

  static PlatformException sealed(AccountId account, RuntimeException cause) {
    return PlatformException.of(
            Failure.RETRY_LATER,
            account,
            Explanation.of(
                "token-unreadable",
                "The stored token cannot be read.",
                "",
                "The operator looks at %s and %s."
                    .formatted(EncryptionKeys.CURRENT, EncryptionKeys.PREVIOUS)))
        .causedBy(cause);
  }

  private static PlatformException reauthorise(
      AccountId account, String code, String cause, String fix) {
    return PlatformException.of(
        Failure.RE_AUTHORISE, account, Explanation.of(code, cause, "auth", fix));
  }
}
