package dev.storebridge.ops;

import dev.storebridge.ops.CommandLine.Streams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code token hash [TOKEN]}: what stands in a tenant file's {@code api-tokens} for a token. */
record TokenCommand(Streams streams) {

  CommandSpec spec() {
    CommandSpec token = CommandLine.named("token", "Deals with API tokens.");
    CommandSpec hash =
        CommandLine.named("hash", "Prints the hash of a token for `api-tokens`.", this::hash);
    hash.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("TOKEN")
            .index("0")
            .arity("0..1")
            .type(String.class)
            .description("The token; left out: it is read from standard input.")
            .build());
    return token.addSubcommand("hash", hash);
  }

  private int hash(ParseResult arguments) {
    String token =
        arguments.hasMatchedPositional(0) ? arguments.matchedPositionalValue(0, "") : read();
    if (token.isEmpty()) {
      streams.err().println("There is no token: give it as an argument or on standard input.");
      return CommandLine.USAGE;
    }
    streams.out().println("sha256:" + sha256(token));
    return CommandLine.OK;
  }

  private String read() {
    try {
      String text = new String(streams.in().readAllBytes(), StandardCharsets.UTF_8);
      return text.replaceFirst("\\r?\\n\\z", "");
    } catch (IOException e) {
      return "";
    }
  }

  private static String sha256(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
