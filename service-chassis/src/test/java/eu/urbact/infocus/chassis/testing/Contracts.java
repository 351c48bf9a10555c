package eu.urbact.infocus.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.restassured.RestAssured;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import eu.urbact.infocus.chassis.problem.ProblemType;
import eu.urbact.infocus.chassis.problem.Problems;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks what a service promises to others, kept in {@code src/main/resources/contracts}: {@code asyncapi.yaml}, one schema per
 * event in {@code schemas/<fact>.v1.schema.json}, examples in {@code examples/<fact>.v1*.json} (a CloudEvent in structured form:
 * {@code type}, {@code subject}, {@code aggregateversion}, {@code data}, …), and {@code openapi.yaml}.
 */
public final class Contracts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = ".schema.json";
    private static final Pattern PROBLEM = Pattern.compile("urn:infocus:problem:[a-z0-9-]+");
    private static final String PREFIX = "^eu\\.urbact\\.infocus\\.[a-z-]+\\.";

    private final Path directory;

    private Contracts(Path directory) {
        this.directory = directory;
    }

    /** The contracts of the module whose tests are running. */
    public static Contracts ofThisService() {
        return new Contracts(Path.of("src/main/resources/contracts"));
    }

    /** The contracts of a neighbour, read by path: {@code ofService("registration-service")}. */
    public static Contracts ofService(String module) {
        return new Contracts(Path.of("..", module, "src/main/resources/contracts"));
    }

    /** Every event has a schema, an example that matches it, and an entry in {@code asyncapi.yaml}. */
    public void checkEvents() {
        String asyncApi = read(directory.resolve("asyncapi.yaml"));
        assertThat(asyncApi).startsWith("asyncapi: 3.0");
        checkMessages(asyncApi);
        List<Path> schemas = list("schemas");
        assertThat(schemas).isNotEmpty();
        for (Path schema : schemas) {
            String fact = fact(schema);
            assertThat(asyncApi)
                    .as("asyncapi.yaml lists %s", fact)
                    .contains(schema.getFileName().toString());
            List<Path> examples = list("examples").stream()
                    .filter(example -> example.getFileName().toString().startsWith(fact))
                    .toList();
            assertThat(examples).as("examples of %s", fact).isNotEmpty();
            for (Path example : examples) {
                JsonNode event = json(read(example));
                assertThat(event.path("specversion").asText()).isEqualTo("1.0");
                assertThat(event.path("type").asText()).endsWith("." + fact);
                assertThat(event.path("aggregateversion").asLong()).isPositive();
                assertValid(fact, event.path("data").toString());
            }
        }
    }

    /** The file is YAML without a key twice, and each message has the schema of its own name: a merge can mix them up line by line. */
    private static void checkMessages(String asyncApi) {
        JsonNode messages = yaml(asyncApi).at("/components/messages");
        assertThat(messages).isNotEmpty();
        for (JsonNode message : messages) {
            String fact = message.path("name").asText().replaceFirst(PREFIX, "");
            JsonNode payload = message.path("payload");
            assertThat(payload.path("schema")
                            .path("$ref")
                            .asText(payload.path("$ref").asText()))
                    .as("schema of %s", fact)
                    .isEqualTo("schemas/" + fact + SCHEMA);
        }
    }

    /** This data is what the schema of its type promises; {@code type} may be the whole CloudEvents type. */
    public void assertValid(String type, String data) {
        String fact = type.replaceFirst(PREFIX, "");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(directory.resolve("schemas").resolve(fact + SCHEMA)), InputFormat.JSON);
        List<Error> errors = schema.validate(
                data,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertThat(errors).as("%s against its schema", fact).isEmpty();
    }

    /** The producer's example of a fact, e.g. {@code application-admitted.v1}: a CloudEvent in structured form. */
    public JsonNode example(String name) {
        return json(read(directory.resolve("examples").resolve(name + ".json")));
    }

    /**
     * The committed {@code openapi.yaml} is the running application's. {@code -Dcontracts.update=true} writes it instead, to be
     * looked at and committed.
     */
    public void checkOpenApi() {
        String running = RestAssured.given()
                .accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        checkAnswers(yaml(running));
        checkProblems(yaml(running));
        Path committed = directory.resolve("openapi.yaml");
        if (Boolean.getBoolean("contracts.update")) {
            write(committed, running);
        }
        assertThat(read(committed))
                .as("contracts/openapi.yaml; rewrite it with -Dcontracts.update=true")
                .isEqualTo(running);
    }

    /**
     * An answer that says it has content says which: an annotation without a media type takes the schema away. And one that is about
     * another status may take the answer itself away.
     */
    private static void checkAnswers(JsonNode api) {
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                assertThat(operation.getValue().path("responses").propertyStream())
                        .as("%s %s says what it answers when all is well", operation.getKey(), path.getKey())
                        .anyMatch(answer -> answer.getKey().startsWith("2")
                                || answer.getKey().equals("303"));
                for (Map.Entry<String, JsonNode> answer :
                        operation.getValue().path("responses").properties()) {
                    JsonNode content = answer.getValue().path("content");
                    if (answer.getKey().startsWith("2") && !content.isMissingNode()) {
                        assertThat(content)
                                .as("content of %s of %s %s", answer.getKey(), operation.getKey(), path.getKey())
                                .isNotEmpty();
                    }
                }
            }
        }
    }

    /** Callers branch on the kinds of problems: all that the code knows are listed, and no others; nor what is never answered. */
    private static void checkProblems(JsonNode api) {
        JsonNode schemas = api.at("/components/schemas");
        assertThat(schemas.has("HttpValidationProblem") || schemas.has("Violation"))
                .as("what the library would answer is described")
                .isFalse();
        List<String> listed = PROBLEM.matcher(
                        schemas.at("/HttpProblem/properties/type/description").asText())
                .results()
                .map(MatchResult::group)
                .toList();
        List<String> known = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("eu.urbact.infocus").stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(ProblemType.class)
                                && field.getModifiers().contains(JavaModifier.STATIC))
                        .map(Contracts::problem)
                        .toList();
        assertThat(listed).as("kinds of problems in the document").containsExactlyInAnyOrderElementsOf(known);
    }

    private static String problem(JavaField constant) {
        try {
            Field field = constant.reflect();
            field.setAccessible(true);
            return Problems.uri((ProblemType) field.get(null)).toString();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fact(Path schema) {
        return schema.getFileName().toString().replace(SCHEMA, "");
    }

    private List<Path> list(String folder) {
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        Object read = new Yaml(new SafeConstructor(strict)).load(text);
        return JSON.valueToTree(read);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
