package eu.urbact.infocus.chassis.rest;

import java.io.IOException;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;

import eu.urbact.infocus.chassis.validation.LineEnds;

/**
 * Takes JSON at its word: no number for a name, no text for a truth value, no field twice, nothing behind the end, days, times and
 * identifiers in their own form. Only line breaks are
 * read as one character, whatever the writer's system makes of them, so that they are counted and kept alike. And says
 * nothing of what there is not: a part is there, of the kind that the API document says, or it is left out.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    @Override
    @SuppressWarnings("deprecation") // the mapper is made by Quarkus, its builder is out of reach here
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        // which leaves out that a number or a truth value becomes a text
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.registerModule(new SimpleModule("line-ends").addDeserializer(String.class, new PlainLineEnds()));
        mapper.registerModule(new SimpleModule("as-written").setDeserializerModifier(new AsWritten()));
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        // values of maps are left alone: there somebody has put a null on purpose
        mapper.setDefaultPropertyInclusion(
                JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
    }

    /** A text with {@code \n} for every line break. */
    private static final class PlainLineEnds extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        PlainLineEnds() {
            super(String.class);
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.Textual;
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            return text == null ? null : LineEnds.plain(text);
        }
    }
}
