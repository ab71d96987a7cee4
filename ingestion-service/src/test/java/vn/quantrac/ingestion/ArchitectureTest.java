package vn.quantrac.ingestion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "vn.quantrac", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule features_are_free_of_cycles =
            slices().matching("vn.quantrac.ingestion.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule what_is_understood_knows_no_door = noClasses()
            .that()
            .resideInAnyPackage(
                    "..telegram..", "..tt10..", "..csv..", "..json..", "..senml..", "..reading..", "..registry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..http..", "..mqtt..", "..file..", "..intake..", "io.vertx..", "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule no_other_service_is_known = noClasses()
            .that()
            .resideInAPackage("vn.quantrac.ingestion..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.quantrac.compliance..", "vn.quantrac.publication..", "vn.quantrac.gateway..");

    @ArchTest
    static final ArchRule names_say_what_things_are = noClasses()
            .that()
            .resideInAPackage("vn.quantrac.ingestion..")
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|DTO)");
}
