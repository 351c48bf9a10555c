package eu.urbact.infocus.directory.revision.rest;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import eu.urbact.infocus.directory.revision.Revalidated;

/**
 * Describes 304 for each read that is {@link Revalidated}: said at the resources it would take the place of what they answer otherwise.
 * Before the filters of the chassis, as among equals the order, and with it that of the answers in the document, is another one from build
 * to build.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class RevalidatedAnswers implements OASFilter {

    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName GET = DotName.createSimple("jakarta.ws.rs.GET");

    private final Set<String> paths;

    /** Made at build time, with what is known of all classes. */
    public RevalidatedAnswers(IndexView index) {
        paths = index.getAnnotations(Revalidated.class).stream()
                .map(AnnotationInstance::target)
                .flatMap(RevalidatedAnswers::methods)
                .filter(method -> method.hasAnnotation(GET))
                .map(method -> path(method.declaringClass().declaredAnnotation(PATH)) + path(method.annotation(PATH)))
                .collect(Collectors.toSet());
    }

    private static Stream<MethodInfo> methods(AnnotationTarget marked) {
        return marked.kind() == AnnotationTarget.Kind.CLASS
                ? marked.asClass().methods().stream()
                : Stream.of(marked.asMethod());
    }

    /** As the API document has it: without the forms of the variables. */
    private static String path(AnnotationInstance annotation) {
        if (annotation == null) {
            return "";
        }
        String path = annotation.value().asString().replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}");
        return (path.startsWith("/") ? "" : "/") + path.replaceFirst("/$", "");
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (paths.contains(path) && item.getGET() != null) {
                item.getGET()
                        .getResponses()
                        .addAPIResponse("304", OASFactory.createAPIResponse().description("You have it already"));
            }
        });
    }
}
