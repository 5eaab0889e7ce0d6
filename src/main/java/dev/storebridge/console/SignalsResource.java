package dev.storebridge.console;

import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.work.Signal;
import dev.storebridge.work.Signals;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What platforms told us about a connection. */
@Path("/api/connections/{connection}/signals")
@Tag(name = "signals")
@RunOnVirtualThread
public class SignalsResource {

  private final Connections connections;
  private final Signals signals;

  SignalsResource(Connections connections, Signals signals) {
    this.connections = connections;
    this.signals = signals;
  }

  /**
   * What a replay did.
   *
   * @param marked false for a signal of a kind that marks nothing
   */
  @RegisterForReflection
  record Replayed(boolean marked) {}

  @GET
  @Operation(summary = "The signals that were received, newest first; bodies are not kept")
  public Page<SignalView> list(
      @PathParam("connection") String id,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @Schema(implementation = Integer.class) String limit) {
    ConnectionRules rules = connections.get(id);
    int size = Page.size(limit);
    List<Signal> read = signals.newest(rules.storeId(), rules.id(), Page.key(cursor), size + 1);
    return Page.of(read, size, Signal::id, SignalView::of);
  }

  @POST
  @Path("/{signal}/replay")
  @Operation(summary = "Marks what a signal is about again, as if it had come now")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = Replayed.class)))
  public Response replay(@PathParam("connection") String id, @PathParam("signal") String signalId) {
    ConnectionRules rules = connections.get(id);
    Signal signal =
        signals
            .signal(rules.storeId(), rules.id(), signalId)
            .orElseThrow(() -> ApiProblem.missing("signal"));
    return Response.accepted(new Replayed(signals.replay(signal))).build();
  }
}
