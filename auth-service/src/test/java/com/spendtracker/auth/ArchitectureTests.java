package com.spendtracker.auth;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.nimbusds.jose.jwk.JWKSet;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

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
    static final ArchRule keysAndEncodersStayWithTokens = noClasses()
            .that()
            .resideOutsideOfPackage("..auth.token..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.nimbusds..", "org.springframework.security.crypto..", "org.bouncycastle..");

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
    static final ArchRule onlyRepositoriesTouchTheDatabase = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Repository")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.r2dbc..", "org.springframework.r2dbc..", "org.springframework.data..");

    @ArchTest
    static final ArchRule noJdbc = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule nothingBlocksOrSubscribes = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(Publisher.class)))
                    .and(target(nameMatching(
                            "block|blockFirst|blockLast|blockOptional|subscribe|toFuture|toIterable|toStream"))));

    @ArchTest
    static final ArchRule noFieldInjection = fields().should().notBeAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule noValueAnnotations =
            noClasses().should().dependOnClassesThat().areAssignableTo(Value.class);

    @ArchTest
    static final ArchRule noLombok = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("lombok..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule propertiesAreValidatedRecords = classes()
            .that()
            .haveSimpleNameEndingWith("Properties")
            .or()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should()
            .beRecords()
            .andShould()
            .beAnnotatedWith(Validated.class);

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(beInANullMarkedPackage());

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
