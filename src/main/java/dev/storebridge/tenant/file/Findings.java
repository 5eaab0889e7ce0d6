package dev.storebridge.tenant.file;

import dev.storebridge.tenant.Finding;
import dev.storebridge.tenant.Finding.Severity;
import dev.storebridge.tenant.file.YamlNode.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. */
final class Findings {

  private final String file;
  private final List<Finding> list = new ArrayList<>();

  Findings(String file) {
    this.file = file;
  }

  void error(Mark at, String key, String reason, String fix) {
    add(Severity.ERROR, at, key, reason, fix);
  }

  void warning(Mark at, String key, String reason, String fix) {
    add(Severity.WARNING, at, key, reason, fix);
  }

  boolean hasErrors() {
    return list.stream().anyMatch(Finding::isError);
  }

  /** In the order of the file. */
  List<Finding> list() {
    return list.stream()
        .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
        .toList();
  }

  private void add(Severity severity, Mark at, String key, String reason, String fix) {
    list.add(new Finding(file, at.line(), at.column(), key, severity, reason, fix));
  }
}
