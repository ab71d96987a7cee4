package vn.quantrac.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses LOCAL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.quantrac.local");

    @Test
    void features_are_free_of_cycles() {
        slices().matching("vn.quantrac.local.(*)..").should().beFreeOfCycles().check(LOCAL);
    }

    @Test
    void loggers_know_the_suite_by_its_public_doors_only() {
        noClasses()
                .that()
                .resideInAPackage("vn.quantrac.local.logger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "vn.quantrac.local.launch..",
                        "vn.quantrac.embedded..",
                        "vn.quantrac.feeds..",
                        "org.postgresql..",
                        "java.sql..")
                .check(LOCAL);
    }

    @Test
    void nothing_here_knows_a_service_from_inside() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "vn.quantrac.registry..",
                        "vn.quantrac.ingestion..",
                        "vn.quantrac.compliance..",
                        "vn.quantrac.publication..",
                        "vn.quantrac.gateway..")
                .check(LOCAL);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|DTO)")
                .check(LOCAL);
    }
}
