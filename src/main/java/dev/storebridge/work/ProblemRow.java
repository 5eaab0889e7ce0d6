package dev.storebridge.work;

import dev.storebridge.platform.Explanation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/** One open problem. */
@Entity
@Table(name = "problem")
@IdClass(ProblemRow.Key.class)
class ProblemRow {

  /** Store first, as in every table. */
  record Key(String storeId, String problemId) implements Serializable {}

  @Id
  @Column(name = "store_id")
  String storeId;

  @Id
  @Column(name = "problem_id")
  String problemId;

  @Column(name = "connection_id")
  String connectionId;

  String kind;
  String ref;
  String code;
  String cause;
  String field;
  String fix;
  String message;
  Instant since;
  int tries;

  @Column(name = "next_try_at")
  Instant nextTryAt;

  Problem problem() {
    return new Problem(
        problemId,
        storeId,
        connectionId,
        Problem.Kind.valueOf(kind),
        ref,
        new Explanation(code, cause, field, fix, message),
        since,
        tries,
        Optional.ofNullable(nextTryAt));
  }
}
