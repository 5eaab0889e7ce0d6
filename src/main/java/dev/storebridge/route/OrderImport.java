package dev.storebridge.route;

import dev.storebridge.sync.inventory.SeenOrder;
import dev.storebridge.sync.order.FindOrder;
import dev.storebridge.sync.order.ImportOrder;
import dev.storebridge.sync.order.NoteHint;
import dev.storebridge.sync.order.OrderEnd;
import dev.storebridge.sync.order.SettleOrder;
import dev.storebridge.work.Claim;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Brings orders of channels into stores. */
@ApplicationScoped
@Named("orderImport")
@RegisterForReflection
public class OrderImport {

  private final ImportOrder importing;
  private final SettleOrder settling;
  private final FindOrder finding;
  private final NoteHint noting;

  public OrderImport(
      ImportOrder importing, SettleOrder settling, FindOrder finding, NoteHint noting) {
    this.finding = finding;
    this.noting = noting;
    this.importing = importing;
    this.settling = settling;
  }

  public OrderEnd bring(SeenOrder seen) {
    return importing.bring(seen);
  }

  public void find(Claim claim) {
    finding.find(claim);
  }

  public void note(Claim claim) {
    noting.note(claim);
  }

  public void settle(OrderEnd end) {
    settling.settle(end);
  }
}
