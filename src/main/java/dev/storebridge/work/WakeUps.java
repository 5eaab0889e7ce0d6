package dev.storebridge.work;

/** The bus: carries wake-ups to whoever owns the store account. Losing one costs a second. */
public interface WakeUps {

  void send(WakeUp wakeUp);
}
