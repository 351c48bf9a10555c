package eu.urbact.infocus.chassis.rest;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/**
 * Takes days, times and identifiers in the one form that the API documents have for them. The library would also make a moment of a number
 * of seconds (or of milliseconds that were meant), a day of a list of numbers or of a moment, and nothing at all of a blank identifier.
 */
class AsWritten extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    /** Years far away, too: they are for the rules of a field to refuse, which say what is taken. */
    private static final String DAY = "[+-]?\\d{4,9}-\\d{2}-\\d{2}";

    private static final String TIME = "\\d{2}:\\d{2}(:[0-9.]+)?";
    private static final Pattern MOMENT = Pattern.compile(DAY + "T" + TIME + "(Z|[+-][0-9:]+)");

    private static final Map<Class<?>, Pattern> FORMS = Map.of(
            LocalDate.class, Pattern.compile(DAY),
            LocalTime.class, Pattern.compile(TIME),
            LocalDateTime.class, Pattern.compile(DAY + "T" + TIME),
            Instant.class, MOMENT,
            OffsetDateTime.class, MOMENT,
            UUID.class, Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"));

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
        return FORMS.containsKey(type.getBeanClass()) ? new InForm(deserializer, type.getBeanClass()) : deserializer;
    }

    /** Refuses what has another form; of the rest the library makes the value, or refuses it, too. */
    private static final class InForm extends DelegatingDeserializer {

        private static final long serialVersionUID = 1L;

        private final Class<?> type;

        InForm(JsonDeserializer<?> library, Class<?> type) {
            super(library);
            this.type = type;
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> library) {
            return new InForm(library, type);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)
                    || !FORMS.get(type).matcher(parser.getText()).matches()) {
                throw MismatchedInputException.from(parser, type, "not in the form of " + type.getSimpleName());
            }
            return super.deserialize(parser, context);
        }
    }
}
