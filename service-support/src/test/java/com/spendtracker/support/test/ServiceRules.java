package com.spendtracker.support.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rules that hold in every service; each service's {@code ArchitectureTests} applies them to its classes. */
public final class ServiceRules {
    @ArchTest
    public static final ArchRule noJdbc =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    public static final ArchRule nothingBlocksOrSubscribes = noClasses()
            .should()
            .callMethodWhere(JavaCall.Predicates.target(
                            HasName.Predicates.nameMatching("block|blockFirst|blockLast|subscribe|toIterable|toStream"))
                    .and(JavaCall.Predicates.target(
                            HasOwner.Predicates.With.owner(JavaClass.Predicates.assignableTo(Mono.class)
                                    .or(JavaClass.Predicates.assignableTo(Flux.class))))));

    @ArchTest
    public static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

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
    public static final ArchRule stateIsFinal = fields().should().beFinal();

    @ArchTest
    public static final ArchRule propertiesAreRecords = classes()
            .that()
            .haveSimpleNameEndingWith("Properties")
            .should()
            .beRecords()
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule everyPackageIsNullMarked = classes()
            .should(new ArchCondition<JavaClass>("be in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                    }
                }
            });

    private ServiceRules() {}
}
