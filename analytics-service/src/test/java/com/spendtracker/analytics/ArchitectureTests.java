package com.spendtracker.analytics;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.spendtracker.support.test.ServiceRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import org.springframework.r2dbc.core.DatabaseClient;

@AnalyzeClasses(packages = "com.spendtracker.analytics", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchRule featuresAreAcyclic =
            slices().matching("com.spendtracker.analytics.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theKernelKnowsNoSibling = noClasses()
            .that()
            .resideInAPackage("..analytics.transaction..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..analytics.metrics..",
                    "..analytics.category..",
                    "..analytics.categorisation..",
                    "..analytics.importing..",
                    "..analytics.view..");

    /** Connections come from the application, which says on whose behalf. */
    @ArchTest
    static final ArchRule noConnectionComesPastItsUser = noClasses()
            .that()
            .resideOutsideOfPackage("..analytics.isolation..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.r2dbc\\.pool\\..*|.*\\.ConnectionFactories|.*\\.PostgresqlConnectionFactory")
            .orShould()
            .callMethodWhere(
                    target(owner(assignableTo(DatabaseClient.class))).and(target(nameMatching("create|builder"))));

    /** The driver alone can copy rows in, and listen. */
    @ArchTest
    static final ArchRule nothingElseUnwrapsAConnection = noClasses()
            .that()
            .resideOutsideOfPackage("..analytics.isolation..")
            .and()
            .doNotHaveSimpleName("StagingWriter")
            .and()
            .doNotHaveSimpleName("ChangeRepository")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Wrapped.class, ConnectionFactory.class);

    @ArchTest
    static final ArchTests everyServicesRules = ArchTests.in(ServiceRules.class);
}
