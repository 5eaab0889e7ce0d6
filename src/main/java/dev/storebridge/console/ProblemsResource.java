package dev.storebridge.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storebridge.connect.SubscriptionRounds;
import dev.storebridge.sync.listing.Retries;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What needs a person, and another try. */
@Path("/api/connections/{connection}/problems")
@Tag(name = "problems")
@RunOnVirtualThread
public class ProblemsResource {

  private final Connections connections;
  private final Problems problems;
  private final Retries retries;
  private final SubscriptionRounds subscriptions;
  private final ObjectMapper json;

  ProblemsResource(
      Connections connections,
      Problems problems,
      Retries retries,
      SubscriptionRounds subscriptions,
      ObjectMapper json) {
    this.subscriptions = subscriptions;
    this.json = json;
    this.connections = connections;
    this.problems = problems;
    this.retries = retries;
  }

  /** How many problems are tried again now. */
  @RegisterForReflection
  record Retried(int count) {}

  /** Which problems to try again; what is null takes any. */
  @RegisterForReflection
  record Filter(String kind, String ref, String code) {

    static final Filter ANY = new Filter(null, null, null);

    boolean takes(Problem problem) {
      return fits(kind, problem.kind().name().toLowerCase(Locale.ROOT))
          && fits(ref, ProblemView.ref(problem))
          && fits(code, problem.explanation().code());
    }

    private static boolean fits(String wanted, String present) {
      return wanted == null || wanted.equals(present);
    }
  }

  @GET
  @Operation(summary = "The open problems of a connection")
  public Page<ProblemView> list(
      @PathParam("connection") String id,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @Schema(implementation = Integer.class) String limit) {
    ConnectionRules rules = connections.get(id);
    int size = Page.size(limit);
    List<Problem> read = problems.list(rules.storeId(), rules.id(), Page.key(cursor), size + 1);
    return Page.of(read, size, Problem::id, ProblemView::of);
  }

  @POST
  @Path("/{problem}/retry")
  @Operation(summary = "Tries the thing that a problem is about again, now")
  public Response retry(
      @PathParam("connection") String id, @PathParam("problem") String problemId) {
    ConnectionRules rules = connections.get(id);
    Problem problem =
        problems
            .problem(rules.storeId(), rules.id(), problemId)
            .orElseThrow(() -> ApiProblem.missing("problem"));
    again(rules, List.of(problem));
    return Response.accepted(new Retried(1)).build();
  }

  @POST
  @Path("/retry")
  @Operation(summary = "Tries everything again that has a problem which the filter takes")
  @Consumes(MediaType.WILDCARD)
  @RequestBody(content = @Content(schema = @Schema(implementation = Filter.class)))
  public Response retryAll(@PathParam("connection") String id, String body)
      throws JsonProcessingException {
    ConnectionRules rules = connections.get(id);
    Filter wanted =
        body == null || body.isBlank() ? Filter.ANY : json.readValue(body, Filter.class);
    List<Problem> matching =
        problems.list(rules.storeId(), rules.id(), "", Integer.MAX_VALUE).stream()
            .filter(wanted::takes)
            .toList();
    again(rules, matching);
    return Response.accepted(new Retried(matching.size())).build();
  }

  private void again(ConnectionRules rules, List<Problem> matching) {
    retries.retry(rules, matching);
    if (matching.stream().anyMatch(problem -> problem.kind() == Problem.Kind.ACCOUNT)) {
      subscriptions.want(rules.storeId());
    }
  }
}
