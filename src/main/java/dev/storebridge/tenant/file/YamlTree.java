package dev.storebridge.tenant.file;

import dev.storebridge.tenant.file.YamlNode.Entries;
import dev.storebridge.tenant.file.YamlNode.Entry;
import dev.storebridge.tenant.file.YamlNode.Items;
import dev.storebridge.tenant.file.YamlNode.Mark;
import dev.storebridge.tenant.file.YamlNode.Refused;
import dev.storebridge.tenant.file.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Builds the tree of one YAML document from parser events, and refuses what the format does not
 * take: anchors, aliases, tags, more documents, keys twice, {@code ${...}}.
 */
final class YamlTree {

  private static final int MAX_DEPTH = 20;

  private final Parser parser;
  private final Findings findings;
  private final Map<String, YamlNode> byPath = new LinkedHashMap<>();

  private YamlTree(String text, Findings findings) {
    this.parser = new ParserImpl(new StreamReader(text), new LoaderOptions());
    this.findings = findings;
  }

  /** Reads a file; empty when it is no YAML at all, which is then reported. */
  static Optional<YamlDocument> read(String text, Findings findings) {
    try {
      return new YamlTree(text, findings).document();
    } catch (MarkedYAMLException e) {
      Mark at = e.getProblemMark() == null ? Mark.START : mark(e.getProblemMark());
      findings.error(at, "", "not YAML: " + e.getProblem(), "");
    } catch (TooDeep e) {
      findings.error(e.at, "", "nested deeper than " + MAX_DEPTH + " levels", "");
    } catch (YAMLException e) {
      findings.error(
          Mark.START, "", "not YAML: it holds characters that cannot be printed", "remove them");
    }
    return Optional.empty();
  }

  /** Reads a single value that is part of the format itself. */
  static YamlNode value(String text) {
    Findings none = new Findings("");
    return read(text, none)
        .map(YamlDocument::root)
        .filter(node -> none.list().isEmpty())
        .orElseThrow(() -> new IllegalArgumentException("not a value: " + text));
  }

  private Optional<YamlDocument> document() {
    parser.getEvent(); // the stream's start
    if (parser.peekEvent() instanceof StreamEndEvent) {
      findings.error(Mark.START, "", "the file is empty", "begin with `tenant:` and `name:`");
      return Optional.empty();
    }
    parser.getEvent(); // the document's start
    YamlNode root = node("", 0);
    parser.getEvent(); // the document's end
    if (parser.peekEvent() instanceof StreamEndEvent) {
      return Optional.of(new YamlDocument(root, byPath));
    }
    Mark at = mark(parser.peekEvent().getStartMark());
    findings.error(at, "", "a second document begins here", "write one file for each tenant");
    return Optional.of(new YamlDocument(root, byPath));
  }

  private YamlNode node(String path, int depth) {
    Event event = parser.getEvent();
    Mark at = mark(event.getStartMark());
    if (depth > MAX_DEPTH) {
      throw new TooDeep(at);
    }
    boolean refused = refusedSpecials(event, path, at);
    YamlNode node =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar, path, at);
          case SequenceStartEvent start -> items(path, depth, at);
          case MappingStartEvent start -> entries(path, depth, at);
          default -> new Refused(at);
        };
    node = refused ? new Refused(at) : node;
    byPath.put(path, node);
    return node;
  }

  private boolean refusedSpecials(Event event, String path, Mark at) {
    String tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case SequenceStartEvent start -> start.getTag();
          case MappingStartEvent start -> start.getTag();
          default -> null;
        };
    if (tag != null) {
      findings.error(at, path, "YAML tags are not taken", "write the value without the tag");
    } else if (event instanceof AliasEvent) {
      findings.error(at, path, "YAML aliases are not taken", "write the value out");
    } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
      findings.error(at, path, "YAML anchors are not taken", "write the value without the anchor");
    } else {
      return false;
    }
    return true;
  }

  private YamlNode scalar(ScalarEvent event, String path, Mark at) {
    if (event.getValue().contains("${")) {
      findings.error(
          at,
          path,
          "`${...}` is not replaced in tenant files",
          "write the value, or for a secret `env:TENANT_<TENANT>_<NAME>` or `file:<name>`");
      return new Refused(at);
    }
    return new Scalar(event.getValue(), event.getScalarStyle() == ScalarStyle.PLAIN, at);
  }

  private YamlNode items(String path, int depth, Mark at) {
    List<YamlNode> nodes = new ArrayList<>();
    while (!(parser.peekEvent() instanceof SequenceEndEvent)) {
      nodes.add(node(path + "[" + nodes.size() + "]", depth + 1));
    }
    parser.getEvent();
    return new Items(List.copyOf(nodes), at);
  }

  private YamlNode entries(String path, int depth, Mark at) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (!(parser.peekEvent() instanceof MappingEndEvent)) {
      entry(path, depth, entries);
    }
    parser.getEvent();
    return new Entries(List.copyOf(entries.values()), at);
  }

  private void entry(String path, int depth, Map<String, Entry> entries) {
    Mark at = mark(parser.peekEvent().getStartMark());
    YamlNode keyNode = node(path + ".<key>", depth + 1);
    String key = keyNode instanceof Scalar scalar ? scalar.text() : "<key>";
    String keyPath = YamlDocument.child(path, key);
    Entry first = entries.get(key);
    if (!(keyNode instanceof Scalar)) {
      findings.error(at, path, "a key must be a single word or text", "");
    } else if (first != null) {
      findings.error(
          at,
          keyPath,
          "the key is there twice, first in line " + first.at().line(),
          "keep one of them");
    }
    YamlNode earlier = byPath.get(keyPath);
    YamlNode value = node(keyPath, depth + 1);
    if (keyNode instanceof Scalar && first == null) {
      entries.put(key, new Entry(key, at, value));
    } else if (earlier != null) {
      byPath.put(keyPath, earlier);
    }
  }

  private static Mark mark(org.yaml.snakeyaml.error.Mark mark) {
    return new Mark(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Mark at;

    TooDeep(Mark at) {
      this.at = at;
    }
  }
}
