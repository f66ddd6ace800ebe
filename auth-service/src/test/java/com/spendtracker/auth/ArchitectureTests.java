package com.spendtracker.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.nimbusds.jose.jwk.JWKSet;
import com.spendtracker.support.test.ServiceRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = AuthApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("com.spendtracker.auth.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule accountsKnowNothingOfTokens = noClasses()
            .that()
            .resideInAPackage("..auth.account..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..auth.token..");

    @ArchTest
    static final ArchRule keysStayWithTokens = noClasses()
            .that()
            .resideOutsideOfPackage("..auth.token..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule encodersStayWithPasswords = noClasses()
            .that()
            .resideOutsideOfPackage("..auth.password..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.security.crypto..", "org.bouncycastle..");

    @ArchTest
    static final ArchRule theTokenPackageShowsNothingOfItself =
            classes().that().resideInAPackage("..auth.token..").should().bePackagePrivate();

    @ArchTest
    static final ArchRule whatIsPublishedIsAPublicKeySet = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleName("JwkSetController")
            .and()
            .haveRawParameterTypes(JWKSet.class)
            .should()
            .bePrivate();

    @ArchTest
    static final ArchTests everyServicesRules = ArchTests.in(ServiceRules.class);
}
