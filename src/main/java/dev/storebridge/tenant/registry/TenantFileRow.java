package dev.storebridge.tenant.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The accepted version of one tenant's file. */
@Entity
@Table(name = "tenant_file")
class TenantFileRow {

  @Id String tenant;

  @Column(name = "text_hash")
  String textHash;

  String text;

  @Column(name = "accepted_at")
  Instant acceptedAt;
}
