package dev.storebridge.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The production package as a process of its own, run from an empty directory, killed for real. */
public final class PackagedService implements AutoCloseable {

  private static final Path JAR =
      Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();

  /** Further options of the virtual machine, such as those that start a recording. */
  private static final List<String> OPTIONS =
      Stream.of(System.getProperty("service.jvm-options", "").split(" "))
          .filter(option -> !option.isEmpty())
          .toList();

  private final Process process;
  private final String url;
  private final Path log;

  private PackagedService(Process process, String url, Path log) {
    this.process = process;
    this.url = url;
    this.log = log;
  }

  /** Starts it with these properties and waits until it is ready. */
  public static PackagedService start(int port, Map<String, String> properties) {
    PackagedService service = launch(port, properties);
    service.awaitReady();
    return service;
  }

  /** Starts it and waits for nothing. */
  public static PackagedService launch(int port, Map<String, String> properties) {
    try {
      Path folder = Files.createTempDirectory("storebridge-run");
      Path log = folder.resolve("service.log");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(OPTIONS);
      properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
      command.addAll(List.of("-Dquarkus.http.port=" + port, "-jar", JAR.toString()));
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new PackagedService(process, "http://localhost:" + port, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(100))
        .failFast("the service ended: " + log, () -> !process.isAlive())
        .until(this::ready);
  }

  private boolean ready() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public String url() {
    return url;
  }

  /** Its number in the operating system. */
  public long pid() {
    return process.pid();
  }

  /** The most memory it has used, in MB; not a number where the system does not say. */
  public double peakMemory() {
    return memory("VmHWM:");
  }

  /** What it holds now, in MB; not a number where the system does not say. */
  public double memory() {
    return memory("VmRSS:");
  }

  private double memory(String line) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(found -> found.startsWith(line))
          .mapToDouble(found -> Double.parseDouble(found.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it has written so far. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the process is there. */
  public boolean runs() {
    return process.isAlive();
  }

  /** kill -9. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
