package dev.storebridge.ops;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands that need neither database nor HTTP. Built by hand instead of annotations, so that
 * nothing is looked up by reflection.
 */
public final class CommandLine {

  /** Everything is in order. */
  public static final int OK = 0;

  /** The command ran and found something wrong. */
  public static final int FOUND = 1;

  /** The command was not understood. */
  public static final int USAGE = 2;

  private CommandLine() {}

  /** Runs a command on the process' own streams; returns the exit code. */
  public static int run(String... args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return run(new Streams(System.in, out, err), args);
  }

  /** Whether the first word is one of these commands, and not one of the service's. */
  public static boolean knows(String... args) {
    return args.length > 0 && (args[0].equals("validate") || args[0].equals("token"));
  }

  static int run(Streams streams, String... args) {
    CommandSpec root = named("storebridge", "Commands that need no running service.");
    root.addSubcommand("validate", new ValidateCommand(streams).spec());
    root.addSubcommand("token", new TokenCommand(streams).spec());
    return new picocli.CommandLine(root)
        .setOut(streams.out())
        .setErr(streams.err())
        .setExecutionStrategy(parsed -> execute(parsed, streams))
        .execute(args);
  }

  static CommandSpec named(String name, String description) {
    return named(name, description, null);
  }

  static CommandSpec named(String name, String description, Command command) {
    CommandSpec spec =
        CommandSpec.wrapWithoutInspection(command).name(name).mixinStandardHelpOptions(true);
    spec.usageMessage().description(description);
    return spec;
  }

  private static int execute(picocli.CommandLine.ParseResult parsed, Streams streams) {
    Integer help = picocli.CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    picocli.CommandLine.ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    if (last.commandSpec().userObject() instanceof Command command) {
      return command.run(last);
    }
    last.commandSpec().commandLine().usage(streams.err());
    return USAGE;
  }

  /** What a command does once its arguments are understood. */
  interface Command {

    int run(picocli.CommandLine.ParseResult arguments);
  }

  /** Where a command reads and writes. */
  record Streams(InputStream in, PrintWriter out, PrintWriter err) {}
}
