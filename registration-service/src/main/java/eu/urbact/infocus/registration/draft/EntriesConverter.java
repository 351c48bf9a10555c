package eu.urbact.infocus.registration.draft;

import java.util.Locale;
import jakarta.persistence.AttributeConverter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Entries as JSON in plain ASCII, so that whatever a browser can send can be kept, also what PostgreSQL does not take as text. */
final class EntriesConverter implements AttributeConverter<DraftEntries, String> {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Override
    public String convertToDatabaseColumn(DraftEntries entries) {
        try {
            return JSON.writeValueAsString(entries);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("entries are plain values", e);
        }
    }

    /** How a text stands among the entries, in small letters. */
    static String characters(String text) {
        try {
            String quoted = JSON.writeValueAsString(text);
            return quoted.substring(1, quoted.length() - 1).toLowerCase(Locale.ROOT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text is a plain value", e);
        }
    }

    @Override
    public DraftEntries convertToEntityAttribute(String json) {
        try {
            return JSON.readValue(json, DraftEntries.class);
        } catch (JsonProcessingException e) {
            // without the cause: its message would quote what somebody has written
            throw new IllegalStateException("a draft cannot be read");
        }
    }
}
