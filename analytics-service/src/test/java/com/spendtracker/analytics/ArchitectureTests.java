package com.spendtracker.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.spendtracker.support.test.ServiceRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

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

    @ArchTest
    static final ArchTests everyServicesRules = ArchTests.in(ServiceRules.class);
}
