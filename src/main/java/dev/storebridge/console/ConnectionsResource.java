package dev.storebridge.console;

import dev.storebridge.connect.ConnectLinks;
import dev.storebridge.sync.listing.Pauses;
import dev.storebridge.tenant.ConnectionRules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stores linked with shops. */
@Path("/api/connections")
@Tag(name = "connections")
@RunOnVirtualThread
public class ConnectionsResource {

  private final Connections connections;
  private final ConnectionViews views;
  private final ConnectLinks links;
  private final Pauses pauses;

  ConnectionsResource(
      Connections connections, ConnectionViews views, ConnectLinks links, Pauses pauses) {
    this.connections = connections;
    this.views = views;
    this.links = links;
    this.pauses = pauses;
  }

  /** Links that a browser may open within ten minutes; null where no consent is needed. */
  record Links(String tiktok, String store) {}

  @GET
  @Operation(summary = "The connections that the token may see")
  public Page<ConnectionView> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @Schema(implementation = Integer.class) String limit) {
    int size = Page.size(limit);
    String after = Page.key(cursor);
    List<ConnectionRules> rest =
        connections.all().stream().filter(rules -> rules.id().compareTo(after) > 0).toList();
    return Page.of(
        rest.subList(0, Math.min(rest.size(), size + 1)), size, ConnectionRules::id, views::of);
  }

  @GET
  @Path("/{connection}")
  @Operation(summary = "One connection with the state of both accounts and its counts")
  public ConnectionView get(@PathParam("connection") String id) {
    return views.of(connections.get(id));
  }

  @POST
  @Path("/{connection}/pause")
  @Operation(summary = "Sends nothing to the shop until it is resumed; what changes is not lost")
  public ConnectionView pause(@PathParam("connection") String id) {
    ConnectionRules rules = connections.get(id);
    pauses.pause(rules);
    return views.of(rules);
  }

  @POST
  @Path("/{connection}/resume")
  @Operation(summary = "Lets changes flow again and catches up with those of the meantime")
  public ConnectionView resume(@PathParam("connection") String id) {
    ConnectionRules rules = connections.get(id);
    pauses.resume(rules);
    return views.of(rules);
  }

  @POST
  @Path("/{connection}/connect-links")
  @Operation(summary = "Signed links to the platforms' consent pages, good for ten minutes")
  public Links connectLinks(@PathParam("connection") String id) {
    ConnectLinks.Links made = links.of(connections.get(id).id());
    return new Links(made.tiktok().toString(), made.store().map(Object::toString).orElse(null));
  }
}
