package dev.storebridge.work;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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

  /** Less than from one scan for due marks to the next, so that each of those may try. */
  private static final long A_MOMENT = Duration.ofMillis(500).toNanos();

  private final Marks marks;
  private final Leases leases;
  private final Transactions transactions;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  /** The stores that are driven now, and whether they were woken when no lane heard it. */
  private final Map<String, Boolean> driven = new ConcurrentHashMap<>();

  /** Ticks of when another owner was found to hold the lease. */
  private final Map<String, Long> heldElsewhere = new ConcurrentHashMap<>();

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
    String storeId = wakeUp.storeId();
    Lane lane = lanes.get(storeId);
    boolean heard = lane != null && lane.wake();
    if (!heard
        && !stopping
        && !isHeldElsewhere(storeId)
        && !driven.merge(storeId, false, (old, fresh) -> true)) {
      start(storeId, handler);
    }
  }

  /** True for a moment after its lease was refused: its owner looks for due marks by itself. */
  private boolean isHeldElsewhere(String storeId) {
    Long refused = heldElsewhere.get(storeId);
    return refused != null && System.nanoTime() - refused < A_MOMENT;
  }

  private void start(String storeId, Consumer<Claim> handler) {
    Thread.ofVirtual().name("lane-" + storeId).start(() -> drive(storeId, handler));
  }

  /** Starts anew when it was woken between the lane's last look and its end. */
  private void drive(String storeId, Consumer<Claim> handler) {
    driven.put(storeId, false);
    try {
      long asked = System.nanoTime();
      Optional<Lease> lease = leases.take(storeId);
      if (lease.isPresent()) {
        heldElsewhere.remove(storeId);
        work(lane(lease.get(), asked, handler));
      } else {
        heldElsewhere.put(storeId, asked);
      }
    } catch (RuntimeException e) {
      LOG.warnf("The lane of store %s stopped: %s", storeId, e.getMessage());
    } finally {
      boolean woken = !driven.remove(storeId, false);
      if (woken && !stopping && !isHeldElsewhere(storeId)) {
        start(storeId, handler);
      }
    }
  }

  private Lane lane(Lease lease, long asked, Consumer<Claim> handler) {
    return new Lane(
        lease,
        asked,
        System::nanoTime,
        free -> transactions.call(() -> marks.claim(lease, free)),
        handler);
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

  /**
   * Renews the leases of the lanes that run; stops those whose lease is gone, and, when the
   * database cannot be asked, those whose lease would end before the next renewal.
   */
  public void renew() {
    Map<String, Lane> held = Map.copyOf(lanes);
    long asked = System.nanoTime();
    try {
      Set<String> renewed = leases.renew(held.keySet());
      held.forEach((storeId, lane) -> answered(lane, renewed.contains(storeId), asked));
    } catch (RuntimeException e) {
      LOG.warnf("Leases could not be renewed: %s", e.getMessage());
      held.values().forEach(Lane::notRenewed);
    }
  }

  private static void answered(Lane lane, boolean renewed, long asked) {
    if (renewed) {
      lane.renewed(asked);
    } else {
      lane.lose();
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
