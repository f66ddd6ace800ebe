package com.spendtracker.support.test;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
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
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;

/** The rules that hold in every service; each service's {@code ArchitectureTests} applies them to its classes. */
public final class ServiceRules {
    @ArchTest
    public static final ArchRule noJdbc = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

    @ArchTest
    public static final ArchRule onlyQuestionsAndWritersTouchTheDatabase = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Select")
            .and()
            .haveSimpleNameNotEndingWith("Repository")
            .and()
            .haveSimpleNameNotEndingWith("Writer")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.r2dbc..", "org.springframework.r2dbc..", "org.springframework.data..");

    // By name, as not every service has a database.
    /** Connections come from the application, which says on whose behalf. */
    @ArchTest
    public static final ArchRule noConnectionComesPastItsUser = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.r2dbc\\.pool\\..*|.*\\.ConnectionFactories|.*\\.PostgresqlConnectionFactory")
            .orShould()
            .callMethodWhere(target(owner(nameMatching("org\\.springframework\\.r2dbc\\.core\\.DatabaseClient")))
                    .and(target(nameMatching("create|builder"))));

    /** The driver alone can copy rows in, and listen. */
    @ArchTest
    public static final ArchRule nothingElseUnwrapsAConnection = noClasses()
            .that()
            .doNotHaveSimpleName("StagingWriter")
            .and()
            .doNotHaveSimpleName("ChangeRepository")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.r2dbc\\.spi\\.(Wrapped|ConnectionFactory)");

    @ArchTest
    public static final ArchRule nothingBlocksOrSubscribes = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(Publisher.class)))
                    .and(target(nameMatching(
                            "block|blockFirst|blockLast|blockOptional|subscribe|toFuture|toIterable|toStream"))));

    @ArchTest
    public static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    public static final ArchRule settingsAreTyped =
            noClasses().should().dependOnClassesThat().areAssignableTo(Value.class);

    @ArchTest
    public static final ArchRule propertiesAreValidatedRecords = classes()
            .that()
            .haveSimpleNameEndingWith("Properties")
            .or()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should()
            .beRecords()
            .andShould()
            .beAnnotatedWith(Validated.class)
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule noLombok = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("lombok..")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule moneyIsNeverBinary = noFields()
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(Float.class);

    @ArchTest
    public static final ArchRule nothingComputesInBinary =
            noMethods().should().haveRawReturnType(double.class).orShould().haveRawReturnType(float.class);

    @ArchTest
    public static final ArchRule sharedStateIsFinal = fields().that()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith(Component.class)
            .should()
            .beFinal();

    @ArchTest
    public static final ArchRule everyPackageIsNullMarked = classes().should(beInANullMarkedPackage());

    private ServiceRules() {}

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
