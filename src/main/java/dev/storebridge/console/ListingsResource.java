package dev.storebridge.console;

import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Products on their way to the shop, and there. */
@Path("/api/connections/{connection}/listings")
@Tag(name = "listings")
@RunOnVirtualThread
public class ListingsResource {

  private final Connections connections;
  private final Listings listings;
  private final Problems problems;

  ListingsResource(Connections connections, Listings listings, Problems problems) {
    this.connections = connections;
    this.listings = listings;
    this.problems = problems;
  }

  @GET
  @Operation(summary = "The listings of a connection, all or those in one state")
  public Page<ListingView> list(
      @PathParam("connection") String id,
      @QueryParam("state") String state,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @Schema(implementation = Integer.class) String limit) {
    ConnectionRules rules = connections.get(id);
    int size = Page.size(limit);
    check(state);
    List<ListingRecord> read =
        listings.page(
            rules.storeId(), rules.id(), Page.key(cursor), Optional.ofNullable(state), size + 1);
    Map<String, Problem> open = problemsOf(rules, read);
    return Page.of(
        read,
        size,
        record -> record.key().productId(),
        record -> ListingView.of(record, Optional.ofNullable(open.get(record.key().productId()))));
  }

  private static void check(String state) {
    if (state != null && !ListingRecord.STATES.contains(state)) {
      throw ApiProblem.of(
          400,
          "bad-state",
          "There is no listing state " + state + ".",
          "Use one of " + String.join(", ", ListingRecord.STATES) + ".");
    }
  }

  @GET
  @Path("/{product}")
  @Operation(summary = "The listing of one product")
  public ListingView get(
      @PathParam("connection") String id, @PathParam("product") String productId) {
    ConnectionRules rules = connections.get(id);
    ListingRecord record =
        listings
            .of(new ListingRecord.Key(rules.storeId(), rules.id(), productId))
            .orElseThrow(() -> ApiProblem.missing("listing"));
    return ListingView.of(
        record, Optional.ofNullable(problemsOf(rules, List.of(record)).get(productId)));
  }

  private Map<String, Problem> problemsOf(ConnectionRules rules, List<ListingRecord> read) {
    List<String> ids = read.stream().map(record -> record.key().productId()).toList();
    return problems.of(rules.storeId(), rules.id(), Problem.Kind.LISTING, ids).stream()
        .collect(Collectors.toMap(Problem::ref, problem -> problem, (first, second) -> first));
  }
}
