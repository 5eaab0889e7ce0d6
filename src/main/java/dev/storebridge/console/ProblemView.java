package dev.storebridge.console;

import dev.storebridge.work.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;

/** A problem as the API shows it. */
@RegisterForReflection
record ProblemView(
    String id,
    String kind,
    String ref,
    String code,
    String cause,
    String field,
    String fix,
    String message,
    Instant since,
    int tries,
    Instant nextTryAt) {

  static ProblemView of(Problem problem) {
    return new ProblemView(
        problem.id(),
        problem.kind().name().toLowerCase(Locale.ROOT),
        ref(problem),
        problem.explanation().code(),
        problem.explanation().cause(),
        absent(problem.explanation().field()),
        problem.explanation().fix(),
        absent(problem.explanation().message()),
        problem.since(),
        problem.tries(),
        problem.nextTryAt().orElse(null));
  }

  /** What belongs to an account is told apart in the books alone. */
  static String ref(Problem problem) {
    return problem.kind() == Problem.Kind.ACCOUNT ? "account" : problem.ref();
  }

  private static String absent(String text) {
    return text.isEmpty() ? null : text;
  }
}
