package io.github.vaultrenderer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The directions between the packages, and what only one place may do. */
class ArchitectureTest {

    private static final String B = "io.github.vaultrenderer.";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.vaultrenderer")
            // The test support's jar, which is on this class path too, is a program of its own.
            .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(B + "test..")));

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("io.github.vaultrenderer");

    @Test
    void seesTheClasses() {
        assertThat(MAIN).hasSizeGreaterThan(40);
        assertThat(TESTS).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    failure                         |
                    redact                          |
                    http                            | failure redact
                    auth                            | failure redact http
                    secrets                         | failure redact http auth
                    template                        | failure redact secrets
                    template.freemarker             | failure redact secrets template template.gotemplate.parse template.gotemplate.exec template.gotemplate.functions
                    template.gotemplate             | failure redact secrets template template.gotemplate.parse template.gotemplate.exec template.gotemplate.functions
                    template.gotemplate.parse       | failure template
                    render                          | failure redact secrets template
                    """)
    void packagesKnowOnlyWhatComesBeforeThem(String name, String allowed) {
        List<String> packages = allowed == null ? List.of() : List.of(allowed.split(" "));
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(B + name)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "another package of the project than " + packages,
                        target -> target.getPackageName().startsWith("io.github.vaultrenderer")
                                && !target.getPackageName().equals(B + name)
                                && packages.stream()
                                        .noneMatch(
                                                each -> target.getPackageName().equals(B + each))));
        rule.check(MAIN);
    }

    @Test
    void nothingInsideKnowsTheFacade() {
        check(noClasses()
                .that()
                .resideInAPackage(B + "*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.vaultrenderer"));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("io.github.vaultrenderer.(**)").should().beFreeOfCycles());
    }

    @Test
    void onlyHttpKnowsSpring() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(B + "http")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.."));
    }

    @Test
    void onlyItsEngineKnowsFreeMarker() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(B + "template.freemarker")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("freemarker.."));
    }

    @Test
    void onlyRenderWritesFiles() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(B + "render")
                .and()
                // The template function that writes, which nobody may call before its setting is made.
                .doNotHaveFullyQualifiedName(B + "template.gotemplate.functions.FileWrite")
                .should()
                .callMethodWhere(JavaCall.Predicates.target(
                                HasOwner.Predicates.With.owner(JavaClass.Predicates.type(Files.class)))
                        .and(JavaCall.Predicates.target(HasName.Predicates.nameMatching(
                                "write.*|create.*|move|delete.*|copy|newOutputStream|newBufferedWriter|set.*")))));
    }

    @Test
    void onlyTheFacadeReadsTheWallClock() {
        check(noClasses()
                .that()
                .resideInAPackage(B + "*..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC"));
    }

    @Test
    void nothingPrints() {
        check(noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err"));
    }

    @Test
    void noDrawers() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager)")
                .orShould()
                .resideInAnyPackage("..util..", "..support..", "..common.."));
    }

    @Test
    void testsAreNamedSoThatTheyRun() {
        classes()
                .that()
                .containAnyMethodsThat(DescribedPredicate.describe(
                        "are tests",
                        method -> method.isMetaAnnotatedWith("org.junit.platform.commons.annotation.Testable")))
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameEndingWith("Test")
                .orShould()
                .haveSimpleNameEndingWith("IT")
                .check(TESTS);
    }

    private static void check(ArchRule rule) {
        rule.check(MAIN);
    }
}
