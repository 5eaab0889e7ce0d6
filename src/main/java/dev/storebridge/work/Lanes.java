package dev.storebridge.work;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The lanes of all store accounts that this process works for. A lane lives as long as there is
 * work; its lease is renewed meanwhile and released at its end.
 */
@ApplicationScoped
public class Lanes {

  private static final Logger LOG = Logger.getLogger(Lanes.class);

  private final Marks marks;
  private final Leases leases;
  private final Transactions transactions;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  private final Set<String> starting = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  public Lanes(Marks marks, Leases leases, Transactions transactions) {
    this.marks = marks;
    this.leases = leases;
    this.transactions = transactions;
  }

  /**
   * Makes sure that a store's due marks are being worked on, here or by another owner.
   *
   * @param handler what is done with a claim; must not throw
   */
  public void wake(WakeUp wakeUp, Consumer<Claim> handler) {
    Lane lane = lanes.get(wakeUp.storeId());
    if (lane != null) {
      lane.wake();
    } else if (!stopping && starting.add(wakeUp.storeId())) {
      Thread.ofVirtual()
          .name("lane-" + wakeUp.storeId())
          .start(() -> drive(wakeUp.storeId(), handler));
    }
  }

  private void drive(String storeId, Consumer<Claim> handler) {
    try {
      leases.take(storeId).ifPresent(lease -> work(lane(lease, handler)));
    } catch (RuntimeException e) {
      LOG.warnf("The lane of store %s stopped: %s", storeId, e.getMessage());
    } finally {
      starting.remove(storeId);
    }
  }

  /** Claims lock many rows while signals mark them: one that loses is tried again. */
  private Lane lane(Lease lease, Consumer<Claim> handler) {
    return new Lane(lease, most -> transactions.call(() -> marks.claim(lease, most)), handler);
  }

  private void work(Lane lane) {
    String storeId = lane.lease().storeId();
    lanes.put(storeId, lane);
    try {
      int freed = transactions.call(() -> marks.free(lane.lease()));
      if (freed > 0) {
        LOG.infof("Store %s: %d claims of an earlier owner are due again", storeId, freed);
      }
      lane.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lanes.remove(storeId, lane);
    }
    leases.release(lane.lease());
  }

  /**
   * A claim's end could not be written: the lane stops claiming, and the next owner of the lease
   * frees what it held.
   */
  public void abandon(String storeId) {
    Lane lane = lanes.get(storeId);
    if (lane != null) {
      lane.lose();
    }
  }

  /** Renews the leases of the lanes that run; stops those whose lease is gone. */
  public void renew() {
    Set<String> held = Set.copyOf(lanes.keySet());
    Set<String> renewed;
    try {
      renewed = leases.renew(held);
    } catch (RuntimeException e) {
      LOG.warnf("Leases could not be renewed: %s", e.getMessage());
      renewed = Set.of();
    }
    for (String storeId : held) {
      if (!renewed.contains(storeId)) {
        abandon(storeId);
      }
    }
  }

  /** How many lanes run here. */
  public int running() {
    return lanes.size();
  }

  @PreDestroy
  void stop() {
    stopping = true;
    lanes.values().forEach(Lane::lose);
  }
}
