package org.packhaus;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of docs/architecture.md, "The house". To break one on purpose, change the rule here and say why in docs/decisions. */
class ArchitectureTest {
    private static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("packhaus-sdk")
                    && !location.contains("/sdk/target")
                    && !location.contains("/sdk-test/target")
                    && !location.contains("sandbox"))
            .importPackages("org.packhaus");

    /** Who may know whom. A room not named here may know every other one, as long as there is no cycle. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            entry("database", Set.of()),
            entry("vault", Set.of("database")),
            entry("seller", Set.of("database", "vault")),
            entry("audit", Set.of("database", "seller")),
            entry("security", Set.of("database", "vault", "seller", "audit")),
            entry("job", Set.of("database", "seller", "audit", "security", "shell")),
            entry("plugin", Set.of("database", "seller", "vault", "audit", "job", "security", "shell")),
            entry("order", Set.of("database", "seller", "audit", "job", "plugin", "security", "shell")),
            entry(
                    "stock",
                    Set.of("database", "seller", "audit", "job", "plugin", "order", "sheet", "security", "shell")),
            entry(
                    "aftersales",
                    Set.of("database", "seller", "audit", "job", "plugin", "order", "stock", "security", "shell")),
            entry(
                    "tracking",
                    Set.of(
                            "database",
                            "seller",
                            "audit",
                            "job",
                            "plugin",
                            "order",
                            "shipment",
                            "rule",
                            "security",
                            "shell")));

    private static final DescribedPredicate<JavaClass> ROOM_ROOT = resideInAPackage("org.packhaus..")
            .and(not(resideInAnyPackage("..ui..", "org.packhaus.shell..", "org.packhaus")));

    @Test
    void hasNoCyclesAndNobodyReachesIntoAnothersRoom() {
        ApplicationModules.of(Portal.class, resideInAnyPackage("org.packhaus.sdk..", "org.packhaus.sandbox.."))
                .verify();
    }

    @Test
    void knowsOnlyTheRoomsItMay() {
        Map<String, Set<String>> forbidden = new TreeMap<>();
        for (JavaClass type : PORTAL) {
            String room = room(type);
            Set<String> allowed = MAY_KNOW.get(room);
            if (allowed == null) {
                continue;
            }
            type.getDirectDependenciesFromSelf().forEach(dependency -> {
                String other = room(dependency.getTargetClass());
                if (!other.isEmpty() && !other.equals(room) && !other.equals("sdk") && !allowed.contains(other)) {
                    forbidden
                            .computeIfAbsent(room + " -> " + other, key -> new TreeSet<>())
                            .add(dependency.getDescription());
                }
            });
        }
        assertThat(forbidden).isEmpty();
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith("org.packhaus.")) {
            return "";
        }
        String rest = name.substring("org.packhaus.".length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    @Test
    void onlyThePluginRoomImportsPf4j() {
        // The SDK's extension points extend one interface of it, so a call on a carrier names it, too.
        noClasses()
                .that(are(not(resideInAPackage("org.packhaus.plugin.."))))
                .should()
                .dependOnClassesThat(resideInAPackage("org.pf4j..")
                        .and(named("org.pf4j.ExtensionPoint").negate()))
                .check(PORTAL);
    }

    @Test
    void onlyTheDocumentRoomImportsItext() {
        noClasses()
                .that(are(not(resideInAPackage("org.packhaus.document.."))))
                .should()
                .dependOnClassesThat(resideInAPackage("com.itextpdf.."))
                .check(PORTAL);
    }

    @Test
    void onlyViewsKnowVaadin() {
        // The sign-in is Vaadin's own way of configuring Spring Security.
        noClasses()
                .that(ROOM_ROOT
                        .and(not(named("org.packhaus.security.SecurityConfiguration")))
                        .and(not(named("org.packhaus.security.CodeFilter"))))
                .should()
                .dependOnClassesThat(resideInAPackage("com.vaadin.."))
                .check(PORTAL);
    }

    @Test
    void viewsAskServicesAndNeverTheDatabase() {
        noClasses()
                .that()
                .resideInAPackage("..ui..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta.persistence..",
                        "org.hibernate..",
                        "org.springframework.data..",
                        "org.springframework.jdbc.."))
                .allowEmptyShould(true)
                .check(PORTAL);
    }

    @Test
    void theBuildNeedsNoNode() {
        for (String annotation : List.of(
                "com.vaadin.flow.component.dependency.CssImport",
                "com.vaadin.flow.component.dependency.JsModule",
                "com.vaadin.flow.component.dependency.NpmPackage",
                "com.vaadin.flow.component.dependency.JavaScript",
                "com.vaadin.flow.theme.Theme")) {
            noClasses()
                    .should()
                    .beAnnotatedWith(annotation)
                    .because("it needs Node at build time; use @StyleSheet and Element.executeJs")
                    .check(PORTAL);
        }
    }

    @Test
    void nobodyRetriesAPurchase() {
        for (String annotation : List.of(
                "io.github.resilience4j.retry.annotation.Retry",
                "org.springframework.retry.annotation.Retryable",
                "org.springframework.resilience.annotation.Retryable")) {
            noClasses().should().beAnnotatedWith(annotation).check(PORTAL);
            noMembers().should().beAnnotatedWith(annotation).check(PORTAL);
        }
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.github.resilience4j.retry..",
                        "org.springframework.retry..",
                        "org.springframework.core.retry.."))
                .because(
                        "a purchase that is repeated blindly is paid twice; jobs repeat, after looking what has been done")
                .check(PORTAL);
    }

    /** Native SQL is not filtered by seller. These say themselves whose rows they mean, or touch no seller's rows. */
    private static final Set<String> NATIVE = Set.of(
            "org.packhaus.vault.Keyset",
            "org.packhaus.seller.SellerDirectory",
            "org.packhaus.security.Memberships",
            "org.packhaus.job.LeftBehind",
            "org.packhaus.plugin.StoredRateLimit");

    @Test
    void nativeSqlIsWrittenInNamedPlacesOnly() {
        noClasses()
                .that(not(DescribedPredicate.<JavaClass>describe(
                        "named as native",
                        type -> NATIVE.contains(topLevel(type))
                                || topLevel(type).endsWith("Sql"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework.jdbc.core.."))
                .because(
                        "native SQL is not filtered by seller: put it into a class named …Sql that takes the sellers as a parameter")
                .check(PORTAL);
        noMembers()
                .should()
                .beAnnotatedWith("org.springframework.data.jpa.repository.NativeQuery")
                .check(PORTAL);
        noClasses()
                .that(not(DescribedPredicate.<JavaClass>describe(
                        "named …Sql", type -> topLevel(type).endsWith("Sql"))))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "createNativeQuery", call -> call.getTarget().getName().equals("createNativeQuery")))
                .check(PORTAL);
        assertThat(PORTAL.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.tryGetAnnotationOfType("org.springframework.data.jpa.repository.Query")
                                .map(query -> Boolean.TRUE.equals(
                                        query.get("nativeQuery").orElse(false)))
                                .orElse(false)))
                .as("@Query(nativeQuery = true)")
                .isEmpty();
    }

    @Test
    void nobodySerializesInJavasOwnWay() {
        noClasses()
                .should()
                .dependOnClassesThat(named("java.io.ObjectInputStream")
                        .or(named("com.github.kagkarlsson.scheduler.serializer.JavaSerializer")))
                .check(PORTAL);
    }

    private static String topLevel(JavaClass type) {
        String name = type.getName();
        int dollar = name.indexOf('$');
        return dollar < 0 ? name : name.substring(0, dollar);
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(
                "named " + name, type -> topLevel(type).equals(name));
    }
}
