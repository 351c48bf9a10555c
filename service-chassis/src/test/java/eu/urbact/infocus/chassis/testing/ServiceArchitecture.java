package eu.urbact.infocus.chassis.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The rules of the house, for every service alike. */
public final class ServiceArchitecture {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year");

    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String CONSUMES = "jakarta.ws.rs.Consumes";
    private static final Set<String> RESOURCE_METHODS =
            Set.of("jakarta.ws.rs.POST", "jakarta.ws.rs.PUT", "jakarta.ws.rs.PATCH", "jakarta.ws.rs.DELETE");
    private static final String SCHEDULED = "io.quarkus.scheduler.Scheduled";
    private static final Set<String> FILES = Set.of("[B", "java.lang.String", "java.io.InputStream");

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret)");
    private static final Pattern FROM_OUTSIDE = Pattern.compile("\\$\\{[A-Z0-9_]+}");

    private ServiceArchitecture() {}

    /** Checks all rules on the main classes below this package, and that the settings hold no secret; fails with the violations. */
    public static void check(String basePackage) {
        checkSecrets(Path.of("src/main/resources/application.properties"));
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(basePackage);
        rulesFor(basePackage).forEach(rule -> rule.check(classes));
    }

    /** What is secret stands in the source for work on one's own machine only; in production the environment has it. */
    private static void checkSecrets(Path settings) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(settings)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(properties.stringPropertyNames())
                .filteredOn(key -> SECRET.matcher(key).matches()
                        && !key.startsWith("%dev.")
                        && !key.startsWith("%test.")
                        && !FROM_OUTSIDE.matcher(properties.getProperty(key)).matches())
                .as("secrets in %s", settings)
                .isEmpty();
    }

    /** The rules for a service whose features are the direct sub-packages of this package. */
    public static List<ArchRule> rulesFor(String base) {
        return List.of(
                slices().matching(base + ".(*)..").should().beFreeOfCycles().as("features are free of cycles"),
                onlyFromItsOwnKind("rest"),
                onlyFromItsOwnKind("events"),
                noClasses()
                        .that()
                        .areAnnotatedWith("jakarta.persistence.Entity")
                        .or()
                        .haveSimpleNameEndingWith("Policy")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "jakarta.ws.rs..",
                                "org.eclipse.microprofile.reactive..",
                                "io.smallrye.reactive..",
                                "org.apache.kafka..",
                                "io.quarkus.oidc..",
                                "org.eclipse.microprofile.jwt..",
                                "io.quarkus.qute..")
                        .as("aggregates and policies know no JAX-RS, messaging, OIDC or Qute"),
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith("jakarta.ws.rs.Path")
                        .and()
                        .arePublic()
                        .should(notShowEntities())
                        .allowEmptyShould(true)
                        .as("entities never appear in a resource's signature"),
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(PATH)
                        .should(sayWhatFileTheyTake())
                        .allowEmptyShould(true)
                        .as("what takes a file says of which media types; everything else takes JSON alone"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Emitter")
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("io.smallrye.reactive.messaging.MutinyEmitter")
                        .orShould()
                        .dependOnClassesThat()
                        .resideInAPackage("org.apache.kafka.clients.producer..")
                        .as("only the chassis touches an emitter"),
                noClasses().should().callMethodWhere(readsTheRealTime()).as("the time comes from the injected Clock"),
                noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Date"),
                methods()
                        .that()
                        .areAnnotatedWith(SCHEDULED)
                        .should(notWaitForATimeOfDay())
                        .allowEmptyShould(true)
                        .as("nothing waits for a time of day, at which the machine may be off"),
                fields().should(notBeInjected()).allowEmptyShould(true).as("no field injection"),
                classes()
                        .that(are(beansInDefaultPackage(base)))
                        .should()
                        .resideInAPackage(base + ".*..")
                        .allowEmptyShould(true)
                        .as("every class belongs to a feature"));
    }

    private static ArchRule onlyFromItsOwnKind(String kind) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(".." + kind + "..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("eu.urbact.infocus..")
                        .and(JavaClass.Predicates.resideInAPackage(".." + kind + ".."))
                        .and(DescribedPredicate.not(
                                JavaClass.Predicates.resideInAPackage("eu.urbact.infocus.chassis.rest"))))
                .as("nobody depends on a package '" + kind + "'");
    }

    private static DescribedPredicate<JavaClass> beansInDefaultPackage(String base) {
        return DescribedPredicate.describe(
                "in the service's root package",
                type -> type.getPackageName().equals(base)
                        && !type.getSimpleName().equals("package-info"));
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> readsTheRealTime() {
        return DescribedPredicate.describe("reads the real time", call -> {
            AccessTarget.MethodCallTarget target = call.getTarget();
            String owner = target.getOwner().getName();
            boolean now = target.getName().equals("now")
                    && CLOCKS.contains(owner)
                    && target.getRawParameterTypes().stream()
                            .noneMatch(type -> type.getName().equals("java.time.Clock"));
            boolean systemClock =
                    owner.equals("java.time.Clock") && target.getName().startsWith("system");
            boolean millis =
                    owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
            return now || systemClock || millis;
        });
    }

    private static ArchCondition<JavaMethod> notShowEntities() {
        return new ArchCondition<>("not show entities") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getReturnType().getAllInvolvedRawTypes().forEach(type -> report(method, type, events));
                method.getParameterTypes().stream()
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .forEach(type -> report(method, type, events));
            }

            private void report(JavaMethod method, JavaClass type, ConditionEvents events) {
                if (type.isAnnotatedWith("jakarta.persistence.Entity")) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " shows the entity " + type.getSimpleName()));
                }
            }
        };
    }

    /** Bodies of these are read as they come: nothing else holds them to a media type. */
    private static ArchCondition<JavaMethod> sayWhatFileTheyTake() {
        return new ArchCondition<>("say what they consume") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean takesFile = RESOURCE_METHODS.stream().anyMatch(method::isAnnotatedWith)
                        && method.getParameters().stream()
                                .anyMatch(
                                        parameter -> parameter.getAnnotations().isEmpty()
                                                && FILES.contains(
                                                        parameter.getRawType().getName()));
                if (takesFile
                        && !method.isAnnotatedWith(CONSUMES)
                        && !method.getOwner().isAnnotatedWith(CONSUMES)) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " takes a body of any media type"));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> notWaitForATimeOfDay() {
        return new ArchCondition<>("not wait for a time of day") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!"".equals(method.getAnnotationOfType(SCHEDULED).get("cron").orElse(""))) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " runs by cron: say every how many hours it is to run"));
                }
            }
        };
    }

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaField> notBeInjected() {
        return new ArchCondition<>("not be injected") {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
                boolean injected = field.getAnnotations().stream()
                        .map(annotation -> annotation.getRawType().getName())
                        .anyMatch(Set.of(
                                "jakarta.inject.Inject",
                                "jakarta.ws.rs.core.Context",
                                "org.eclipse.microprofile.config.inject.ConfigProperty",
                                "org.eclipse.microprofile.reactive.messaging.Channel",
                                "org.eclipse.microprofile.rest.client.inject.RestClient")::contains);
                if (injected) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is injected"));
                }
            }
        };
    }
}
