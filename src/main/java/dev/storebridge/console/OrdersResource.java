package dev.storebridge.console;

import dev.storebridge.mapping.OrderLink;
import dev.storebridge.mapping.OrderLinks;
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

/** Orders of the shop on their way to the store, and there. */
@Path("/api/connections/{connection}/orders")
@Tag(name = "orders")
@RunOnVirtualThread
public class OrdersResource {

  private final Connections connections;
  private final OrderLinks orders;
  private final Problems problems;

  OrdersResource(Connections connections, OrderLinks orders, Problems problems) {
    this.connections = connections;
    this.orders = orders;
    this.problems = problems;
  }

  @GET
  @Operation(summary = "The orders of a connection's shop, the latest first")
  public Page<OrderView> list(
      @PathParam("connection") String id,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @Schema(implementation = Integer.class) String limit) {
    ConnectionRules rules = connections.get(id);
    int size = Page.size(limit);
    Optional<OrderLink.Key> after =
        Optional.of(Page.key(cursor)).filter(key -> !key.isEmpty()).map(key -> key(rules, key));
    List<OrderLink> read = orders.page(rules.storeId(), rules.id(), after, size + 1);
    Map<String, Problem> open = problemsOf(rules, read);
    return Page.of(
        read,
        size,
        order -> order.key().orderId(),
        order -> OrderView.of(order, Optional.ofNullable(open.get(order.key().orderId()))));
  }

  @GET
  @Path("/{order}")
  @Operation(summary = "One order of the shop")
  public OrderView get(@PathParam("connection") String id, @PathParam("order") String orderId) {
    ConnectionRules rules = connections.get(id);
    OrderLink order = orders.of(key(rules, orderId)).orElseThrow(() -> ApiProblem.missing("order"));
    return OrderView.of(order, Optional.ofNullable(problemsOf(rules, List.of(order)).get(orderId)));
  }

  private static OrderLink.Key key(ConnectionRules rules, String orderId) {
    return new OrderLink.Key(rules.storeId(), rules.id(), orderId);
  }

  private Map<String, Problem> problemsOf(ConnectionRules rules, List<OrderLink> read) {
    List<String> ids = read.stream().map(order -> order.key().orderId()).toList();
    return problems.of(rules.storeId(), rules.id(), Problem.Kind.ORDER, ids).stream()
        .collect(Collectors.toMap(Problem::ref, problem -> problem, (first, second) -> first));
  }
}
