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
        assertThat(page.body())
                .contains(
                        "<a href=\"#text\">Content: Faulty. One error was found. Nothing was brought in.</a>",
                        "cities: &lt;b&gt;")
                .doesNotContain("<swapped>", "<b>");

        Reply uploaded = organiser.upload(
                PAGE, PAGE, Map.of("text", ""), "file", "cities: <i>Málaga\n".getBytes(StandardCharsets.UTF_8));

        assertThat(uploaded.status()).isEqualTo(422);
        assertThat(uploaded.body())
                .contains(
                        "<a href=\"#file\">File: Faulty. One error was found. Nothing was brought in.</a>",
                        "cities: &lt;i&gt;Málaga")
                .doesNotContain("<i>");
    }

    @Test
    void aByteOfNoCharacterIsToldByItsPlace() {
        Neighbours.DIRECTORY.reply("POST", IMPORTS, 422, "application/problem+json", """
                {"type":"urn:infocus:problem:reference-data-faulty","title":"Faulty","status":422,"detail":"One error was found.",
                 "errors":[{"line":1,"column":10,"field":"","message":"the file is not in UTF-8: here stands a byte that belongs to no character"}]}""");
        byte[] western = "cities: Málaga\n".getBytes(StandardCharsets.ISO_8859_1);

        Reply page = new Browser().signedInAs(Person.ORGANISER).upload(PAGE, PAGE, Map.of("text", ""), "file", western);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains(
                        "One error was found. Nothing was brought in.",
                        "Line 1, column 10: the file is not in UTF-8: here stands a byte that belongs to no character");
        assertThat(page.body()).doesNotContain("laga", "\uFFFD");
        // as long as it was chosen: nothing has been put in the place of the byte
        assertThat(Neighbours.DIRECTORY.requests(IMPORTS)).singleElement().satisfies(request -> assertThat(
                        request.header("Content-Length"))
                .isEqualTo(String.valueOf(western.length)));
    }

    @Test
    void asMuchAsTheDirectoryReadsComesIn() {
        Neighbours.DIRECTORY.reply("POST", IMPORTS, 201, """
                {"id":"%s","dataVersion":"2016.2","importedAt":"2016-10-10T09:00:01Z","created":0,"updated":0,"unchanged":9,"entries":[]}""".formatted(ID));
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        String file = "# a long comment\n".repeat(150_000);

        Reply answer = organiser.upload(PAGE, PAGE, Map.of("text", ""), "file", file.getBytes(StandardCharsets.UTF_8));

        assertThat(file).hasSize(2_550_000);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(Neighbours.DIRECTORY.requests(IMPORTS))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).isEqualTo(file));
        assertThat(organiser.open(PAGE).text())
                .contains("YAML in UTF-8, at most 3 MB.", "At most 1 MB; a longer one comes in as a file.");
    }

    @Test
    void whatIsLargerIsRefusedByTheDirectoryInItsWords() {
        Neighbours.DIRECTORY.reply("POST", IMPORTS, 422, "application/problem+json", """
                {"type":"urn:infocus:problem:reference-data-faulty","title":"Faulty","status":422,"detail":"One error was found.",
                 "errors":[{"line":1,"column":1,"field":"","message":"the file is larger than 3000000 bytes"}]}""");
        byte[] file = "# a long comment\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);

        Reply page = new Browser().signedInAs(Person.ORGANISER).upload(PAGE, PAGE, Map.of("text", ""), "file", file);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Line 1, column 1: the file is larger than 3000000 bytes");
        assertThat(page.body()).doesNotContain("a long comment");
    }

    @Test
    void onlyWhatTheFieldCouldSendWithTwoBytesForEachEndOfALineIsShownInIt() {
        Neighbours.DIRECTORY.reply("POST", IMPORTS, 422, "application/problem+json", """
                {"type":"urn:infocus:problem:reference-data-faulty","title":"Faulty","status":422,"detail":"One error was found.","errors":[]}""");
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        // with their ends of lines exactly 1,000,000 bytes, and one line more
        for (int lines : new int[] {100_000, 100_001}) {
            byte[] file = "# a note\n".repeat(lines).getBytes(StandardCharsets.UTF_8);

            Reply page = organiser.upload(PAGE, PAGE, Map.of("text", ""), "file", file);

            assertThat(page.status()).isEqualTo(422);
            assertThat(page.text()).contains("One error was found.");
            assertThat(page.body().contains("# a note")).isEqualTo(lines == 100_000);
        }
    }

    @Test
    void nothingIsNoFile() {
        Reply page = new Browser().signedInAs(Person.ORGANISER).submit(PAGE, PAGE, Map.of("text", " "));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("<a href=\"#file\">Choose a file, or paste its content.</a>");
    }

    @Test
    void partnersAndStrangersStayOut() {
        assertThat(new Browser().signedInAs(Person.PORTO).open(PAGE).status()).isEqualTo(403);
        assertThat(new Browser().step(PAGE).status()).isIn(302, 303);
    }
}
