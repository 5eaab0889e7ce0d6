package dev.storebridge.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.TypeDefinition;
import graphql.parser.MultiSourceReader;
import graphql.parser.ParserOptions;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The part of the schema that is imitated says nothing that the real one does not say. Needs the
 * real schema, which is not part of the project.
 */
class ShopifySchemaSubsetTest {

  private static final String VARIABLE = "STOREBRIDGE_SHOPIFY_SCHEMA";

  @Test
  void everyPartExistsIdenticallyInTheRealSchema() throws IOException {
    TypeDefinitionRegistry real = real();
    TypeDefinitionRegistry ours = ours();
    Set<String> missing = new TreeSet<>(facts(ours));
    missing.removeAll(facts(real));
    assertThat(facts(ours)).hasSizeGreaterThan(400);
    assertThat(missing).isEmpty();
  }

  @Test
  void theComparisonNoticesAnInventedField() {
    TypeDefinitionRegistry invented = new SchemaParser().parse("type Shop { colour: String! }");
    assertThat(facts(invented)).isNotEmpty();
    assertThat(facts(ours()))
        .doesNotContainAnyElementsOf(
            facts(invented).stream().filter(f -> f.contains("colour")).toList());
  }

  private static TypeDefinitionRegistry real() throws IOException {
    String file = System.getenv(VARIABLE);
    if (file == null || file.isBlank()) {
      Assumptions.abort("Set " + VARIABLE + " to the file of the full Admin schema to run this");
    }
    try (InputStream in = opened(Path.of(file))) {
      ParserOptions large =
          ParserOptions.newParserOptions()
              .maxCharacters(Integer.MAX_VALUE)
              .maxTokens(Integer.MAX_VALUE)
              .maxWhitespaceTokens(Integer.MAX_VALUE)
              .build();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new SchemaParser()
          .parse(MultiSourceReader.newMultiSourceReader().string(text, "full").build(), large);
    }
  }

  private static InputStream opened(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
  }

  private static TypeDefinitionRegistry ours() {
    try (InputStream in =
        ShopifySandbox.class.getResourceAsStream("/sandbox/shopify/admin-2026-10.graphqls")) {
      return new SchemaParser().parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What a schema says, one short statement each. */
  private static Set<String> facts(TypeDefinitionRegistry registry) {
    Set<String> facts = new TreeSet<>();
    registry.types().values().forEach(type -> facts.addAll(facts(type)));
    registry.scalars().keySet().forEach(scalar -> facts.add("scalar " + scalar));
    registry
        .getDirectiveDefinitions()
        .values()
        .forEach(
            directive ->
                directive
                    .getInputValueDefinitions()
                    .forEach(value -> facts.add("@" + directive.getName() + "(" + input(value))));
    return facts;
  }

  private static List<String> facts(TypeDefinition<?> type) {
    List<String> facts = new ArrayList<>();
    String kind = type.getClass().getSimpleName() + " " + type.getName();
    facts.add(kind);
    switch (type) {
      case ImplementingTypeDefinition<?> fields -> {
        fields.getFieldDefinitions().forEach(field -> facts.addAll(field(kind, field)));
        fields.getImplements().forEach(of -> facts.add(kind + " is " + AstPrinter.printAst(of)));
      }
      case InputObjectTypeDefinition inputs ->
          inputs.getInputValueDefinitions().forEach(value -> facts.add(kind + "." + input(value)));
      case EnumTypeDefinition choice -> {
        for (EnumValueDefinition value : choice.getEnumValueDefinitions()) {
          facts.add(kind + "." + value.getName());
        }
      }
      default -> facts.add(kind);
    }
    return facts;
  }

  private static List<String> field(String kind, FieldDefinition field) {
    String name = kind + "." + field.getName();
    List<String> facts = new ArrayList<>();
    facts.add(name + ": " + AstPrinter.printAst(field.getType()));
    field.getInputValueDefinitions().forEach(value -> facts.add(name + "(" + input(value)));
    return facts;
  }

  private static String input(InputValueDefinition value) {
    String text = value.getName() + ": " + AstPrinter.printAst(value.getType());
    return value.getDefaultValue() == null
        ? text
        : text + " = " + AstPrinter.printAst(value.getDefaultValue());
  }
}
