package eu.urbact.infocus.directory.cluster;

import java.lang.reflect.Type;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.type.format.AbstractJsonFormatMapper;

/**
 * How values are written into JSON columns. Its own mapper: what is stored must stay readable whatever is configured
 * for the API, and a profile that still holds a field of an earlier version must stay readable, too.
 */
@JsonFormat
@PersistenceUnitExtension
@Singleton
class StoredJson extends AbstractJsonFormatMapper {

    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the signature is Hibernate's
    public <T> T fromString(CharSequence text, Type type) {
        try {
            return mapper.readValue(text.toString(), mapper.constructType(type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON column does not hold a " + type.getTypeName(), e);
        }
    }

    @Override
    public <T> String toString(T value, Type type) {
        try {
            return mapper.writerFor(mapper.constructType(type)).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + type.getTypeName(), e);
        }
    }
}
