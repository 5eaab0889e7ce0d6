package dev.storebridge.route;

import dev.storebridge.ops.CommandLine;
import io.quarkus.runtime.Quarkus;

/**
 * Starts the service; with arguments, runs one command and ends with its exit code. Named by the
 * configuration and not by an annotation: Camel starts its routes with the application by itself
 * only where no main class is annotated.
 */
public final class Main {

  private Main() {}

  public static void main(String... args) {
    if (args.length > 0) {
      System.exit(CommandLine.run(args));
    }
    Quarkus.run();
  }
}
