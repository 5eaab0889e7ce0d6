package dev.storebridge.tenant.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** The tenant that came first with an id. */
@Entity
@Table(name = "account_owner")
@IdClass(AccountOwnerRow.Key.class)
class AccountOwnerRow {

  /** An id is unique among those of its kind. */
  record Key(String id, Claim.Kind kind) implements Serializable {}

  @Id String id;

  @Id
  @Enumerated(EnumType.STRING)
  Claim.Kind kind;

  String tenant;
  Instant since;

  Claim claim() {
    return new Claim(kind, id);
  }
}
