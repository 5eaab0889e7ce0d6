package dev.storebridge.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The console at the address of a connection: the same page, which reads the address itself. */
@Path("/connections/{connection}")
@RunOnVirtualThread
public class ConsolePage {

  private static final String PAGE = "META-INF/resources/index.html";

  /**
   * @throws IOException when the page is not in the package
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response page() throws IOException {
    try (InputStream page =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(PAGE)) {
      if (page == null) {
        throw new IOException(PAGE + " is missing");
      }
      return Response.ok(page.readAllBytes()).build();
    }
  }
}
