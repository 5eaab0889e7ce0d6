package dev.storebridge.work;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.QuotaBook;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;

/** Daily quotas as rows, taken in a transaction of their own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class StoredQuotaBook implements QuotaBook {

  private final EntityManager entities;

  public StoredQuotaBook(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public int take(AccountId account, LocalDate day, int wanted, int limit) {
    Sql.query(
            entities,
            "insert ignore into quota_day (account_id, quota_day, used) values (?, ?, 0)",
            account.toString(),
            day)
        .executeUpdate();
    int used =
        ((Number)
                Sql.query(
                        entities,
                        "select used from quota_day where account_id = ? and quota_day = ? for update",
                        account.toString(),
                        day)
                    .getSingleResult())
            .intValue();
    int granted = Math.max(0, Math.min(wanted, limit - used));
    Sql.query(
            entities,
            "update quota_day set used = used + ? where account_id = ? and quota_day = ?",
            granted,
            account.toString(),
            day)
        .executeUpdate();
    return granted;
  }
}
