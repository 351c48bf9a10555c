package eu.urbact.infocus.portal.desk;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;
import eu.urbact.infocus.portal.testing.StubService.Request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The list as a file. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class DeskDownloadTest {

    private static final String LIST = "/org/w/frankfurt-2016/admission";
    private static final String FILE = "/org/w/frankfurt-2016/applications-file";
    private static final String EXPORT = "/api/v1/admin/applications/export";

    private Browser organiser;

    @BeforeEach
    void signIn() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.reply(
                "GET", EXPORT, 200, "text/csv;charset=UTF-8", "\uFEFFapplication_id\r\n\"ü\"\r\n");
        organiser = new Browser().signedInAs(Person.ORGANISER);
    }

    @Test
    void theFileIsTheListsAndTheWordsOfASearchAreInNoAddress() {
        String list = organiser
                .submit(
                        LIST,
                        LIST,
                        Map.of("state", "SUBMITTED", "city", "porto", "q", "ana@example.org", "sort", "name"))
                .header("Location");

        Reply file = organiser.submit(list, FILE, Map.of("format", "csv"));

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).isEqualTo("\uFEFFapplication_id\r\n\"ü\"\r\n");
        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition"))
                .matches("attachment; filename=\"applications-[0-9-]{10}\\.csv\"");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        Request request = Neighbours.REGISTRATION.requests(EXPORT).get(0);
        assertThat(request.query())
                .contains(
                        "format=csv",
                        "call=call-1",
                        "state=SUBMITTED",
                        "city=porto",
                        "q=ana%40example.org",
                        "sort=name");
        assertThat(request.header("Authorization")).startsWith("Bearer ");
    }

    @Test
    void thePlanHasAFileOfExactlyWhatItShows() {
        String plan = "/org/w/frankfurt-2016/plan";
        Reply page =
                organiser.open(plan + "?state=SUBMITTED&city=none&profile=EXPERT&staged=NONE&unvoted=true&sort=votes");
        String form = page.body()
                .substring(
                        page.body().indexOf("action=\"" + FILE + "\""),
                        page.body().indexOf("Download as CSV"));
        assertThat(form)
                .contains(
                        "name=\"state\" value=\"SUBMITTED\"",
                        "name=\"city\" value=\"none\"",
                        "name=\"profile\" value=\"EXPERT\"",
                        "name=\"staged\" value=\"NONE\"",
                        "name=\"unvoted\" value=\"true\"",
                        "name=\"sort\" value=\"votes\"");

        Reply file = organiser.submit(
                plan + "?state=SUBMITTED&city=none&profile=EXPERT&staged=NONE&unvoted=true&sort=votes",
                FILE,
                Map.of("format", "csv", "list", "plan"));

        assertThat(file.status()).isEqualTo(200);
        assertThat(Neighbours.REGISTRATION.requests(EXPORT).get(0).query())
                .contains(
                        "state=SUBMITTED", "city=none", "profile=EXPERT", "staged=NONE", "unvoted=true", "sort=votes");
        Reply forgotten = organiser.submit(plan + "?search=old", FILE, Map.of("format", "csv", "list", "plan"));
        assertThat(forgotten.header("Location")).endsWith("/plan?search=old");
    }

    @Test
    void theFileIsNarrowedByWhatTheRoomIsBalancedBy() {
        String narrowed = "?profile=EXPERT&newcomer=true&contributor=false&cluster=gaia&seat=OPEN";
        for (String list : new String[] {LIST, "/org/w/frankfurt-2016/plan"}) {
            assertThat(organiser
                            .submit(list + narrowed, FILE, Map.of("format", "csv"))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(Neighbours.REGISTRATION.requests(EXPORT)).hasSize(2).allSatisfy(request -> assertThat(
                        request.query())
                .contains("profile=EXPERT", "newcomer=true", "contributor=false", "cluster=gaia", "bucket=OPEN"));
    }

    @Test
    void forgottenWordsDoNotMakeAFileOfEverybody() {
        Reply answer = organiser.submit(LIST + "?search=old", FILE, Map.of("format", "xlsx"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/admission?search=old");
        assertThat(Neighbours.REGISTRATION.requests(EXPORT)).isEmpty();
    }

    /** It begins to come when its last row is written. */
    @Test
    void aWorkbookIsWaitedForLongerThanAPage() throws Exception {
        Neighbours.REGISTRATION.hang(EXPORT);
        CompletableFuture<Reply> file =
                CompletableFuture.supplyAsync(() -> organiser.submit(LIST, FILE, Map.of("format", "xlsx")));
        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(15))
                .until(() -> !file.isDone()
                        && !Neighbours.REGISTRATION.requests(EXPORT).isEmpty());

        Neighbours.REGISTRATION.goOn();

        assertThat(file.get().status()).isEqualTo(200);
    }

    @Test
    void othersOutagesAndOddFormats() {
        assertThat(organiser.submit(LIST, FILE, Map.of("format", "exe")).status())
                .isEqualTo(404);
        Neighbours.REGISTRATION.reply("GET", EXPORT, 503, "{}");
        assertThat(organiser.submit(LIST, FILE, Map.of("format", "csv")).status())
                .isEqualTo(503);
        Neighbours.REGISTRATION.reply("GET", EXPORT, 403, "{}");
        assertThat(organiser.submit(LIST, FILE, Map.of("format", "csv")).status())
                .isEqualTo(403);
        Browser porto = new Browser().signedInAs(Person.PORTO);
        assertThat(porto.submit("/partner/", FILE, Map.of("format", "csv")).status())
                .isEqualTo(403);
        assertThat(organiser.step(FILE).status()).isEqualTo(303);
    }
}
