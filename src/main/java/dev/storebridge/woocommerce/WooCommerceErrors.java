package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.resilience.Egress;
import java.net.URI;
import java.util.Set;

/**
 * Decides once what a refusal of a WooCommerce site means, and says it in a merchant's words. It
 * decides by status and code: the site's messages come in its own language. Pure.
 */
final class WooCommerceErrors {

  /** The code of an answer that a site without the route gives. */
  static final String NO_ROUTE = "rest_no_route";

  /** The code of a refusal of the key itself, as opposed to one that saw no key. */
  static final String BAD_KEY = "woocommerce_rest_authentication_error";

  /** The code of a refund that is not possible; its status is that of a fault of the site. */
  private static final String NO_REFUND = "woocommerce_rest_cannot_create_order_refund";

  /** The code of "there is nothing", said by something else than the API. */
  static final String NOTHING_THERE = "404";

  private static final String WAIT = "Nothing to do: it is tried again by itself.";
  private static final String NEW_KEY =
      "Connect the store again, or make a new REST key with read and write permission, of a user who"
          + " may manage WooCommerce.";
  private static final Set<Integer> BLOCKED = Set.of(403, 406);

  private WooCommerceErrors() {}

  /** Throws unless the answer's status lets it hold what was asked for. */
  static void checkStatus(AccountId account, URI asked, Egress.Answer answer) {
    int status = answer.status();
    if (status == 200 || status == 201) {
      return;
    }
    JsonNode refusal = Answers.refusal(answer);
    String code = Json.text(refusal, "code");
    PlatformException fault =
        code.isEmpty() ? ofSite(account, asked, answer) : ofApi(account, status, refusal);
    throw Answers.retryAfter(answer).map(fault::retryAfter).orElse(fault);
  }

  /** WordPress or WooCommerce said no, in their own form. */
  private static PlatformException ofApi(AccountId account, int status, JsonNode refusal) {
    String code = Json.text(refusal, "code");
    String message = Answers.shortened(Json.text(refusal, "message"));
    return switch (status) {
      case 401 ->
          fault(
              Failure.REFRESH_TOKEN,
              account,
              code,
              "The shop does not accept the REST key.",
              NEW_KEY,
              message);
      case 403 ->
          fault(
              code.startsWith("woocommerce_") ? Failure.RE_AUTHORISE : Failure.PAUSE_CONNECTION,
              account,
              code,
              "The site does not let the REST key see the shop.",
              "Give the key's user the role of a shop manager; if a security plugin guards the REST"
                  + " API, let this service through.",
              message);
      case 404 -> missing(account, code, message);
      case 429 ->
          fault(Failure.SLOW_DOWN, account, code, "The site asks us to send less.", WAIT, message);
      case 500 ->
          code.equals(NO_REFUND) ? noRefund(account, message) : broken(account, code, message);
      default -> status >= 500 ? broken(account, code, message) : bug(account, code, message);
    };
  }

  private static PlatformException noRefund(AccountId account, String message) {
    return fault(
        Failure.MERCHANT_FIX,
        account,
        NO_REFUND,
        "TikTok Shop gave money back, and the shop does not take the refund: " + message,
        "Write the refund into the order by hand.",
        message);
  }

  private static PlatformException missing(AccountId account, String code, String message) {
    return code.equals(NO_ROUTE)
        ? fault(
            Failure.PAUSE_CONNECTION,
            account,
            code,
            "The site answers, but WooCommerce does not.",
            "Activate the WooCommerce plugin, version 3.5 or later, on this site.",
            message)
        : fault(
            Failure.REPLAN, account, code, "The shop does not have it any more.", WAIT, message);
  }

  private static PlatformException broken(AccountId account, String code, String message) {
    return fault(
        Failure.RETRY_LATER,
        account,
        code,
        "The site has an error of its own.",
        "It is tried again by itself. If it stays, the site's PHP error log says why.",
        message);
  }

  private static PlatformException bug(AccountId account, String code, String message) {
    return fault(
        Failure.CLIENT_BUG,
        account,
        code,
        "The shop did not understand our request.",
        "Report it to us.",
        message);
  }

