package eu.urbact.infocus.portal.shell.services;

import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is sent of a profile: the services refuse members that they do not know. */
class ProfileContentTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                ProfileContent.class,
                ClusterDetails.class,
                ClusterDetails.Members.class,
                ProfileContent.Contact.class
            })
    void exactlyItsPartsAreSent(Class<? extends Record> type) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(part -> part.getType())
                .toArray(Class[]::new);
        Object empty = type.getDeclaredConstructor(types).newInstance(new Object[types.length]);

        JsonNode sent = new ObjectMapper().registerModule(new JavaTimeModule()).valueToTree(empty);

        List<String> parts = Arrays.stream(type.getRecordComponents())
                .map(part -> part.getName())
                .toList();
        assertThat(sent.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(parts);
    }
}
