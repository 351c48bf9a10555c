package eu.urbact.infocus.chassis.rest;

import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Describes the refusals that follow from what an operation takes, so that no resource has to: it names something in its path or by
 * a link that somebody got in a mail (404), it has a body (413, 415, 422), its query takes numbers, choices or texts of some form (422), it takes
 * {@code If-Match} (412, 428) or an {@code Idempotency-Key} (409, 422). Any request may hold something that cannot be read (400), and a list for organisers, city
 * partners or the desk takes no filter that it does not know (422). Whatever is refused is refused with a problem. And what
 * is changed with {@code If-Match} is read with an {@code ETag}. What the resource itself says of a status stays, and what a key adds is put behind it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonRefusals implements OASFilter {

    /** How the names of headers end that carry such a link. */
    static final String LINK = "-Link";

    private static final String PROBLEM = "application/problem+json";
    private static final String TAG = "For If-Match, where this or a part of it is changed";
    private static final String UNREADABLE = "The request cannot be read";
    private static final String ANOTHER_FORM = "The body has another media type";
    private static final String UNKNOWN = "There is no such thing, or you may not see it";
    private static final String NO_LINK = "The link opens nothing, or not any more";
    private static final String TOO_LARGE = "The request is larger than is taken; the detail says how much is";
    private static final String INVALID = "Values that cannot be accepted, field by field";
    private static final String STALE = "Somebody has changed it in the meantime";
    private static final String UNSEEN = "If-Match is missing";
    private static final String KEY_IN_USE =
            "A request with this key is still running, or what it was about, or part of it, was erased since";
    private static final String KEY_REUSED = "This key was used for another request, or is no valid key";

    /** Where what follows depends on the address. */
    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        Map<String, PathItem> paths = api.getPaths().getPathItems();
        paths.forEach((path, item) -> {
            if (item.getGET() != null && UnknownFilters.isForRoles(path)) {
                unlessSaid(item.getGET(), "422", INVALID);
            }
            item.getOperations().values().forEach(CommonRefusals::asProblems);
            item.getOperations().forEach((method, operation) -> {
                if (takes(operation, Parameter.In.HEADER, named(HttpHeaders.IF_MATCH::equals))) {
                    shown(path, method, paths).forEach(CommonRefusals::withTag);
                }
            });
        });
    }

    /** Where what an operation changes is read, with its entity tag: at the same address, or, of what happens to one thing, at that thing's. */
    private static Stream<Operation> shown(String path, HttpMethod method, Map<String, PathItem> paths) {
        String thing = path.substring(0, path.lastIndexOf('/'));
        return Stream.of(
                        method == HttpMethod.POST ? null : paths.get(path),
                        thing.endsWith("}") ? paths.get(thing) : null)
                .filter(Objects::nonNull)
                .map(PathItem::getGET)
                .filter(Objects::nonNull);
    }

    private static void withTag(Operation read) {
        APIResponse answer = read.getResponses().getAPIResponse("200");
        if (answer != null
                && (answer.getHeaders() == null || !answer.getHeaders().containsKey(HttpHeaders.ETAG))) {
            answer.addHeader(
                    HttpHeaders.ETAG,
                    OASFactory.createHeader()
                            .description(TAG)
                            .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
        }
    }

    /** A refusal without content is one that was described before anybody knew what all of them look like. */
    private static void asProblems(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") && response.getContent() == null && response.getRef() == null) {
                response.setContent(OASFactory.createContent().addMediaType(PROBLEM, problem()));
            }
        });
    }

    @Override
    public Operation filterOperation(Operation operation) {
        unlessSaid(operation, "400", UNREADABLE);
        if (takes(operation, Parameter.In.PATH, any -> true)) {
            unlessSaid(operation, "404", UNKNOWN);
        }
        if (takes(operation, Parameter.In.HEADER, named(name -> name.endsWith(LINK)))) {
            unlessSaid(operation, "404", NO_LINK);
        }
        if (operation.getRequestBody() != null) {
            unlessSaid(operation, "413", TOO_LARGE);
            unlessSaid(operation, "415", ANOTHER_FORM);
            unlessSaid(operation, "422", INVALID);
        }
        if (takes(operation, Parameter.In.QUERY, parameter -> isParticular(parameter.getSchema()))) {
            unlessSaid(operation, "422", INVALID);
        }
        if (takes(operation, Parameter.In.HEADER, named(HttpHeaders.IF_MATCH::equals))) {
            unlessSaid(operation, "412", STALE);
        }
        if (takes(operation, Parameter.In.HEADER, CommonRefusals::isNeededTag)) {
            unlessSaid(operation, "428", UNSEEN);
        }
        if (takes(operation, Parameter.In.HEADER, named(Idempotency.HEADER::equals))) {
            andAlso(operation, "409", KEY_IN_USE);
            andAlso(operation, "422", KEY_REUSED);
        }
        return operation;
    }

    private static boolean takes(Operation operation, Parameter.In in, Predicate<Parameter> which) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getIn() == in && which.test(parameter));
    }

    private static boolean isNeededTag(Parameter parameter) {
        return HttpHeaders.IF_MATCH.equals(parameter.getName())
                && !EntityTags.MAY_BE_LEFT_OUT.equals(parameter.getDescription());
    }

    private static Predicate<Parameter> named(Predicate<String> name) {
        return parameter -> name.test(parameter.getName());
    }

    /** Whether there are values that it does not take. Of a yes or no everything that is not yes means no. */
    private static boolean isParticular(Schema schema) {
        if (schema == null || schema.getType() == null) {
            // a choice that is described elsewhere
            return schema != null;
        }
        if (schema.getType().contains(SchemaType.ARRAY)) {
            return isParticular(schema.getItems());
        }
        return schema.getType().contains(SchemaType.INTEGER)
                || schema.getType().contains(SchemaType.NUMBER)
                || schema.getEnumeration() != null
                || schema.getFormat() != null
                || schema.getPattern() != null
                || schema.getMaxLength() != null;
    }

    private static void unlessSaid(Operation operation, String status, String description) {
        APIResponses responses = operation.getResponses();
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(
                    status,
                    OASFactory.createAPIResponse()
                            .description(description)
                            .content(OASFactory.createContent().addMediaType(PROBLEM, problem())));
        }
    }

    /** As the others, which the resources describe, get it. */
    private static MediaType problem() {
        return OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/HttpProblem"));
    }

    private static void andAlso(Operation operation, String status, String description) {
        APIResponse said = operation.getResponses().getAPIResponse(status);
        if (said == null) {
            unlessSaid(operation, status, description);
        } else {
            said.setDescription(said.getDescription() + ". " + description);
        }
    }
}
