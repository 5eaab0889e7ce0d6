package dev.storebridge.console;

import dev.storebridge.connect.Grants;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Consents that came without saying for which connection: the operator assigns them. */
@Path("/api/grants")
@Tag(name = "grants")
@RunOnVirtualThread
public class GrantsResource {

  private final Grants grants;
  private final Connections connections;
  private final ConnectionViews views;
  private final Caller caller;

  GrantsResource(Grants grants, Connections connections, ConnectionViews views, Caller caller) {
    this.grants = grants;
    this.connections = connections;
    this.views = views;
    this.caller = caller;
  }

  /** Which connection a grant is for. */
  @RegisterForReflection
  record Claim(String connection) {}

  @GET
  @Path("/unclaimed")
  @Operation(summary = "Grants without an owner; the operator's alone")
  public Page<Grants.Unclaimed> unclaimed() {
    List<Grants.Unclaimed> waiting = caller.operator() ? grants.unclaimed() : List.of();
    return new Page<>(waiting, null);
  }

  @POST
  @Path("/{grant}/claim")
  @Operation(summary = "Gives an unclaimed grant to a connection; the operator's alone")
  public ConnectionView claim(@PathParam("grant") String grantId, Claim claim) {
    if (!caller.operator()) {
      throw ApiProblem.missing("grant");
    }
    if (claim == null || claim.connection() == null) {
      throw ApiProblem.of(
          400,
          "no-connection",
          "The body names no connection.",
          "Send {\"connection\": \"its id\"}.");
    }
    var rules = connections.get(claim.connection());
    grants.claim(grantId, rules.id());
    return views.of(rules);
  }
}
