package vn.quantrac.registry;

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
            slices().matching("vn.quantrac.registry.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rules_know_neither_the_database_nor_the_web = noClasses()
            .that()
            .resideInAPackage("vn.quantrac.registry.rule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vn.quantrac.registry.entry..",
                    "org.hibernate..",
                    "io.quarkus.hibernate..",
                    "io.smallrye.mutiny..",
                    "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule the_feed_knows_nothing_of_how_entries_change = noClasses()
            .that()
            .resideInAPackage("vn.quantrac.registry.feed..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.quantrac.registry.entry..", "vn.quantrac.registry.credential..");

    @ArchTest
    static final ArchRule no_other_service_is_known = noClasses()
            .that()
            .resideInAPackage("vn.quantrac.registry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vn.quantrac.ingestion..",
                    "vn.quantrac.compliance..",
                    "vn.quantrac.publication..",
                    "vn.quantrac.gateway..");

    @ArchTest
    static final ArchRule names_say_what_things_are = noClasses()
            .that()
            .resideInAPackage("vn.quantrac.registry..")
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|DTO)");
}