  /** Something else answered: the web server, a firewall, a cache, a maintenance page. */
  private static PlatformException ofSite(AccountId account, URI asked, Egress.Answer answer) {
    int status = answer.status();
    String shown = Answers.snippet(answer.body());
    if (status >= 300 && status < 400) {
      return moved(account, asked, answer);
    }
    if (BLOCKED.contains(status)) {
      return pause(
          account,
          status,
          "A firewall or security plugin of the site keeps us out.",
          "Let requests to /wp-json/ through that carry the site's REST key, or ask the host to.",
          shown);
    }
    return switch (status) {
      case 401 ->
          pause(
              account,
              status,
              "The site asks for a password before the shop is reached.",
              "Take the password off /wp-json/, or name the public site in the tenant file.",
              shown);
      case 404, 410 ->
          pause(
              account,
              404,
              "There is no WordPress API at this address.",
              "Check the url of the store in the tenant file: the site's address, with its folder if"
                  + " it has one.",
              shown);
      case 429 ->
          fault(Failure.SLOW_DOWN, account, "429", "The site asks us to send less.", WAIT, shown);
      default ->
          status >= 500 || status == 408
              ? away(account, status, shown)
              : bug(account, Integer.toString(status), shown);
    };
  }

  private static PlatformException away(AccountId account, int status, String shown) {
    return fault(
        Failure.RETRY_LATER,
        account,
        Integer.toString(status),
        status == 503
            ? "The site is in maintenance or has too much to do."
            : "The site could not answer.",
        WAIT,
        shown);
  }

  private static PlatformException moved(AccountId account, URI asked, Egress.Answer answer) {
    String target = answer.headers().firstValue("Location").map(Answers::host).orElse("");
    return pause(
        account,
        answer.status(),
        target.isEmpty()
            ? "The site answers at another address."
            : "The site sends us from " + asked.getHost() + " to " + target + ".",
        "Put the address that the site's settings name (Site Address) into the tenant file.",
        "");
  }

  private static PlatformException pause(
      AccountId account, int status, String cause, String fix, String shown) {
    return fault(Failure.PAUSE_CONNECTION, account, Integer.toString(status), cause, fix, shown);
  }

  /** A status of success with something else than the API's answer. */
  static PlatformException unreadable(AccountId account, byte[] body) {
    if (Answers.isPhpOutput(body)) {
      return unreadable(
          account,
          body,
          "php-output",
          "The site prints PHP messages into its answers.",
          "Switch display_errors off on the site, and repair the plugin that the message names.");
    }
    if (Answers.isLogin(body)) {
      return unreadable(
          account,
          body,
          "login-wall",
          "The site shows a log-in page instead of the API's answer.",
          "Exempt /wp-json/ from the plugin that keeps strangers out (a \"coming soon\" or \"private"
              + " site\" mode), or open the site.");
    }
    return unreadable(
        account,
        body,
        "unreadable-answer",
        "The site's answer was cut off, or it was a page instead of the API's answer.",
        "It is tried again by itself. If it stays, take the site out of maintenance and exempt"
            + " /wp-json/ from caches and log-in walls.");
  }

  private static PlatformException unreadable(
      AccountId account, byte[] body, String code, String cause, String fix) {
    return fault(Failure.RETRY_LATER, account, code, cause, fix, Answers.snippet(body));
  }

  static PlatformException noProgress(AccountId account) {
    return fault(
        Failure.RETRY_LATER,
        account,
        "repeated-page",
        "The site sent the same page of a list again.",
        "It is tried again by itself. If it stays, exempt /wp-json/ from the site's cache.",
        "");
  }

  static PlatformException notInstalled(AccountId account) {
    return missing(account, NO_ROUTE, "");
  }

  static PlatformException noCurrency(AccountId account) {
    return fault(
        Failure.PAUSE_CONNECTION,
        account,
        "no-currency",
        "The shop's settings name no currency.",
        "Choose one in WooCommerce > Settings > General.",
        "");
  }

  static PlatformException needsConsent(AccountId account) {
    return fault(
        Failure.RE_AUTHORISE,
        account,
        "unauthorised",
        "There is no valid REST key of the shop.",
        NEW_KEY,
        "");
  }

  /**
   * @param code what went wrong with the hand-over
   */
  static PlatformException badConsent(AccountId account, String code, String cause) {
    return fault(Failure.RE_AUTHORISE, account, code, cause, NEW_KEY, "");
  }

  /** A write was refused with a key that reads are let in with. */
  static PlatformException mayNotWrite(PlatformException refused) {
    return fault(
        Failure.RE_AUTHORISE,
        refused.account(),
        "read-only-key",
        "The REST key may only read.",
        NEW_KEY,
        refused.explanation().message());
  }

  /** A fresh key was refused too. */
  static PlatformException needsConsent(PlatformException refused) {
    return PlatformException.of(Failure.RE_AUTHORISE, refused.account(), refused.explanation());
  }

  private static PlatformException fault(
      Failure failure, AccountId account, String code, String cause, String fix, String message) {
    return PlatformException.of(failure, account, new Explanation(code, cause, "", fix, message));
  }
}
