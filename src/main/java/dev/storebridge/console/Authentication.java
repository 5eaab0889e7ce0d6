package dev.storebridge.console;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets nobody into {@code /api} without a known bearer token. */
class Authentication {

  private static final String SCHEME = "bearer ";

  private final Tokens tokens;
  private final Caller caller;

  Authentication(Tokens tokens, Caller caller) {
    this.tokens = tokens;
    this.caller = caller;
  }

  @ServerRequestFilter(preMatching = true)
  Optional<Response> identify(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (!path.equals("/api") && !path.startsWith("/api/")) {
      return Optional.empty();
    }
    return known(request.getHeaderString(HttpHeaders.AUTHORIZATION))
        ? Optional.empty()
        : Optional.of(unknown());
  }

  private boolean known(String header) {
    return bearer(header).filter(this::identified).isPresent();
  }

  /** The token of an {@code Authorization} header, empty where it has none of our kind. */
  static Optional<String> bearer(String header) {
    return header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.empty()
        : Optional.of(header.substring(SCHEME.length()).strip());
  }

  private boolean identified(String token) {
    if (tokens.isOperators(token)) {
      caller.isOperator();
      return true;
    }
    Optional<String> tenant = tokens.tenantOf(token);
    tenant.ifPresent(caller::isTenant);
    return tenant.isPresent();
  }

  private static Response unknown() {
    return ApiProblem.of(
            401,
            "unauthorised",
            "The request carries no known token.",
            "Send Authorization: Bearer with the operator's token or one of your tenant file.")
        .response()
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }
}
