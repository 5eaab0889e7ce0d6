package dev.storebridge.sync.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class JointTest {

  @Test
  void whatComesWhileACallRunsGoesTogetherIntoTheNext() {
    Joint<Integer, Integer> joint = new Joint<>(5);
    List<List<Integer>> calls = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
      askers.execute(
          () ->
              joint.run(
                  0,
                  items -> {
                    begun.countDown();
                    await(goOn);
                    calls.add(items);
                    return Map.of();
                  }));
      await(begun);
      for (int i = 1; i <= 7; i++) {
        int item = i;
        askers.execute(() -> joint.run(item, items -> noted(calls, items)));
      }
      org.awaitility.Awaitility.await().until(() -> joint.waiting() == 7);
      goOn.countDown();
    }
    assertThat(calls).hasSize(3);
    assertThat(calls).extracting(List::size).containsExactly(1, 5, 2);
    assertThat(calls.stream().flatMap(List::stream))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void whoAskedForWhatFailedIsToldSo() {
    Joint<Integer, Integer> joint = new Joint<>(5);
    IllegalStateException fault = new IllegalStateException("no");
    assertThatThrownBy(
            () ->
                joint.run(
                    1,
                    items -> {
                      throw fault;
                    }))
        .isSameAs(fault);
    assertThat(joint.run(2, items -> Map.of(2, 20))).contains(20);
    assertThat(joint.run(3, items -> Map.of())).isEmpty();
  }

  private static Map<Integer, Integer> noted(List<List<Integer>> calls, List<Integer> items) {
    calls.add(items);
    return Map.of();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
