package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.resilience.Egress;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides once what a refusal of Shopify means, and says it in a merchant's words. Pure. */
final class ShopifyErrors {

  private static final Pattern SCOPE = Pattern.compile("\\b(?:read|write)_[a-z_]+\\b");
  private static final String WAIT = "Nothing to do: it is tried again by itself.";
  private static final String RECONNECT = "Connect the Shopify store again.";

  private ShopifyErrors() {}

  /** Throws unless the answer's status lets it hold an answer of the API. */
  static void checkStatus(AccountId account, Egress.Answer answer) {
    int status = answer.status();
    if (status != 200) {
      PlatformException fault = PlatformException.of(failure(status), account, explanation(status));
      throw retryAfter(answer).map(fault::retryAfter).orElse(fault);
    }
  }

  private static Failure failure(int status) {
    return switch (status) {
      case 401 -> Failure.REFRESH_TOKEN;
      case 402, 403, 404, 423 -> Failure.PAUSE_CONNECTION;
      case 429 -> Failure.SLOW_DOWN;
      case 408, 430 -> Failure.RETRY_LATER;
      default -> {
        if (status >= 500) {
          yield Failure.RETRY_LATER;
        }
        yield status >= 300 && status < 400 ? Failure.PAUSE_CONNECTION : Failure.CLIENT_BUG;
      }
    };
  }

  private static Explanation explanation(int status) {
    return switch (status) {
      case 401 -> say("401", "Shopify does not accept our access any more.", RECONNECT);
      case 402 ->
          say(
              "402",
              "Shopify has frozen the store because of an unpaid bill.",
              "Settle the bill in the Shopify admin, then resume the connection.");
      case 403 ->
          say(
              "403",
              "Shopify does not let us reach the store.",
              "Check in the Shopify admin that the store is open and the app installed.");
      case 404 ->
          say(
              "404",
              "Shopify knows no store at this address.",
              "Check the url of the store in the tenant file: https://<name>.myshopify.com.");
      case 423 ->
          say(
              "423",
              "Shopify has locked the store.",
              "Ask Shopify's support why, then resume the connection.");
      case 429, 430 -> say(status + "", "Shopify asks us to send less.", WAIT);
      default -> other(status);
    };
  }

  private static Explanation other(int status) {
    if (status >= 300 && status < 400) {
      return say(
          status + "",
          "The store answers at another address.",
          "Put the store's <name>.myshopify.com address into the tenant file.");
    }
    return status >= 500 || status == 408
        ? say(status + "", "Shopify could not answer.", WAIT)
        : say(status + "", "Shopify did not understand our request.", "Report it to us.");
  }

