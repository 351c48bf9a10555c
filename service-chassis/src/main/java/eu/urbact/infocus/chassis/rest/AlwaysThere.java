package eu.urbact.infocus.chassis.rest;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * Says in the API document which parts of an answer are always there: numbers and truth values that cannot be null. Whatever else is not
 * there is left out. What comes in requests says so itself, by what it is validated with.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AlwaysThere implements OASFilter {

    private static final String REFERENCE = "#/components/schemas/";

    private final List<ClassInfo> records;

    /** Made at build time, with what is known of all classes. */
    public AlwaysThere(IndexView index) {
        records = index.getKnownClasses().stream().filter(ClassInfo::isRecord).toList();
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null || api.getPaths() == null) {
            return;
        }
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        Set<String> sent = new HashSet<>();
        api.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .forEach(schema -> addReferred(schema, schemas, sent));
        schemas.forEach((name, schema) -> {
            if (!sent.contains(name) && schema.getProperties() != null) {
                always(name, schema.getProperties().keySet()).forEach(schema::addRequired);
            }
        });
    }

    private static void addReferred(Schema schema, Map<String, Schema> schemas, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().replace(REFERENCE, "");
            if (names.add(name)) {
                addReferred(schemas.get(name), schemas, names);
            }
        }
        Stream.of(
                        Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema()),
                        all(
                                schema.getProperties() == null
                                        ? null
                                        : schema.getProperties().values()),
                        all(schema.getAllOf()),
                        all(schema.getAnyOf()),
                        all(schema.getOneOf()))
                .flatMap(parts -> parts)
                .forEach(part -> addReferred(part, schemas, names));
    }

    private static Stream<Schema> all(Collection<Schema> schemas) {
        return schemas == null ? Stream.of() : schemas.stream();
    }

    /** A schema has its record's name, with a number where two have the same, or with what a list is of; and exactly its parts. */
    private Set<String> always(String name, Set<String> properties) {
        return records.stream()
                .filter(type -> name.startsWith(type.simpleName()))
                .filter(type -> names(type.recordComponents()).equals(properties))
                .map(type -> names(type.recordComponents().stream()
                        .filter(component -> component.type().kind() == Type.Kind.PRIMITIVE)
                        .toList()))
                .reduce((one, other) ->
                        one.stream().filter(other::contains).collect(Collectors.toCollection(TreeSet::new)))
                .orElseGet(Set::of);
    }

    private static Set<String> names(List<RecordComponentInfo> components) {
        return components.stream().map(RecordComponentInfo::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
