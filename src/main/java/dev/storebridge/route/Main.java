package dev.storebridge.route;

import dev.storebridge.ops.CommandLine;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.apache.camel.quarkus.main.CamelMainApplication;

/** Starts the service; with arguments, runs one command and ends with its exit code. */
@QuarkusMain
public final class Main {

  private Main() {}

  public static void main(String... args) {
    if (args.length > 0) {
      System.exit(CommandLine.run(args));
    }
    Quarkus.run(CamelMainApplication.class);
  }
}
