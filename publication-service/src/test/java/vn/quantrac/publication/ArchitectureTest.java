package vn.quantrac.publication;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "vn.quantrac", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule features_are_free_of_cycles =
            slices().matching("vn.quantrac.publication.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule what_is_on_record_knows_nothing_of_how_it_is_shown = noClasses()
            .that()
            .resideInAnyPackage("..publication.record..", "..publication.verdict..", "..publication.registry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "..publication.opendata..", "..publication.ministry..");

    @ArchTest
    static final ArchRule other_services_are_known_by_their_feeds_only = noClasses()
            .that()
            .resideInAPackage("vn.quantrac.publication..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vn.quantrac.registry..",
                    "vn.quantrac.ingestion..",
                    "vn.quantrac.compliance..",
                    "vn.quantrac.gateway..");

    @ArchTest
    static final ArchRule names_say_what_a_class_is =
            noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|DTO|Dto)");
}
