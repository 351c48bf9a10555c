package eu.urbact.infocus.portal;

import java.util.List;
import java.util.stream.Stream;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** What keeps the portal a portal: areas that do not know each other, nothing stored, nothing decided. */
class ArchitectureTest {

    private static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("eu.urbact.infocus.portal");

    @Test
    void areasKnowTheShellOnly() {
        slices().matching("eu.urbact.infocus.portal.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        com.tngtech.archunit.base.DescribedPredicate.alwaysTrue(),
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                "eu.urbact.infocus.portal.shell.."))
                .check(PORTAL);
        noClasses()
                .that()
                .resideInAPackage("..portal.shell..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..portal.home..",
                        "..portal.workshop..",
                        "..portal.programme..",
                        "..portal.answers..",
                        "..portal.apply..",
                        "..portal.calleditor..",
                        "..portal.myapplication..",
                        "..portal.owndata..",
                        "..portal.desk..",
                        "..portal.suggestion..",
                        "..portal.partner..",
                        "..portal.door..",
                        "..portal.clusters..",
                        "..portal.cities..",
                        "..portal.matching..",
                        "..portal.pages..")
                .check(PORTAL);
    }

    @Test
    void nothingIsStored() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "jakarta.persistence..", "org.hibernate..", "java.nio.file..")
                .check(PORTAL);
    }

    @Test
    void noFieldInjectionAndNoClockOfItsOwn() {
        noFields().should().beAnnotatedWith(Inject.class).check(PORTAL);
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .check(PORTAL);
    }

    /** A body that is called like a part of the path would be put into the path, and nothing be sent. */
    @Test
    void noBodyOfARequestIsCalledLikeAPartOfItsPath() {
        List<String> lost = PORTAL.stream()
                .filter(type -> type.isInterface() && type.getSimpleName().endsWith("Client"))
                .map(JavaClass::reflect)
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(Path.class))
                .flatMap(method -> Stream.of(method.getParameters())
                        .filter(parameter -> parameter.getAnnotations().length == 0)
                        .filter(parameter -> method.getAnnotation(Path.class)
                                .value()
                                .matches(".*\\{" + parameter.getName() + "[}:].*"))
                        .map(parameter -> method + " " + parameter.getName()))
                .toList();
        assertThat(lost).isEmpty();
    }

    @Test
    void servicesAreAskedInOnePlace() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Client")
                .and()
                .resideInAPackage("..portal.shell.services..")
                .should()
                .onlyBeAccessed()
                .byAnyPackage("eu.urbact.infocus.portal..")
                .check(PORTAL);
        noClasses()
                .that()
                .resideOutsideOfPackage("..portal.shell.services..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.eclipse.microprofile.rest.client.inject.RestClient")
                .check(PORTAL);
    }
}
