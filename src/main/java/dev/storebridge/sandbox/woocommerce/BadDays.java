package dev.storebridge.sandbox.woocommerce;

import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.http.Switches;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What hosts, plugins and networks do to requests and answers, as far as it is switched on. */
final class BadDays {

  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final byte[] WARNING =
      "<br />\n<b>Warning</b>:  Undefined array key \"price\" in <b>/srv/plugin.php</b> on line <b>7</b><br />\n"
          .getBytes(StandardCharsets.UTF_8);

  /** An answer and the fault that gave it. */
  record Struck(Fault fault, Reply reply) {}

  private final Switches<Fault> switches;

  BadDays(Switches<Fault> switches) {
    this.switches = switches;
  }

  /** The answer that comes instead of the shop's, with nothing done. */
  Optional<Struck> instead(String label, String path) {
    for (Fault fault : Fault.values()) {
      Reply reply = page(fault, path);
      if (reply != null && switches.strikes(fault, label)) {
        return Optional.of(new Struck(fault, reply));
      }
    }
    return Optional.empty();
  }

  private static Reply page(Fault fault, String path) {
    return switch (fault) {
      case CONNECTION_RESET -> Reply.closed();
      case SERVER_ERROR -> failure();
      case TOO_MANY_REQUESTS ->
          html(429, "Too Many Requests", "Slow down.").with("Retry-After", "1");
      case HTML_PAGE -> html(200, "Maintenance", "We will be back in a minute.");
      case MAINTENANCE ->
          html(503, "Maintenance", "Briefly unavailable for scheduled maintenance.")
              .with("Retry-After", "600");
      case REDIRECT -> html(301, "Moved", "").with("Location", "https://new-home.example" + path);
      case LOGIN_WALL -> html(200, "Log In", "<form><input type=\"password\"></form>");
      case FIREWALL -> html(403, "Attention Required!", "Sorry, you have been blocked.");
      default -> null;
    };
  }

  /** The shop's answer as it arrives. */
  Reply after(String label, Reply reply) {
    if (switches.strikes(Fault.DONE_BUT_SERVER_ERROR, label)) {
      return failure();
    }
    if (switches.strikes(Fault.DONE_BUT_RESET, label)) {
      return Reply.closed();
    }
    Reply spoilt = reply;
    if (switches.strikes(Fault.PHP_WARNING, label)) {
      spoilt = before(WARNING, spoilt).with("Content-Type", "text/html; charset=UTF-8");
    }
    if (switches.strikes(Fault.BYTE_ORDER_MARK, label)) {
      spoilt = before(MARK, spoilt);
    }
    spoilt = switches.strikes(Fault.TRUNCATED_BODY, label) ? spoilt.cut() : spoilt;
    return switches.strikes(Fault.SLOW, label) ? spoilt.after(switches.slowness()) : spoilt;
  }

  private static Reply before(byte[] start, Reply reply) {
    byte[] body = new byte[start.length + reply.body().length];
    System.arraycopy(start, 0, body, 0, start.length);
    System.arraycopy(reply.body(), 0, body, start.length, reply.body().length);
    return new Reply(reply.status(), reply.headers(), body, null, reply.delivery(), reply.delay());
  }

  private static Reply failure() {
    return html(500, "Error", "There has been a critical error on this website.");
  }

  private static Reply html(int status, String title, String text) {
    return Reply.html(
        status,
        "<!DOCTYPE html><html><head><title>%s</title></head><body><p>%s</p></body></html>"
            .formatted(title, text));
  }
}
