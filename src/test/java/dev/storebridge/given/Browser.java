package dev.storebridge.given;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, where the machine has it: what a person sees and clicks. */
public final class Browser implements AutoCloseable {

  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private static final List<String> DRIVERS =
      List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Opens one; a test on a machine without Chromium and its driver is skipped, and says so. */
  public static Browser open() {
    String browser = found("STOREBRIDGE_TEST_BROWSER", BROWSERS);
    String driver = found("STOREBRIDGE_TEST_BROWSER_DRIVER", DRIVERS);
    Assumptions.assumeTrue(
        !browser.isEmpty() && !driver.isEmpty(),
        "The pages are not looked at: install chromium and chromium-driver, or name them by"
            + " STOREBRIDGE_TEST_BROWSER and STOREBRIDGE_TEST_BROWSER_DRIVER");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,1000");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(new File(driver)).build();
    return new Browser(new ChromeDriver(service, options));
  }

  private static String found(String variable, List<String> usual) {
    return Stream.concat(Stream.ofNullable(System.getenv(variable)), usual.stream())
        .filter(path -> new File(path).canExecute())
        .findFirst()
        .orElse("");
  }

  public void go(String url) {
    driver.get(url);
  }

  /** The one element of a CSS selector. */
  public WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  public List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** What a person reads there. */
  public String text(String selector) {
    return one(selector).getText();
  }

  public boolean shows(String selector) {
    return all(selector).stream().anyMatch(WebElement::isDisplayed);
  }

  public void click(String selector) {
    await().until(() -> clicked(one(selector)));
  }

  /** Clicks the button that says this, once it is there. */
  public void press(String selector, String label) {
    await()
        .until(
            () ->
                clicked(
                    all(selector + " button").stream()
                        .filter(button -> button.getText().equals(label))
                        .findFirst()
                        .orElseThrow()));
  }

  private static boolean clicked(WebElement element) {
    boolean ready = element.isDisplayed() && element.isEnabled();
    if (ready) {
      element.click();
    }
    return ready;
  }

  /** Types over what stands in a field. */
  public void type(String selector, String text) {
    WebElement field = one(selector);
    field.clear();
    field.sendKeys(text);
  }

  public void choose(String selector, String option) {
    one(selector).findElement(By.xpath("./option[normalize-space()='" + option + "']")).click();
  }

  /** Evaluates an expression in the page for each element of a selector; counts the true ones. */
  public long count(String selector, String condition) {
    return (Long)
        driver.executeScript(
            "return [...document.querySelectorAll(arguments[0])].filter(it => "
                + condition
                + ").length",
            selector);
  }

  /** Waits, looking again where a page changed beneath the look. */
  public ConditionFactory await() {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions();
  }

  /** What the browser found wrong with the pages: scripts, policies, missing files. */
  public List<String> complaints() {
    Function<LogEntry, String> words = entry -> entry.getLevel() + " " + entry.getMessage();
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(words).toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
