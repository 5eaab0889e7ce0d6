package dev.storebridge.sync.listing.compose;

import dev.storebridge.platform.Explanation;
import java.util.ArrayList;
import java.util.List;

/** Gathers all that is wrong with a product, and what was put right by itself. */
final class Problems {

  private final List<Explanation> content = new ArrayList<>();
  private final List<Explanation> terms = new ArrayList<>();
  private final List<Explanation> notes = new ArrayList<>();

  void content(String code, String cause, String field, String fix) {
    content.add(Explanation.of(code, cause, field, fix));
  }

  void terms(String code, String cause, String field, String fix) {
    terms.add(Explanation.of(code, cause, field, fix));
  }

  void note(String code, String cause, String field, String fix) {
    notes.add(Explanation.of(code, cause, field, fix));
  }

  boolean none() {
    return content.isEmpty() && terms.isEmpty();
  }

  List<Explanation> contentProblems() {
    return content;
  }

  List<Explanation> termProblems() {
    return terms;
  }

  List<Explanation> notes() {
    return notes;
  }
}
