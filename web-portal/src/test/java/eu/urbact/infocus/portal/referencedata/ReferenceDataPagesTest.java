package eu.urbact.infocus.portal.referencedata;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ReferenceDataPagesTest {

    private static final String PAGE = "/org/reference-data";
    private static final String IMPORTS = "/api/v1/admin/reference-data-imports";
    private static final String ID = "0190aaaa-0000-7000-8000-000000000001";

    @BeforeEach
    void services() {
        Answers.frankfurt();
    }

    @Test
    void aFileIsBroughtInAndReportedLineByLine() {
        String report = """
                {"id":"%s","dataVersion":"2016.2","importedAt":"2016-10-10T09:00:01Z","created":1,"updated":0,"unchanged":7,
                 "entries":[{"line":12,"kind":"NACE_SECTION","id":"A","change":"CREATED"},{"line":14,"kind":"CLUSTER","id":"gaia","change":"KEPT"},
                 {"line":20,"kind":"CLUSTER","id":"same","change":"UNCHANGED"}]}""".formatted(ID);
        Neighbours.DIRECTORY.reply("POST", IMPORTS, 201, report);
        Neighbours.DIRECTORY.get(IMPORTS + "/" + ID, report);
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);

        Reply answer = organiser.submit(PAGE, PAGE, Map.of("text", "format: infocus-reference-data\n"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(PAGE + "/" + ID);
        assertThat(Neighbours.DIRECTORY.requests(IMPORTS).get(0).header("Authorization"))
                .startsWith("Bearer ");
        assertThat(organiser.open(PAGE + "/" + ID).text())
                .contains("Created 1", "Unchanged 7", "12 nace section A created", "14 cluster gaia kept")
                .doesNotContain("same");
    }

    @Test
    void whatIsWrongIsShownByLineAndColumnWithTheInput() {
        Neighbours.DIRECTORY.reply("POST", IMPORTS, 422, "application/problem+json", """
                {"type":"urn:infocus:problem:reference-data-faulty","title":"Faulty","status":422,"detail":"One error was found.",
                 "errors":[{"line":7,"column":13,"field":"cities[0].lat","message":"latitude and longitude are <swapped>"}]}""");
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);

        Reply page = organiser.submit(PAGE, PAGE, Map.of("text", "cities: <b>\n"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Error");
        assertThat(page.text())
                .contains(
                        "One error was found. Nothing was brought in.",
                        "Line 7, column 13: latitude and longitude are <swapped> cities[0].lat");
        assertThat(page.body()).contains("cities: &lt;b&gt;").doesNotContain("<swapped>", "<b>");
    }

    @Test
    void aFileThatIsNotInUtf8IsNotPassedOn() {
        byte[] western = "cities: Málaga\n".getBytes(StandardCharsets.ISO_8859_1);

        Reply page = new Browser().signedInAs(Person.ORGANISER).upload(PAGE, PAGE, Map.of("text", ""), "file", western);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("The file is not in UTF-8.");
        assertThat(page.body()).doesNotContain("laga", "\uFFFD");
        assertThat(Neighbours.DIRECTORY.requests(IMPORTS)).isEmpty();
    }

    @Test
    void nothingIsNoFile() {
        Reply page = new Browser().signedInAs(Person.ORGANISER).submit(PAGE, PAGE, Map.of("text", " "));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Choose a file, or paste its content.");
    }

    @Test
    void partnersAndStrangersStayOut() {
        assertThat(new Browser().signedInAs(Person.PORTO).open(PAGE).status()).isEqualTo(403);
        assertThat(new Browser().step(PAGE).status()).isIn(302, 303);
    }
}
