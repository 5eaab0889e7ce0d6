package dev.storebridge.console;

import dev.storebridge.platform.LinkedShops;
import dev.storebridge.sync.listing.ImportProgress;
import dev.storebridge.sync.listing.Imports;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.work.ConnectionStates;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Full imports of a catalogue. */
@Path("/api/connections/{connection}/import")
@Tag(name = "import")
@RunOnVirtualThread
public class ImportResource {

  private final Connections connections;
  private final Imports imports;
  private final LinkedShops shops;
  private final ConnectionStates states;

  ImportResource(
      Connections connections, Imports imports, LinkedShops shops, ConnectionStates states) {
    this.connections = connections;
    this.imports = imports;
    this.shops = shops;
    this.states = states;
  }

  /** How far an import is; total is null before the catalogue has been read. */
  @RegisterForReflection
  record Progress(
      Integer total, int done, int failed, boolean finished, Instant startedAt, Long etaSeconds) {

    static Progress of(ImportProgress progress) {
      OptionalLong eta = progress.etaSeconds();
      return new Progress(
          progress.total().isPresent() ? progress.total().getAsInt() : null,
          progress.done(),
          progress.failed(),
          progress.finished(),
          progress.startedAt(),
          eta.isPresent() ? eta.getAsLong() : null);
    }
  }

  @POST
  @Operation(summary = "Starts a full import; while one runs, answers that one")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = Progress.class)))
  public Response start(@PathParam("connection") String id) {
    ConnectionRules rules = connections.get(id);
    if (!rules.enabled()) {
      throw ApiProblem.of(
          409,
          "disabled",
          "The connection is switched off in its tenant file.",
          "Set enabled: true and try again.");
    }
    if (shops.of(id).isEmpty()) {
      throw ApiProblem.of(
          409,
          "not-connected",
          "The connection has no TikTok Shop yet.",
          "Open the link of POST /api/connections/" + id + "/connect-links and consent first.");
    }
    if (states.of(rules.storeId(), id).paused()) {
      throw ApiProblem.of(
          409,
          "paused",
          "The connection is paused.",
          "POST /api/connections/" + id + "/resume lets it go on, and imports by itself.");
    }
    return Response.accepted(Progress.of(imports.start(rules))).build();
  }

  @GET
  @Operation(summary = "How far the newest import is")
  public Progress progress(@PathParam("connection") String id) {
    return imports
        .progress(connections.get(id))
        .map(Progress::of)
        .orElseThrow(() -> ApiProblem.missing("import"));
  }
}
