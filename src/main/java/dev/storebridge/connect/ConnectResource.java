package dev.storebridge.connect;

import dev.storebridge.platform.Explanation;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/** Where browsers come by on their way to a platform's consent page and back. */
@Path("/connect")
@RunOnVirtualThread
public class ConnectResource {
  private static final Logger LOG = Logger.getLogger(ConnectResource.class);

  private final ConsentPages pages;
  private final ConsentAnswers answers;
  private final HandedKeys keys;
  private final PublicUrl publicUrl;

  ConnectResource(
      ConsentPages pages, ConsentAnswers answers, HandedKeys keys, PublicUrl publicUrl) {
    this.pages = pages;
    this.answers = answers;
    this.keys = keys;
    this.publicUrl = publicUrl;
  }

  @GET
  @Path("/start/{token}")
  @Operation(summary = "Opens a connect link: 303 to the platform's consent page")
  public Response start(@PathParam("token") String token) {
    return worded(
        () -> {
          ConsentPages.Redirect redirect = pages.open(token);
          ConsentStates.Opened consent = redirect.consent();
          return to(redirect.page())
              .cookie(cookie(consent.cookieName(), consent.cookieValue(), consent.seconds()));
        });
  }

  @GET
  @Path("/tiktok/callback")
  @Operation(summary = "End of a consent at TikTok Shop: 303 to the connection, 4xx with words")
  public Response tiktok(@Context UriInfo uri, @Context HttpHeaders headers) {
    Map<String, String> query = query(uri);
    return worded(
        () -> {
          Optional<String> connection = answers.tiktok(query, cookies(headers));
          return connection
              .map(id -> done(id, query.get("state")))
              .orElseGet(ConnectResource::unclaimed);
        });
  }

  @GET
  @Path("/shopify/callback")
  @Operation(summary = "End of a consent at Shopify: 303 to the connection, 4xx with words")
  public Response shopify(@Context UriInfo uri, @Context HttpHeaders headers) {
    Map<String, String> query = query(uri);
    return worded(() -> done(answers.store(query, cookies(headers)), query.get("state")));
  }

  @POST
  @Path("/woocommerce/callback")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "A WooCommerce shop hands its key over: 200, 4xx with words")
  public Response woocommerce(String body) {
    return worded(
        () -> {
          keys.arrived(body);
          return Response.ok();
        });
  }

  @GET
  @Path("/woocommerce/return")
  @Operation(summary = "End of a key hand-over: 303 to the connection, 4xx with words")
  public Response back(@Context UriInfo uri, @Context HttpHeaders headers) {
    Map<String, String> query = query(uri);
    return worded(() -> done(keys.returned(query, cookies(headers)), query.get("user_id")));
  }

  private Response.ResponseBuilder done(String connectionId, String state) {
    String used = ConsentStates.cookieOf(state == null ? "" : state);
    return to(publicUrl.console(connectionId)).cookie(cookie(used, "", 0));
  }

  private static Response.ResponseBuilder unclaimed() {
    return page(
        202,
        Pages.words(
            "Thank you",
            "Your consent has arrived and is kept.",
            "It came without saying which connection it is for: the operator of this service assigns it."));
  }

  /**
   * Whatever happens ends in a page of ours: the framework's own answer to a fault would log the
   * address, and with it code and state.
   */
  private static Response worded(Supplier<Response.ResponseBuilder> work) {
    return answer(work)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  private static Response.ResponseBuilder answer(Supplier<Response.ResponseBuilder> work) {
    try {
      return work.get();
    } catch (ConnectRefusal refusal) {
      Explanation words = refusal.explanation();
      return page(refusal.status(), Pages.words("Not connected", words.cause(), words.fix()));
    } catch (RuntimeException fault) {
      LOG.error("A consent could not be carried out", fault);
      return page(
          503,
          Pages.words(
              "Not connected",
              "Something went wrong on our side.",
              "Try again in a minute with a new connect link."));
    }
  }

  private static Response.ResponseBuilder page(int status, TemplateInstance page) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .entity(page.render());
  }

  private static Response.ResponseBuilder to(URI place) {
    return Response.seeOther(place);
  }

  private NewCookie cookie(String name, String value, int seconds) {
    return new NewCookie.Builder(name)
        .value(value)
        .path(publicUrl.cookiePath())
        .maxAge(seconds)
        .httpOnly(true)
        .secure(publicUrl.secure())
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  private static Map<String, String> query(UriInfo uri) {
    return uri.getQueryParameters().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
  }

  private static Map<String, String> cookies(HttpHeaders headers) {
    return headers.getCookies().values().stream()
        .collect(Collectors.toMap(Cookie::getName, Cookie::getValue, (first, second) -> first));
  }

  /** The pages that say why, in words. */
  @CheckedTemplate(basePath = "connect")
  static final class Pages {
    private Pages() {}

    static native TemplateInstance words(String title, String cause, String fix);
  }
}
