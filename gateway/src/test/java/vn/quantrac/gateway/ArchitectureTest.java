package vn.quantrac.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.quantrac.gateway");

    @Test
    void features_are_free_of_cycles() {
        slices().matching("vn.quantrac.gateway.(*)..").should().beFreeOfCycles().check(GATEWAY);
    }

    @Test
    void the_gateway_knows_no_service_from_inside() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "vn.quantrac.registry..",
                        "vn.quantrac.ingestion..",
                        "vn.quantrac.compliance..",
                        "vn.quantrac.publication..",
                        "vn.quantrac.feeds..")
                .check(GATEWAY);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|DTO)")
                .check(GATEWAY);
    }
}
