package eu.urbact.infocus.chassis.rest;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

import eu.urbact.infocus.chassis.problem.ProblemType;
import eu.urbact.infocus.chassis.problem.Problems;

/**
 * Describes in the API document what a problem is here: its types, which are a promise, and its members beside those of RFC 9457. What the library
 * describes instead is never answered.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemSchema implements OASFilter {

    private static final String PROBLEM = "HttpProblem";
    private static final String FIELD_ERROR = "FieldError";
    private static final String TYPE = "^(?:urn:infocus:problem:[a-z0-9]+(?:-[a-z0-9]+)*)$";
    private static final List<String> NEVER_ANSWERED = List.of("HttpValidationProblem", "Violation");

    private final List<ProblemType> types;

    /** Made at build time, with what is known of all classes. */
    public ProblemSchema(IndexView index) {
        DotName type = DotName.createSimple(ProblemType.class);
        types = index.getKnownClasses().stream()
                .map(ClassInfo::fields)
                .flatMap(List::stream)
                .filter(field -> Modifier.isStatic(field.flags()))
                .filter(field -> field.type().name().equals(type))
                .map(ProblemSchema::valueOf)
                .sorted(Comparator.comparing(ProblemType::code))
                .distinct()
                .toList();
    }

    private static ProblemType valueOf(FieldInfo constant) {
        try {
            Class<?> catalogue = Class.forName(
                    constant.declaringClass().name().toString(),
                    true,
                    Thread.currentThread().getContextClassLoader());
            Field field = catalogue.getDeclaredField(constant.name());
            field.setAccessible(true);
            return (ProblemType) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot be described: " + constant, e);
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        NEVER_ANSWERED.forEach(api.getComponents()::removeSchema);
        api.getComponents().addSchema(PROBLEM, problem());
        api.getComponents().addSchema(FIELD_ERROR, fieldError());
    }

    private Schema problem() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("What is wrong, as RFC 9457 has it. Other members may come.")
                .addRequired("type")
                .addRequired("title")
                .addRequired("status")
                .addProperty("type", type())
                .addProperty("title", text("The kind of problem in a few words for people. They may become others."))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).description("The status of the answer."))
                .addProperty("detail", text("This case in words for people, and often how to go on."))
                .addProperty("instance", text("The path that was asked for."))
                .addProperty(
                        Problems.ERRORS,
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("The fields, parameters or places of a file that it is about.")
                                .items(OASFactory.createSchema().ref("#/components/schemas/" + FIELD_ERROR)))
                .addProperty(
                        "by", text("Who was quicker: the name of an account; absent when it is not told or not known."))
                .addProperty("at", text("When they were.").format("date-time"))
                .addProperty(
                        "yourself",
                        OASFactory.createSchema()
                                .addType(SchemaType.BOOLEAN)
                                .description("Whether that was the caller's own account, as after a second click."));
    }

    private Schema type() {
        return text(types.stream()
                        .map(known -> "- `%s` (%d): %s".formatted(Problems.uri(known), known.status(), known.title()))
                        .collect(Collectors.joining(
                                "\n",
                                "The kind of problem, for programs. Those that are listed keep their meaning; new ones may"
                                        + " come.\n\n",
                                "\n")))
                .pattern(TYPE);
    }

    private static Schema fieldError() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("What is wrong with one field. Of a file, other members say where.")
                .addRequired("message")
                .addProperty("field", text("Its path in the request, e.g. `email` or `buckets[2].limit`."))
                .addProperty("message", text("How to mend it. Never the value itself."));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
