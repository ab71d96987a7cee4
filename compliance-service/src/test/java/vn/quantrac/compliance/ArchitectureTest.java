package vn.quantrac.compliance;

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
            slices().matching("vn.quantrac.compliance.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule formulas_know_neither_database_nor_web = noClasses()
            .that()
            .haveNameMatching(".*\\.(Episodes|Nowcast|AqiTable|HourlyAqi|AirStation|LimitQuestion|LimitCalculation"
                    + "|Answer|UnitConversion|JudgedDatastream|Series)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "jakarta..", "io.quarkus..");

    @ArchTest
    static final ArchRule other_services_are_known_by_their_feeds_only = noClasses()
            .that()
            .resideInAPackage("vn.quantrac.compliance..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vn.quantrac.registry..",
                    "vn.quantrac.ingestion..",
                    "vn.quantrac.publication..",
                    "vn.quantrac.gateway..");

    @ArchTest
    static final ArchRule names_say_what_a_class_is =
            noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|DTO|Dto)");
}