  private static Optional<Duration> retryAfter(Egress.Answer answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}(\\.\\d+)?"))
        .map(value -> Duration.ofMillis((long) Math.ceil(Double.parseDouble(value) * 1000)));
  }

  /**
   * True when a mutation may have taken effect although it was answered so: whatever came from a
   * machine that was not well. Being asked to send less is an answer of before.
   */
  static boolean mayHaveBeenDone(PlatformException fault) {
    return fault.failure() == Failure.RETRY_LATER && !fault.explanation().code().equals("430");
  }

  /** Throws when the answer reports any error, or holds no data. */
  static void checkAnswer(AccountId account, JsonNode answer) {
    JsonNode errors = answer.path("errors");
    if (errors.isTextual()) {
      throw refusal(account, errors.asText());
    }
    if (!errors.isEmpty()) {
      throw classify(account, errors.get(0), answer);
    }
    if (!answer.path("data").isObject()) {
      throw unreadable(account);
    }
  }

  /** Throws when a subscription was refused. */
  static void checkSubscription(AccountId account, JsonNode payload) {
    JsonNode error = payload.path("userErrors").path(0);
    if (error.isMissingNode()) {
      return;
    }
    String message = error.path("message").asText();
    if (message.contains("already been taken")) {
      throw fault(
          Failure.ADOPT_EXISTING, account, subscription("It is there already.", WAIT, message));
    }
    if (message.contains("does not exist")) {
      throw fault(
          Failure.REPLAN, account, subscription("The subscription is gone.", WAIT, message));
    }
    throw fault(
        Failure.MERCHANT_FIX,
        account,
        subscription(
            "Shopify does not take the address to which its webhooks are to go.",
            "The operator sets storebridge.public-url to a public https address.",
            message));
  }

  private static Explanation subscription(String cause, String fix, String message) {
    return new Explanation("subscription-refused", cause, "", fix, message);
  }

  private static PlatformException classify(AccountId account, JsonNode error, JsonNode answer) {
    String message = error.path("message").asText("");
    String code = error.path("extensions").path("code").asText("");
    return switch (code) {
      case "THROTTLED" ->
          fault(Failure.SLOW_DOWN, account, say(code, "Shopify asks us to send less.", WAIT))
              .retryAfter(refill(answer.path("extensions").path("cost")));
      case "ACCESS_DENIED" -> fault(Failure.RE_AUTHORISE, account, missingScope(error, message));
      case "INTERNAL_SERVER_ERROR", "TIMEOUT", "SERVICE_UNAVAILABLE" ->
          fault(
              Failure.RETRY_LATER,
              account,
              new Explanation(code, "Shopify had an internal error.", "", WAIT, message));
      case "SHOP_INACTIVE" ->
          fault(
              Failure.PAUSE_CONNECTION,
              account,
              say(code, "The store is not active.", "Reactivate it in the Shopify admin."));
      default -> refusal(account, code, message);
    };
  }

  private static PlatformException refusal(AccountId account, String message) {
    return refusal(account, "", message);
  }

  private static PlatformException refusal(AccountId account, String code, String message) {
    return fault(
        Failure.CLIENT_BUG,
        account,
        new Explanation(
            code.isEmpty() ? "graphql-error" : code,
            "Shopify did not understand our request.",
            "",
            "Report it to us.",
            message));
  }

  private static Explanation missingScope(JsonNode error, String message) {
    String wanted = error.path("extensions").path("requiredAccess").asText("") + " " + message;
    Matcher scope = SCOPE.matcher(wanted);
    String cause =
        scope.find()
            ? "The Shopify app lacks the access scope " + scope.group() + "."
            : "The Shopify app lacks an access scope or an approval.";
    return new Explanation(
        "ACCESS_DENIED", cause, "", "Grant it to the app, then connect the store again.", message);
  }

  /** How long until the bucket holds what the refused query costs, in whole seconds. */
  private static Duration refill(JsonNode cost) {
    JsonNode bucket = cost.path("throttleStatus");
    double missing =
        cost.path("requestedQueryCost").asDouble() - bucket.path("currentlyAvailable").asDouble();
    double rate = Math.max(1, bucket.path("restoreRate").asDouble());
    return Duration.ofSeconds(Math.max(1, (long) Math.ceil(missing / rate)));
  }

  static PlatformException unreadable(AccountId account) {
    return fault(
        Failure.RETRY_LATER,
        account,
        say("unreadable-answer", "Shopify's answer was cut off or was not the API's.", WAIT));
  }

  static PlatformException noProgress(AccountId account) {
    return fault(
        Failure.RETRY_LATER,
        account,
        say("repeated-page", "Shopify sent the same page of a list again.", WAIT));
  }

  static PlatformException cutOffExport(AccountId account) {
    return fault(
        Failure.RETRY_LATER,
        account,
        say("cut-off-export", "Shopify's export of the catalogue was incomplete.", WAIT));
  }

  static PlatformException noSpool(AccountId account) {
    return fault(
        Failure.RETRY_LATER,
        account,
        say("no-spool", "The export of the catalogue could not be kept on our disk.", WAIT));
  }

  static PlatformException needsConsent(AccountId account) {
    return fault(
        Failure.RE_AUTHORISE,
        account,
        say("unauthorised", "There is no valid access to the Shopify store.", RECONNECT));
  }

  /**
   * @param code what Shopify called it, may be empty
   */
  static PlatformException badConsent(AccountId account, String code, String cause) {
    return fault(
        Failure.RE_AUTHORISE,
        account,
        say(code.isEmpty() ? "consent-refused" : code, cause, RECONNECT));
  }

  /** A fresh token was refused too. */
  static PlatformException needsConsent(PlatformException refused) {
    return fault(Failure.RE_AUTHORISE, refused.account(), refused.explanation())
        .request(refused.requestId());
  }

  private static PlatformException fault(
      Failure failure, AccountId account, Explanation explanation) {
    return PlatformException.of(failure, account, explanation);
  }

  private static Explanation say(String code, String cause, String fix) {
    return Explanation.of(code, cause, "", fix);
  }
}
