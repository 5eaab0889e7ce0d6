package dev.storebridge.console;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** A refusal of the API as an RFC 9457 problem document. */
final class ApiProblem extends WebApplicationException {

  private static final long serialVersionUID = 1L;

  private final transient Document document;

  /**
   * The document.
   *
   * @param type stable name of the kind of problem, as a URN
   * @param title the same in words
   * @param detail what can be done
   */
  @RegisterForReflection
  record Document(String type, String title, int status, String detail) {}

  private ApiProblem(Document document) {
    super(document.title(), builder(document).build());
    this.document = document;
  }

  static ApiProblem of(int status, String code, String title, String detail) {
    return new ApiProblem(new Document("urn:storebridge:problem:" + code, title, status, detail));
  }

  /** What does not exist, or is not the caller's to see. */
  static ApiProblem missing(String what) {
    return of(404, "not-found", "There is no such " + what + ".", "Check the id and the token.");
  }

  Response.ResponseBuilder response() {
    return builder(document);
  }

  private static Response.ResponseBuilder builder(Document document) {
    return Response.status(document.status()).type("application/problem+json").entity(document);
  }
}
