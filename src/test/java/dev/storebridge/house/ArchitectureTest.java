package dev.storebridge.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may import whom. A room that is not named here does not exist. */
class ArchitectureTest {

  private static final String ROOT = "dev.storebridge.";

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.storebridge");

  /** The arrows: each room and the rooms it may import. Every room may import itself. */
  private static final Map<String, List<String>> ARROWS =
      Map.ofEntries(
          Map.entry("commerce", List.of()),
          Map.entry("platform", List.of("commerce")),
          Map.entry("resilience", List.of("platform", "commerce")),
          Map.entry("sql", List.of()),
          Map.entry("mapping", List.of("sql", "platform", "commerce")),
          Map.entry("work", List.of("sql", "platform", "commerce")),
          Map.entry("tenant", List.of("platform", "commerce")),
          Map.entry("shopify", List.of("platform", "resilience", "commerce")),
          Map.entry("woocommerce", List.of("platform", "resilience", "commerce")),
          Map.entry("tiktokshop", List.of("platform", "resilience", "commerce")),
          Map.entry("sync", List.of("platform", "mapping", "work", "tenant", "commerce")),
          Map.entry("connect", List.of("platform", "work", "tenant", "resilience", "commerce")),
          Map.entry("ingress", List.of("platform", "work", "tenant", "commerce")),
          Map.entry(
              "console",
              List.of(
                  "sync", "work", "mapping", "tenant", "connect", "platform", "ops", "commerce")),
          Map.entry("ops", List.of("work", "mapping", "tenant", "platform", "commerce")),
          Map.entry("route", List.of("sync", "work", "connect", "tenant", "ops")),
          Map.entry("sandbox", List.of()));

  private static String roomOf(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(ROOT)) {
      return "";
    }
    String rest = name.substring(ROOT.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  @Test
  void roomsImportOnlyWhatTheirArrowsAllow() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("dev.storebridge..")
            .should(
                new ArchCondition<>("follow the arrows") {
                  @Override
                  public void check(JavaClass type, ConditionEvents events) {
                    String room = roomOf(type);
                    if (room.isEmpty()) {
                      return;
                    }
                    List<String> allowed = ARROWS.get(room);
                    if (allowed == null) {
                      events.add(
                          SimpleConditionEvent.violated(
                              type, room + " is not a room of this house"));
                      return;
                    }
                    type.getDirectDependenciesFromSelf()
                        .forEach(
                            dependency -> {
                              String target = roomOf(dependency.getTargetClass());
                              if (!target.isEmpty()
                                  && !target.equals(room)
                                  && !allowed.contains(target)) {
                                events.add(
                                    SimpleConditionEvent.violated(
                                        type, dependency.getDescription()));
                              }
                            });
                  }
                });
    rule.check(HOUSE);
  }

  @Test
  void commerceIsPureJava() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage(ROOT + "commerce..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", ROOT + "commerce..");
    rule.check(HOUSE);
  }

  @Test
  void onlyRoutesKnowCamel() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "route..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");
    rule.check(HOUSE);
  }

  @Test
  void onlyFiveRoomsKnowPersistence() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages(
                ROOT + "sql..",
                ROOT + "mapping..",
                ROOT + "work..",
                ROOT + "connect..",
                ROOT + "tenant..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..");
    rule.check(HOUSE);
  }

  @Test
  void onlyResilienceKnowsFaultTolerance() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "resilience..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.smallrye.faulttolerance..", "org.eclipse.microprofile.faulttolerance..");
    rule.check(HOUSE);
  }

  @Test
  void roomsHaveNoCycles() {
    ArchRule rule = slices().matching(ROOT + "(*)..").should().beFreeOfCycles();
    rule.check(HOUSE);
  }
}
