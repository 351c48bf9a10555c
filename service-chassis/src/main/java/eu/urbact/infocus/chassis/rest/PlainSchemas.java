package eu.urbact.infocus.chassis.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Says in the API document what the code means, where the two languages differ: the default of a number is a number, a pattern is about the
 * whole text (in JSON Schema it would be about a part of it), a set is a list in which nothing counts twice, and a tree of JSON is an object of any kind, not what the library knows of
 * its nodes.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class PlainSchemas implements OASFilter {

    /** Of a text that must not be blank: here a part is meant. */
    private static final String NOT_BLANK = "\\S";

    private static final String WHOLE = "^(?:%s)$";
    private static final String JSON_TREE = "JsonNode";
    private static final String JSON_TREE_KIND = "JsonNodeType";

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getDefaultValue() instanceof String text) {
            schema.setDefaultValue(typed(text, schema.getType()));
        }
        if (schema.getUniqueItems() != null) {
            // what is sent twice is taken once
            schema.setUniqueItems(null);
        }
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.equals(NOT_BLANK) && !pattern.startsWith("^(?:")) {
            schema.setPattern(WHOLE.formatted(pattern));
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        if (schemas.containsKey(JSON_TREE)) {
            api.getComponents().removeSchema(JSON_TREE_KIND);
            api.getComponents()
                    .addSchema(
                            JSON_TREE,
                            OASFactory.createSchema().addType(SchemaType.OBJECT).description("Any JSON object."));
        }
    }

    private static Object typed(String text, List<SchemaType> types) {
        if (types == null) {
            return text;
        }
        if (types.contains(SchemaType.INTEGER) || types.contains(SchemaType.NUMBER)) {
            return new BigDecimal(text);
        }
        return types.contains(SchemaType.BOOLEAN) ? (Object) Boolean.valueOf(text) : text;
    }
}
