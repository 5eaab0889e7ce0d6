package dev.storebridge.console;

import dev.storebridge.ops.Books;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether anything was lost or ended in silence. */
@Path("/api/books")
@Tag(name = "books")
@RunOnVirtualThread
@RegisterForReflection(targets = {Books.Audit.class, Books.StoreBooks.class})
public class BooksResource {

  private final Caller caller;
  private final Books books;

  BooksResource(Caller caller, Books books) {
    this.caller = caller;
    this.books = books;
  }

  @GET
  @Operation(summary = "The operator's audit: 0 unsound means that nothing was lost")
  public Books.Audit audit() {
    if (!caller.operator()) {
      throw ApiProblem.missing("page for this token");
    }
    return books.audit();
  }
}
