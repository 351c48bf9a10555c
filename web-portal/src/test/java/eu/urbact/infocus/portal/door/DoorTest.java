package eu.urbact.infocus.portal.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The door. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class DoorTest {

    private static final Person DESK = new Person("Dora Desk", List.of("desk"), List.of());
    private static final String DAY = "/desk/w/frankfurt-2016/2016-11-24";
    private static final String API = "/api/v1/desk/calls/call-1/days/2016-11-24";
    private static final String TOKEN = "BwFXreYaAHAAgAAAAAAAABEAAAABAAAAAAAAAAAAAAAAAAAAAA";

    private static final String PERSON = """
            {"applicationId":"app-%d","givenName":"Łucja <b>","familyName":"Ștefănescu-Güell%d","organisation":"R&D Bielsko-Biała","cityId":"porto","country":"PT","daysAttended":0%s}""";

    /** In points. */
    private static final float MILLIMETRE = 72 / 25.4f;

    private static final String WALK_IN =
            "{\"id\":\"w\",\"givenName\":\"Ana\",\"familyName\":\"Núñez\",\"organisation\":\"X\",\"arrivedAt\":\"2016-11-24T08:30:00Z\"}";

    private Browser desk;

    @BeforeEach
    void signIn() {
        Answers.frankfurt();
        day("TODAY", false);
        Neighbours.REGISTRATION.get(
                API + "/people", "{\"items\":[" + person(1, "") + "],\"page\":0,\"size\":20,\"total\":1}");
        Neighbours.REGISTRATION.get(API + "/walk-ins", "[]");
        Neighbours.REGISTRATION.reply("POST", API + "/check-ins", 201, in(false));
        desk = new Browser().signedInAs(DESK);
    }

    @Test
    void findsAndChecksInWithoutANameInAnyAddress() {
        Reply found = desk.submit(DAY, DAY, Map.of("q", " stefan "));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text()).contains("1 found", "Łucja <b> Ștefănescu-Güell1", "Porto", "Check in");
        assertThat(found.title()).startsWith("1 found – Door Thu 24 Nov: ");
        assertThat(found.body())
                .contains("aria-describedby=\"found-title q-hint\"", "<h2 id=\"found-title\">1 found</h2>");
        assertThat(found.body()).doesNotContain("<b>").doesNotContainPattern("(href|action)=\"[^\"]*tef");
        assertThat(found.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Neighbours.REGISTRATION.requests(API + "/people").get(0).query())
                .contains("q=stefan");

        Reply in = desk.submit(DAY, DAY + "/check-ins", Map.of("person", "app-1"));
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.text()).contains("Łucja <b> Ștefănescu-Güell1 is in, 09:12", "Undo");
        assertThat(in.title()).startsWith("Checked in – Door Thu 24 Nov: ");
        assertThat(in.body()).contains("aria-describedby=\"happened q-hint\" autofocus", "<p id=\"happened\">");
        assertThat(Neighbours.REGISTRATION.requests(API + "/check-ins").get(0).body())
                .isEqualTo("{\"applicationId\":\"app-1\"}");
    }

    @Test
    void theDoorAndTheBadgeSayWhoDoesNotWantToBeInPictures() throws IOException {
        assertThat(desk.submit(DAY, DAY, Map.of("q", "stefan")).text()).doesNotContain("No pictures");
        assertThat(desk.submit(DAY, DAY + "/check-ins", Map.of("person", "app-1"))
                        .text())
                .doesNotContain("No pictures");
        Neighbours.REGISTRATION.get(
                API + "/people",
                "{\"items\":[" + person(1, ",\"noPictures\":true") + "," + person(2, "")
                        + "],\"page\":0,\"size\":20,\"total\":2}");
        Neighbours.REGISTRATION.reply(
                "POST", API + "/check-ins", 201, in(false).replaceFirst("\\{", "{\"noPictures\":true,"));

        assertThat(desk.submit(DAY, DAY, Map.of("q", "stefan")).text())
                .containsOnlyOnce("No pictures")
                .containsSubsequence("Ștefănescu-Güell1", "No pictures", "Ștefănescu-Güell2");
        assertThat(desk.submit(DAY, DAY, Map.of("q", TOKEN)).text()).contains("is in, 09:12 . No pictures");
        Neighbours.REGISTRATION.get("/api/v1/desk/calls/call-1/badges", """
                [{"givenName":"Łucja","familyName":"Silva","organisation":"R&D","cityId":"porto","country":"PT","ticket":"http://localhost/desk/t/%s","noPictures":true},
                 {"givenName":"Jo","familyName":"Li","organisation":"IT","cityId":"porto","country":"PT","ticket":"http://localhost/desk/t/%s"}]""".formatted(TOKEN, TOKEN));
        assertThat(pdf(desk, "/desk/w/frankfurt-2016/badges.pdf"))
                .containsOnlyOnce("No pictures")
                .containsPattern("No pictures\\s+R&D");
    }

    @Test
    void thatNobodyIsFoundBelongsToTheFieldThatHasTheFocus() {
        Neighbours.REGISTRATION.get(API + "/people", "{\"items\":[],\"page\":0,\"size\":20,\"total\":0}");

        Reply nobody = desk.submit(DAY, DAY, Map.of("q", "nobody"));

        assertThat(nobody.title()).startsWith("0 found – Door Thu 24 Nov: ");
        assertThat(nobody.body())
                .contains("aria-describedby=\"found-title found-none q-hint\" autofocus")
                .contains("<p class=\"empty\" id=\"found-none\">Nobody who has applied matches.");
    }

    @Test
    void timesAreTheVenuesAlsoWhenTheCallHasAnotherZone() {
        Answers.call(Answers.CALLS.replace("Europe/Berlin", "Europe/Lisbon"));
        assertThat(desk.submit(DAY, DAY + "/check-ins", Map.of("person", "app-1"))
                        .text())
                .contains("Times are local times of Berlin.", "is in, 09:12");
    }

    @Test
    void pressedTwiceItSaysSince() {
        Neighbours.REGISTRATION.reply("POST", API + "/check-ins", 200, in(true));

        assertThat(desk.submit(DAY, DAY + "/check-ins", Map.of("person", "app-1"))
                        .text())
                .contains("was in already, since 09:12");
    }

    @ParameterizedTest
    @ValueSource(strings = {TOKEN, "http://localhost:8080/desk/t/" + TOKEN})
    void aScannedTicketChecksInAtOnce(String scanned) {
        Reply in = desk.submit(DAY, DAY, Map.of("q", scanned));

        assertThat(in.text()).contains("is in, 09:12");
        assertThat(Neighbours.REGISTRATION.requests(API + "/check-ins").get(0).body())
                .contains("\"ticket\":\"" + scanned + "\"");
    }

    @Test
    void aTicketOfNothingIsToldInWords() {
        Neighbours.REGISTRATION.reply("POST", API + "/check-ins", 404, "{}");

        Reply page = desk.submit(DAY, DAY, Map.of("q", TOKEN));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body())
                .contains(
                        "<a href=\"#q\">This code is no ticket of this workshop. Search for the name instead.</a>",
                        "name=\"q\" type=\"search\" value=\"" + TOKEN + "\"");
        assertThat(page.text()).doesNotContain(" found");
        assertThat(Neighbours.REGISTRATION.requests(API + "/people")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 399, 1000})
    void aForeignCodeThatIsTooLongIsNoTicketEither(int length) {
        Reply page = desk.submit(DAY, DAY, Map.of("q", "https://example.org/?x=" + "1".repeat(length - 23)));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("This code is no ticket of this workshop. Search for the name instead.");
        assertThat(page.body()).contains("value=\"https://example.org/?x=111").doesNotContain("id=\"q\" autofocus");
        assertThat(Neighbours.REGISTRATION.requests(API + "/people")).isEmpty();
        assertThat(Neighbours.REGISTRATION.requests(API + "/check-ins")).isEmpty();
    }

    @Test
    void aHundredCharactersAreStillLookedFor() {
        assertThat(desk.submit(DAY, DAY, Map.of("q", "a b".repeat(33) + "c")).status())
                .isEqualTo(200);
        assertThat(Neighbours.REGISTRATION.requests(API + "/people")).hasSize(1);
    }

    @Test
    void refusalSaysTheState() {
        Neighbours.REGISTRATION.reply(
                "POST",
                API + "/check-ins",
                409,
                "{\"type\":\"urn:infocus:problem:not-admitted\",\"detail\":\"The person has withdrawn.\"}");

        Reply page = desk.submit(DAY, DAY + "/check-ins", Map.of("person", "app-1"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.text()).contains("There is a problem", "The person has withdrawn.");
    }

    @Test
    void undoes() {
        Neighbours.REGISTRATION.reply("DELETE", API + "/check-ins/app-1", 204, "");

        Reply page = desk.submit(DAY, DAY + "/undo", Map.of("person", "app-1"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Taken back.");
    }

    @Test
    void walkInIsRecordedOnceAndTheFullRoomIsTold() {
        Neighbours.REGISTRATION.reply("POST", API + "/walk-ins", 201, """
                {"walkIn":{"id":"w-1","givenName":"Ana","familyName":"Núñez","organisation":"X","arrivedAt":"2016-11-24T08:30:00Z"},"present":50,"capacity":50,"full":true,"repeated":false}""");
        Map<String, String> form =
                Browser.fill(desk.open(DAY), Map.of("givenName", "Ana", "familyName", "Núñez", "organisation", "X"));

        for (int i = 0; i < 2; i++) {
            assertThat(desk.post(DAY + "/walk-ins", form).text())
                    .contains("Ana Núñez is in as a walk-in", "50 of 50 present", "It is full.");
        }
        assertThat(walkInKeys()).hasSize(1);
    }

    @Test
    void aWalkInComesForACityOfTheCall() {
        assertThat(desk.open(DAY).body()).contains("<option value=\"porto\"", "<option value=\"bilbao\"");
        Answers.callOfCities("[\"porto\"]");
        assertThat(desk.open(DAY).body())
                .contains("<option value=\"porto\"")
                .doesNotContain("<option value=\"bilbao\"");
        // who comes for another one all the same is shown with its name
        Neighbours.REGISTRATION.get(
                API + "/people",
                "{\"items\":[" + person(1, "").replace("porto", "bilbao") + "],\"page\":0,\"size\":20,\"total\":1}");
        assertThat(desk.submit(DAY, DAY, Map.of("q", "stefan")).text()).contains("R&D Bielsko-Biała, Bilbao");
    }

    @Test
    void refusedWalkInKeepsTheInput() {
        Neighbours.REGISTRATION.reply(
                "POST",
                API + "/walk-ins",
                422,
                "{\"errors\":[{\"field\":\"recordWalkIn.request.givenName\",\"message\":\"must not be blank\"}]}");

        Reply page = desk.submit(
                DAY, DAY + "/walk-ins", Map.of("givenName", "", "familyName", "O’Neil \"x\"", "organisation", "R&D"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("value=\"O’Neil &quot;x&quot;\"", "value=\"R&amp;D\"", "href=\"#givenName\"");
        assertThat(page.text()).contains("Given name: must be filled in");
    }

    @Test
    void whatIsWrongWithAWalkInIsSaidAtItsFieldAsFarAsThereIsOne() {
        Neighbours.REGISTRATION.reply("POST", API + "/walk-ins", 422, """
                {"errors":[{"field":"recordWalkIn.request.cityId","message":"is not a partner city of this call"},
                 {"field":"recordWalkIn.request.country","message":"is no country"}]}""");

        Reply page = desk.submit(DAY, DAY + "/walk-ins", Map.of("givenName", "Ana", "cityId", "porto"));

        assertThat(page.body())
                .contains("<a href=\"#cityId\">City: is not a partner city of this call</a>", "<li>is no country</li>");
    }

    @Test
    void aWalkInThatWasErasedSinceIsRecordedAnewOnlyByAnotherClick() {
        Neighbours.REGISTRATION.reply("POST", API + "/walk-ins", 409, Answers.REQUEST_ERASED);
        Map<String, String> ana = Map.of("givenName", "Ana", "familyName", "Núñez", "organisation", "X");

        Reply page = desk.submit(DAY, DAY + "/walk-ins", ana);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains(Answers.ERASED_SINCE).doesNotContain("new key");
        assertThat(page.body()).contains("value=\"Ana\"", "value=\"Núñez\"").doesNotContain("somebodyElse");
        Neighbours.REGISTRATION.reply("POST", API + "/walk-ins", 201, """
                {"walkIn":{"id":"w-1","givenName":"Ana","familyName":"Núñez","organisation":"X","arrivedAt":"2016-11-24T08:30:00Z"},"present":1,"capacity":50,"full":false,"repeated":false}""");
        assertThat(desk.post(DAY + "/walk-ins", Browser.fill(page, ana)).text()).contains("is in as a walk-in");
        assertThat(walkInKeys()).hasSize(2);
    }

    @Test
    void aWalkInThatIsRefusedForAnotherReasonKeepsItsKey() {
        Neighbours.REGISTRATION.reply(
                "POST",
                API + "/walk-ins",
                409,
                "{\"type\":\"urn:infocus:problem:room-full\",\"detail\":\"50 of 50 are in the room.\"}");
        Map<String, String> ana = Map.of("givenName", "Ana", "familyName", "Núñez", "organisation", "X");

        Reply page = desk.submit(DAY, DAY + "/walk-ins", ana);
        desk.post(DAY + "/walk-ins", Browser.fill(page, ana));

        assertThat(walkInKeys()).hasSize(1);
    }

    @Test
    void whoeverHasAppliedIsFoundAndRecordedWithTheirApplication() {
        Neighbours.REGISTRATION.get(
                API + "/people",
                "{\"items\":[" + person(7, ",\"state\":\"WAITLISTED\"") + ","
                        + person(
                                8,
                                ",\"state\":\"WAITLISTED\",\"walkInId\":\"w-8\",\"walkedInAt\":\"2016-11-24T08:12:00Z\"")
                        + "],\"page\":0,\"size\":20,\"total\":2}");
        Neighbours.REGISTRATION.reply("POST", API + "/walk-ins", 201, """
                {"walkIn":{"id":"w-1","applicationId":"app-7","givenName":"Łucja","familyName":"Ștefănescu-Güell7","organisation":"X","arrivedAt":"2016-11-24T08:30:00Z"},"present":39,"capacity":50,"full":false,"repeated":false}""");

        Reply found = desk.submit(DAY, DAY, Map.of("q", "stefan"));

        assertThat(Neighbours.REGISTRATION.requests(API + "/people").get(0).query())
                .contains("state=anybody");
        assertThat(found.text())
                .contains("On the waiting list Record walk-in", "In as a walk-in since 09:12")
                .doesNotContain("Check in ");
        String form = found.body()
                .substring(
                        found.body().indexOf("name=\"applicationId\"") - 300,
                        found.body().indexOf("Record Łucja"));
        assertThat(form)
                .contains(
                        "action=\"" + DAY + "/walk-ins\"",
                        "value=\"app-7\"",
                        "name=\"familyName\" value=\"Ștefănescu-Güell7\"",
                        "name=\"cityId\" value=\"porto\"",
                        "name=\"country\" value=\"PT\"");

        Map<String, String> sent = Map.of(
                "applicationId",
                "app-7",
                "givenName",
                "Łucja",
                "familyName",
                "Ștefănescu-Güell7",
                "organisation",
                "X",
                "cityId",
                "porto",
                "country",
                "PT");
        assertThat(desk.submit(DAY, DAY + "/walk-ins", sent).text()).contains("is in as a walk-in");
        assertThat(Neighbours.REGISTRATION.requests("POST", API + "/walk-ins").stream()
                        .map(request -> request.body()))
                .containsExactly(
                        "{\"givenName\":\"Łucja\",\"familyName\":\"Ștefănescu-Güell7\",\"organisation\":\"X\",\"cityId\":\"porto\",\"country\":\"PT\",\"applicationId\":\"app-7\"}");

        // refused, the form below stays empty: it is for those who have not applied
        Neighbours.REGISTRATION.reply(
                "POST",
                API + "/walk-ins",
                409,
                "{\"type\":\"urn:infocus:problem:room-full\",\"detail\":\"50 of 50 are in the room.\"}");
        Reply full = desk.submit(DAY, DAY + "/walk-ins", sent);
        assertThat(full.text()).contains("50 of 50 are in the room.");
        assertThat(full.body()).doesNotContain("app-7", "Güell7");
    }

    @Test
    void theNameOfSomebodyWhoHasAppliedIsAskedAbout() {
        Neighbours.REGISTRATION.reply("POST", API + "/walk-ins", 409, """
                {"type":"urn:infocus:problem:walk-in-known","title":"Somebody of this name has applied","detail":"Search for the name."}""");
        assertThat(desk.open(DAY).body()).doesNotContain("somebodyElse");
        Map<String, String> ana = Map.of("givenName", "Ana", "familyName", "Núñez", "organisation", "X");

        Reply asked = desk.submit(DAY, DAY + "/walk-ins", ana);

        assertThat(asked.status()).isEqualTo(409);
        // and is looked up at once
        assertThat(asked.text())
                .contains(
                        "Somebody of this name has applied. Search for the name.",
                        "1 found",
                        "This is another person of the same name");
        assertThat(Neighbours.REGISTRATION.last("GET", API + "/people").query()).contains("q=Ana");
        assertThat(asked.body()).contains("value=\"Núñez\"", "name=\"somebodyElse\" value=\"yes\">");

        Neighbours.REGISTRATION.reply("POST", API + "/walk-ins", 201, """
                {"walkIn":{"id":"w-1","givenName":"Ana","familyName":"Núñez","organisation":"X","arrivedAt":"2016-11-24T08:30:00Z"},"present":1,"capacity":50,"full":false,"repeated":false}""");
        Map<String, String> other = new HashMap<>(ana);
        other.put("somebodyElse", "yes");
        assertThat(desk.submit(DAY, DAY + "/walk-ins", other).text()).contains("is in as a walk-in");
        assertThat(Neighbours.REGISTRATION.last("POST", API + "/walk-ins").body())
                .contains("\"somebodyElse\":true");
    }

    @Test
    void whoHasWalkedInAlreadyIsAskedAboutLikeThat() {
        Neighbours.REGISTRATION.reply("POST", API + "/walk-ins", 409, """
                {"type":"urn:infocus:problem:walk-in-recorded","title":"Somebody of this name has walked in","detail":"They have been in since 09:12."}""");
        Map<String, String> ana = Map.of("givenName", "Ana", "familyName", "Núñez", "organisation", "X");

        Reply asked = desk.submit(DAY, DAY + "/walk-ins", ana);

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.text())
                .contains(
                        "Somebody of this name has walked in. They have been in since 09:12.", "This is another person")
                .doesNotContain(" found");
        assertThat(asked.body()).contains("name=\"somebodyElse\" value=\"yes\">");
    }

    @Test
    void theLastOneTakenBackOnADayThatIsNoneOfTheWorkshopLeadsToItsDays() {
        String undo = API + "/check-ins/app-1";
        Neighbours.REGISTRATION.reply("DELETE", undo, 204, "");
        Neighbours.REGISTRATION.get("/api/v1/desk/calls/call-1/days", """
                [{"date":"2016-11-24","number":0,"status":"OVER","expected":1,"checkedIn":1,"walkIns":0,"present":1,"capacity":50,"full":false}]""");
        assertThat(desk.open("/desk/w/frankfurt-2016").text()).contains("No day of the workshop any more");
        desk.open(DAY);
        Neighbours.REGISTRATION.get("/api/v1/desk/calls/call-1/days", """
                [{"date":"2016-11-25","number":1,"status":"AHEAD","expected":40,"checkedIn":0,"walkIns":0,"present":0,"capacity":50,"full":false}]""");

        Reply undone = desk.submit("/desk/w/frankfurt-2016/2016-11-25", DAY + "/undo", Map.of("person", "app-1"));

        assertThat(undone.status()).isEqualTo(303);
        assertThat(undone.header("Location")).endsWith("/desk/w/frankfurt-2016");
        assertThat(Neighbours.REGISTRATION.requests(undo)).hasSize(1);
        assertThat(desk.open(DAY).status()).isEqualTo(404);
    }

    @Test
    void aDayThatIsNoneOfTheWorkshopAnyMoreIsToldApart() throws IOException {
        Neighbours.REGISTRATION.get("/api/v1/desk/calls/call-1/days", """
                [{"date":"2016-11-24","number":0,"status":"OVER","expected":1,"checkedIn":1,"walkIns":0,"present":1,"capacity":50,"full":false}]""");
        Reply attendance = new Browser().signedInAs(Person.ORGANISER).open("/org/w/frankfurt-2016/attendance");
        assertThat(attendance.status()).isEqualTo(200);
        assertThat(attendance.text())
                .contains("The workshop has been moved to other days since.", "Came 1")
                .doesNotContain("Did not come", "Everybody with a place came");
        Neighbours.REGISTRATION.get(
                API + "/attendance-sheet",
                "{\"workshopSlug\":\"frankfurt-2016\",\"workshopTitle\":\"Workshop in Frankfurt\",\"zone\":\"Europe/Berlin\",\"date\":\"2016-11-24\",\"number\":0,\"days\":2,\"people\":["
                        + person(1, "") + "],\"walkIns\":[]}");
        assertThat(desk.open(DAY + "/list").text()).contains("Attendance list").doesNotContain("day 0");
        assertThat(pdf(desk, DAY + "/list.pdf"))
                .contains("Thursday 24 November 2016", "Ștefănescu-Güell1")
                .doesNotContain("day 0", "of 2)");
    }

    @Test
    void everyPageOfTheListHasANameOnIt() throws IOException {
        for (int people = 8; people <= 27; people++) {
            for (String walkIns : List.of("", WALK_IN)) {
                sheet(
                        IntStream.rangeClosed(1, people)
                                .mapToObj(i -> person(i, ""))
                                .toList(),
                        walkIns);
                try (PDDocument document = load(desk, DAY + "/list.pdf")) {
                    PDFTextStripper last = new PDFTextStripper();
                    last.setStartPage(document.getNumberOfPages());
                    assertThat(last.getText(document))
                            .as("%d people, walk-ins: %s", people, walkIns)
                            .contains(walkIns.isEmpty() ? "Ștefănescu-Güell" + people : "Núñez, Ana")
                            .containsPattern("(?m)(^W\\s*$\\s*){5}");
                    assertThat(new PDFTextStripper().getText(document))
                            .contains("W: walk-in, a participant without a reserved place.");
                }
            }
        }
    }

    @Test
    void aTicketWithoutAPlaceRecordsAWalkIn() {
        ticket("WAITLISTED", "");
        Reply page = desk.open("/desk/t/" + TOKEN);
        assertThat(page.text()).contains("This person has no place.", "Record walk-in for Thu 24 Nov");
        assertThat(page.body()).contains("action=\"" + DAY + "/walk-ins\"", "name=\"applicationId\" value=\"app-1\"");
        ticket("WAITLISTED", ",\"checkedInAt\":\"2016-11-24T08:12:00Z\"");
        assertThat(desk.open("/desk/t/" + TOKEN).text())
                .contains("In today as a walk-in since 09:12")
                .doesNotContain("Record walk-in");
    }

    @Test
    void everyPageOfTheListSaysWhatItIsAListOf() throws IOException {
        sheet(60);
        try (PDDocument document = load(desk, DAY + "/list.pdf")) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(document))
                        .as("page " + page)
                        .contains("Workshop in Frankfurt", "Thursday 24 November 2016 (day 2 of 3), Höchst");
            }
        }
    }

    @Test
    void namesThatCannotBePrintedAreNamedByTheirNumber() throws IOException {
        String forgotten = "{\"id\":\"w\",\"givenName\":\"\",\"familyName\":\"(erased)\",\"organisation\":\"\"}";
        String abroad =
                "{\"id\":\"v\",\"givenName\":\"Ana\",\"familyName\":\"محمد\",\"organisation\":\"X\",\"country\":\"BR\"}";
        sheet(List.of(person(1, ""), person(2, "").replace("Łucja <b>", "李娜")), forgotten + "," + abroad);

        Reply page = desk.open(DAY + "/list");

        assertThat(page.text())
                .contains("not all letters of No. 2, W2 can be printed", "李娜", "Brazil", "City or country", "(erased)")
                .doesNotContain("(erased),");
        assertThat(pdf(desk, DAY + "/list.pdf"))
                .contains("Please write by hand: No. 2, W2.", "Brazil", "(erased)")
                .doesNotContain("(erased),");
        sheet(2);
        assertThat(desk.open(DAY + "/list").text()).doesNotContain("can be printed");
        assertThat(pdf(desk, DAY + "/list.pdf")).doesNotContain("by hand");
    }

    @Test
    void oneWalkInIsOne() {
        Neighbours.REGISTRATION.get("/api/v1/desk/calls/call-1/days", """
                [{"date":"2016-11-24","number":2,"status":"TODAY","expected":40,"checkedIn":38,"walkIns":1,"present":39,"capacity":50,"full":false}]""");
        assertThat(desk.open(DAY).text()).contains("· 1 walk-in ").doesNotContain("1 walk-ins");
        assertThat(desk.open("/desk/w/frankfurt-2016").text()).contains("38 of 40 expected, 1 walk-in.");
    }

    @Test
    void theDayAheadAndTheSettledDayOfferNothingToPress() {
        for (String status : List.of("AHEAD", "SETTLED")) {
            day(status, false);
            Reply page = desk.submit(DAY, DAY, Map.of("q", "stefan"));
            assertThat(page.body()).as(status).doesNotContain("Check in <", ">Check in</button>", "Record walk-in");
        }
    }

    @Test
    void aPhoneOpensTheTicketAndHasOneButton() {
        ticket("ADMITTED", "");
        Neighbours.REGISTRATION.reply("POST", API + "/check-ins", 201, in(false));

        Reply page = desk.open("/desk/t/" + TOKEN);
        assertThat(page.text()).contains("Łucja Ștefănescu", "Check in for Thu 24 Nov");
        assertThat(Neighbours.REGISTRATION
                        .requests("/api/v1/desk/ticket")
                        .get(0)
                        .header("Ticket"))
                .isEqualTo(TOKEN);

        assertThat(desk.submit("/desk/t/" + TOKEN, "/desk/t/" + TOKEN, Map.of()).text())
                .contains("is in, 09:12");
        ticket("WITHDRAWN", "");
        assertThat(desk.open("/desk/t/" + TOKEN).text())
                .contains("Withdrawn", "has no place")
                .doesNotContain("Check in for");
        assertThat(desk.open("/desk/t/nonsense").status()).isEqualTo(404);
    }

    @Test
    void aWorkshopWithoutACallHasNoDoor() {
        assertThat(desk.open("/desk/").body()).contains("href=\"/desk/w/frankfurt-2016\"");

        Neighbours.REGISTRATION.get("/api/v1/calls", "[]");
        Reply none = desk.open("/desk/");
        assertThat(none.body()).doesNotContain("href=\"/desk/w/frankfurt-2016\"");
        assertThat(none.text())
                .contains("There is no call for participation yet.")
                .doesNotContain("Open the door");

        Neighbours.REGISTRATION.reply("GET", "/api/v1/calls", 500, "{}");
        assertThat(desk.open("/desk/").body()).contains("href=\"/desk/w/frankfurt-2016\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/desk/", "/desk/w/frankfurt-2016", DAY, DAY + "/list", DAY + "/list.pdf", "/desk/t/" + TOKEN})
    void theDoorIsForTheDeskAndTheOrganisers(String path) {
        sheet(1);
        ticket("ADMITTED", "");
        assertThat(desk.open(path).status()).isEqualTo(200);
        assertThat(new Browser().signedInAs(Person.ORGANISER).open(path).status())
                .isEqualTo(200);
        assertThat(new Browser().signedInAs(Person.PORTO).open(path).status()).isEqualTo(403);
        assertThat(new Browser().step(path).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/org/", "/org/w/frankfurt-2016/attendance", "/org/applications/app-1", "/partner/"})
    void theDeskSeesTheDoorOnly(String path) {
        Reply page = desk.open(path);

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("Go to the door");
    }

    @Test
    void formsFromElsewhereAreRefused() {
        assertThat(desk.post(DAY + "/check-ins", Map.of("person", "app-1")).status())
                .isEqualTo(400);
        assertThat(Neighbours.REGISTRATION.requests(API + "/check-ins")).isEmpty();
    }

    @Test
    void listOnPaperHasEveryNameAndPageNumbersAndRoomForWalkIns() throws IOException {
        sheet(60);

        String text = pdf(desk, DAY + "/list.pdf");

        assertThat(text)
                .contains("Attendance list", "Workshop in Frankfurt", "Thursday 24 November 2016", "day 2 of 3")
                .contains("Venue: Höchst", "Co-funded by the European Union", "Signature")
                .contains("Ștefănescu-Güell1, Łucja", "Ștefănescu-Güell60, Łucja", "R&D Bielsko-Biała", "Porto")
                .contains("page 1/", "Núñez, Ana");
        int pages = pages(desk, DAY + "/list.pdf");
        assertThat(pages).isGreaterThan(1);
        assertThat(text).contains("page " + pages + "/" + pages);
        assertThat(text.lines().filter(line -> line.strip().equals("W"))).hasSize(5);
        assertThat(desk.open(DAY + "/list").text()).contains("Ștefănescu-Güell60, Łucja <b>", "Venue: Höchst");
        Neighbours.EVENT.reply("GET", "/api/v1/workshops/frankfurt-2016/programme", 500, "{}");
        assertThat(pdf(desk, DAY + "/list.pdf")).contains("could not be loaded");
    }

    @ParameterizedTest
    @CsvSource({
        "/desk/w/frankfurt-2016/2016-11-24/list.pdf, 'Attendance list: Workshop in Frankfurt, 2016-11-24', H1 Table THead TH TD",
        "/desk/w/frankfurt-2016/badges.pdf, Badges: Call Frankfurt, P Figure",
        "/en/my/abc/certificate, Certificate of attendance: Workshop in Frankfurt, H1 P L LI Figure"
    })
    void whatIsPrintedIsTaggedForWhoeverHasItReadAloud(String path, String title, String tags) throws IOException {
        sheet(3);
        own("[\"2016-11-23\",\"2016-11-25\"]");
        Neighbours.REGISTRATION.get("/api/v1/desk/calls/call-1/badges", """
                [{"givenName":"Łucja","familyName":"Ștefănescu","organisation":"R&D","cityId":"porto","country":"PT","ticket":"http://localhost/desk/t/%s"}]""".formatted(TOKEN));
        try (PDDocument document = load(path.startsWith("/en") ? new Browser() : desk, path)) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(title);
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains(title, "<pdfuaid:part>1</pdfuaid:part>");
            List<PDStructureElement> elements = new ArrayList<>();
            elements(catalog.getStructureTreeRoot(), elements);
            assertThat(elements.get(0).getStructureType()).isEqualTo("Document");
            assertThat(elements)
                    .extracting(PDStructureElement::getStructureType)
                    .contains(tags.split(" "));
            // what is laid out in columns is no table
            assertThat(elements)
                    .filteredOn(element -> element.getStructureType().equals("Table"))
                    .hasSize(tags.contains("Table") ? 1 : 0);
            assertThat(elements)
                    .filteredOn(element -> element.getStructureType().equals("Figure"))
                    .extracting(PDStructureElement::getAlternateDescription)
                    .isSubsetOf("European flag", "Ticket")
                    .hasSize(
                            switch (path) {
                                case "/en/my/abc/certificate" -> 1;
                                case "/desk/w/frankfurt-2016/badges.pdf" -> 2;
                                default -> 0;
                            });
            for (PDPage page : document.getPages()) {
                assertThat(page.getCOSObject().containsKey(COSName.STRUCT_PARENTS))
                        .isTrue();
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded())
                            .as(font.getName())
                            .isTrue();
                }
            }
        }
    }

    /** The elements in the order in which they are read. */
    private static void elements(PDStructureNode node, List<PDStructureElement> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                found.add(element);
                elements(element, found);
            }
        }
    }

    @Test
    void oneEndlessWordPushesNoColumnOffThePaper() throws IOException {
        String long60 = "W".repeat(60);
        sheet(
                List.of(
                        person(1, ""),
                        person(2, "")
                                .replace("Ștefănescu-Güell2", long60)
                                .replace("R&D Bielsko-Biała", "X".repeat(200))),
                "");

        Reply page = desk.open(DAY + "/list");
        assertThat(page.text()).contains(long60);
        try (PDDocument document = load(desk, DAY + "/list.pdf")) {
            List<TextPosition> letters = letters(document);
            assertThat(letters).allSatisfy(letter -> assertThat(letter.getXDirAdj() + letter.getWidthDirAdj())
                    .isLessThanOrEqualTo(196 * MILLIMETRE + 1));
            assertThat(letters.stream()
                            .filter(letter -> letter.getUnicode().equals("W"))
                            .count())
                    .isGreaterThanOrEqualTo(60);
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(pdf(desk, DAY + "/list.pdf")).contains("City", "Signature", "Porto");
    }

    @Test
    void aBadgeWithAnEndlessNameIsCutAlongTheSameLines() throws IOException {
        Neighbours.REGISTRATION.get(
                "/api/v1/desk/calls/call-1/badges",
                IntStream.rangeClosed(1, 8)
                        .mapToObj(i -> """
                                {"givenName":"%s","familyName":"%s","organisation":"%s","cityId":"porto","country":"PT","ticket":"http://localhost/desk/t/%s"}""".formatted(
                                        i % 2 == 0 ? "Łucja" : "G".repeat(100),
                                        i % 2 == 0 ? "Silva" : "W".repeat(68),
                                        i % 2 == 0 ? "R&D" : "O".repeat(200),
                                        TOKEN))
                        .collect(Collectors.joining(",", "[", "]")));

        try (PDDocument document = load(desk, "/desk/w/frankfurt-2016/badges.pdf")) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            List<TextPosition> letters = letters(document);
            assertThat(letters.stream()
                            .filter(letter -> letter.getUnicode().equals("W"))
                            .toList())
                    .hasSizeGreaterThanOrEqualTo(4 * 68)
                    .allSatisfy(letter -> assertThat(letter.getXDirAdj() + letter.getWidthDirAdj())
                            .isLessThanOrEqualTo(104 * MILLIMETRE));
            // the cities of the four badges on the left stand 66 mm apart
            List<Float> cities = letters.stream()
                    .filter(letter -> letter.getUnicode().equals("P"))
                    .filter(letter -> letter.getXDirAdj() < 100 * MILLIMETRE)
                    .map(TextPosition::getYDirAdj)
                    .sorted()
                    .toList();
            assertThat(cities).hasSize(4);
            for (int i = 1; i < 4; i++) {
                assertThat(cities.get(i) - cities.get(i - 1)).isCloseTo(66 * MILLIMETRE, within(2f));
            }
        }
    }

    @Test
    void badgesAreEightToAPage() throws IOException {
        Neighbours.REGISTRATION.get(
                "/api/v1/desk/calls/call-1/badges",
                IntStream.rangeClosed(1, 9)
                        .mapToObj(i -> """
                                {"givenName":"Łucja","familyName":"Ștefănescu%d","organisation":"R&D","cityId":"porto","country":"PT","ticket":"http://localhost/desk/t/%s"}""".formatted(i, TOKEN))
                        .collect(Collectors.joining(",", "[", "]")));

        assertThat(pdf(desk, "/desk/w/frankfurt-2016/badges.pdf"))
                .contains("Łucja", "Ștefănescu9", "Porto", "Call Frankfurt");
        assertThat(pages(desk, "/desk/w/frankfurt-2016/badges.pdf")).isEqualTo(2);
    }

    @Test
    void theOwnTicketIsACodeAndTheCertificateIsForDaysAttended() throws IOException {
        own("[]");
        Browser person = new Browser();
        Reply page = person.open("/en/my/abc/ticket");
        assertThat(page.text())
                .contains("Łucja Ștefănescu", "Show this code", "Palm garden, Street 1, Frankfurt am Main")
                .containsPattern("When\\W+Wednesday 23 November 2016, 13:30 CET");
        assertThat(page.title()).startsWith("My ticket: Workshop in Frankfurt");
        assertThat(page.body()).contains("<svg class=\"ticket-code\"").doesNotContain("style=");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        Reply none = person.open("/en/my/abc/certificate");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.text()).contains("There is no certificate yet");

        own("[\"2016-11-23\",\"2016-11-25\"]");
        assertThat(pdf(person, "/en/my/abc/certificate"))
                .contains("Certificate of attendance", "Łucja Ștefănescu", "R&D, Porto", "on 2 days:")
                .contains(", 23–25 November 2016", "Issued on ")
                .contains("Wednesday 23 November 2016", "Friday 25 November 2016", "page 1/1")
                .doesNotContain("24 November");
        // the workshop has been moved since: only the days on which the person was there are true
        own("[\"2016-11-22\",\"2016-11-23\"]");
        assertThat(pdf(person, "/en/my/abc/certificate"))
                .contains("Frankfurt", "Tuesday 22 November 2016", "Wednesday 23 November 2016")
                .doesNotContain("23–25", "25 November");
        // it ends at midnight and has no further day
        Neighbours.REGISTRATION.get("/api/v1/self-service/attendance", """
                {"workshopSlug":"frankfurt-2016","workshopTitle":"Workshop in Frankfurt","hostCityId":"frankfurt","startsAt":"2016-11-23T12:30:00Z","endsAt":"2016-11-24T23:00:00Z",
                 "zone":"Europe/Berlin","givenName":"Łucja","familyName":"Ștefănescu","organisation":"R&D","cityId":"porto","ticket":"http://localhost/desk/t/x","days":["2016-11-24"]}""");
        assertThat(pdf(person, "/en/my/abc/certificate"))
                .contains(", 23–24 November 2016", "on 1 day:", "Thursday 24 November 2016")
                .doesNotContain("25 November");
        Neighbours.REGISTRATION.get("/api/v1/self-service/attendance", """
                {"workshopSlug":"frankfurt-2016","workshopTitle":"Workshop in Frankfurt","hostCityId":"frankfurt","startsAt":"2016-11-23T12:30:00Z","endsAt":"2016-11-24T23:00:00Z",
                 "zone":"Europe/Berlin","givenName":"Łucja","familyName":"Ștefănescu","organisation":"R&D","cityId":"porto","ticket":"http://localhost/desk/t/x","days":["2016-11-25"]}""");
        assertThat(pdf(person, "/en/my/abc/certificate"))
                .contains("Friday 25 November 2016")
                .doesNotContain("23–24", "23–25");
        for (String path : List.of("/en/my/a.b/ticket", "/en/my/a.b/certificate")) {
            assertThat(person.open(path).status()).isEqualTo(404);
        }
    }

    @Test
    void nobodyIsCertifiedByANameInMirrorWriting() throws IOException {
        own("[\"2016-11-23\"]");
        Browser person = new Browser();
        assertThat(person.open("/en/my/abc/ticket").text()).doesNotContain("write by hand");

        Neighbours.REGISTRATION.get("/api/v1/self-service/attendance", """
                {"workshopSlug":"frankfurt-2016","workshopTitle":"Workshop in Frankfurt","hostCityId":"frankfurt","startsAt":"2016-11-23T12:30:00Z","endsAt":"2016-11-24T23:00:00Z",
                 "zone":"Europe/Berlin","givenName":"יוסף","familyName":"כהן","organisation":"R&D","cityId":"porto","ticket":"http://localhost/desk/t/x","days":["2016-11-24"]}""");
        assertThat(person.open("/en/my/abc/ticket").text()).contains("יוסף כהן", "It leaves a line to write by hand.");
        assertThat(pdf(person, "/en/my/abc/certificate"))
                .contains("Name:", "R&D, Porto", "took part")
                .doesNotContain("Organisation:", "כ", "ף");
    }

    @Test
    void organisersSeeWhoCame() {
        day("OVER", true);
        Neighbours.REGISTRATION.get(API + "/no-shows", "{\"date\":\"2016-11-24\",\"people\":[" + person(1, "") + "]}");

        assertThat(new Browser()
                        .signedInAs(Person.ORGANISER)
                        .open("/org/w/frankfurt-2016/attendance")
                        .text())
                .contains("Expected 40", "Came 38", "Walk-ins 12", "Present 50 of 50 full", "Did not come: 1", "Porto");
    }

    private static final String FIGURES = "/api/v1/admin/attendance-statistics/call-1";

    @Test
    void organisersSeeWhoCameOverAllDays() {
        day("OVER", true);
        Neighbours.REGISTRATION.get(FIGURES, """
                {"callId":"call-1","workshopSlug":"frankfurt-2016","admitted":50,"came":46,"neverCame":4,
                 "cities":[{"cityId":"porto","admitted":30,"came":28},{"admitted":20,"came":18}],
                 "profiles":[{"key":"CLUSTER_MANAGER","admitted":50,"came":46}],
                 "newcomers":[{"key":"NEWCOMER","admitted":41,"came":37},{"key":"RETURNING","admitted":8,"came":8},{"key":"FORGOTTEN","admitted":1,"came":1}],
                 "countries":[{"key":"ES","admitted":1,"came":0},{"key":"PT","admitted":49,"came":46}]}""");
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Reply page = organiser.open("/org/w/frankfurt-2016/attendance");

        assertThat(page.text())
                .contains(
                        "Over all days",
                        "Had a place 50",
                        "Came on at least one day 46",
                        "Came on none 4",
                        "Countries they came from 1",
                        "Cluster manager 50 46",
                        "New to the workshops 41 37",
                        "Have been before 8 8",
                        "Not known any more 1 1",
                        "Porto 30 28",
                        "No partner city 20 18",
                        "Portugal 49 46")
                .doesNotContain("Who came on no day");

        Neighbours.REGISTRATION.reply("GET", FIGURES + "/table", 200, "text/csv;charset=UTF-8", "kind,key\n");
        Reply table = organiser.open("/org/w/frankfurt-2016/attendance-figures.csv");
        assertThat(table.status()).isEqualTo(200);
        assertThat(table.body()).isEqualTo("kind,key\n");
        assertThat(table.header("Content-Disposition")).isEqualTo("attachment; filename=\"attendance-figures.csv\"");
        assertThat(desk.open("/org/w/frankfurt-2016/attendance-figures.csv").status())
                .isEqualTo(403);

        day("TODAY", true);
        assertThat(organiser.open("/org/w/frankfurt-2016/attendance").text())
                .contains("Came on at least one day 46", "Who came on no day is known when the workshop is over.")
                .doesNotContain("Came on none");

        Neighbours.REGISTRATION.reply("GET", FIGURES, 503, "{}");
        Reply without = organiser.open("/org/w/frankfurt-2016/attendance");
        assertThat(without.status()).isEqualTo(200);
        assertThat(without.text())
                .contains("Over all days This part cannot be loaded at the moment", "Expected 40")
                .doesNotContain("Came on none");
    }

    @Test
    void organisersPrintTheCertificateOfWhoeverWasThere() throws IOException {
        day("OVER", true);
        Neighbours.REGISTRATION.get(API + "/no-shows", "{\"date\":\"2016-11-24\",\"people\":[]}");
        Neighbours.REGISTRATION.get(API + "/walk-ins", """
                [{"id":"walk-1","givenName":"Ana","familyName":"Walker","organisation":"R&D","cityId":"porto","arrivedAt":"2016-11-24T08:12:00Z"}]""");
        String api = "/api/v1/admin/calls/call-1/attendance/people/";
        String said = """
                {"workshopSlug":"frankfurt-2016","workshopTitle":"Workshop in Frankfurt","hostCityId":"frankfurt","startsAt":"2016-11-23T12:30:00Z","endsAt":"2016-11-25T13:00:00Z",
                 "zone":"Europe/Berlin","givenName":"Ana","familyName":"Walker","organisation":"R&D","cityId":"porto","days":%s}""";
        Neighbours.REGISTRATION.get(api + "walk-1", said.formatted("[\"2016-11-23\",\"2016-11-24\"]"));
        String pdf = "/org/w/frankfurt-2016/attendance/walk-1/certificate.pdf";
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);

        assertThat(organiser.open("/org/w/frankfurt-2016/attendance").body()).contains("href=\"" + pdf + "\"");
        assertThat(pdf(organiser, pdf))
                .contains("Certificate of attendance", "Ana Walker", "R&D, Porto", "on 2 days:")
                .contains("Wednesday 23 November 2016", "Thursday 24 November 2016");

        Neighbours.REGISTRATION.get(api + "walk-1", said.formatted("[]"));
        Reply none = organiser.open(pdf);
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.text())
                .contains(
                        "There is no certificate",
                        "Ana Walker has not been let in on any day of “Workshop in Frankfurt”.");
        Neighbours.REGISTRATION.reply("GET", api + "walk-1", 404, "{}");
        assertThat(organiser.open(pdf).status()).isEqualTo(404);
        assertThat(desk.open(pdf).status()).isEqualTo(403);

        assertThat(organiser.open("/org/applications/app-1").body()).doesNotContain("certificate.pdf");
        Neighbours.REGISTRATION.change(
                "/api/v1/admin/applications/app-1",
                application -> application.replaceFirst(
                        "\"history\":\\[",
                        "\"history\":[{\"at\":\"2016-11-24T08:12:00Z\",\"actor\":\"user:x\",\"action\":\"attendance-recorded\",\"details\":{}},"));
        assertThat(organiser.open("/org/applications/app-1").body())
                .contains("href=\"/org/w/frankfurt-2016/attendance/app-1/certificate.pdf\"");
    }

    @Test
    void organisersForgetWhoWalkedIn() {
        day("SETTLED", true);
        Neighbours.REGISTRATION.get(API + "/no-shows", "{\"date\":\"2016-11-24\",\"people\":[]}");
        Neighbours.REGISTRATION.get(API + "/walk-ins", """
                [{"id":"walk-1","givenName":"Ana <b>","familyName":"Walker","organisation":"R&D","cityId":"porto","arrivedAt":"2016-11-24T08:12:00Z"},
                 {"id":"walk-2","applicationId":"app-2","givenName":"Bo","familyName":"Waiting","organisation":"R&D","arrivedAt":"2016-11-24T08:13:00Z"}]""");
        String erasure = "/api/v1/admin/calls/call-1/walk-ins/walk-1/erasure";
        Neighbours.REGISTRATION.reply("POST", erasure, 204, "");
        String page = "/org/w/frankfurt-2016/attendance";
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Reply shown = organiser.open(page);
        assertThat(shown.text()).contains("Came without a place", "Ana <b> Walker", "Forget who it was");
        assertThat(shown.body()).doesNotContain("<b>");
        assertThat(shown.body()).contains("href=\"/org/applications/app-2\"").doesNotContain("value=\"walk-2\"");

        Reply forgotten = organiser.submit(page, page + "/forget", Map.of("walkIn", "walk-1"));

        assertThat(forgotten.status()).isEqualTo(303);
        assertThat(forgotten.header("Location")).endsWith(page + "?done=FORGOTTEN");
        assertThat(Neighbours.REGISTRATION.requests(erasure)).hasSize(1);
        assertThat(organiser.open(page + "?done=FORGOTTEN").text())
                .contains("The name and the organisation are gone. That somebody came is still counted.");

        Neighbours.REGISTRATION.reply("POST", erasure, 503, "");
        Reply down = organiser.submit(page, page + "/forget", Map.of("walkIn", "walk-1"));
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.text()).contains("It was not confirmed, because registration does not answer.");
        Neighbours.REGISTRATION.reply("POST", erasure, 404, "{}");
        assertThat(organiser
                        .submit(page, page + "/forget", Map.of("walkIn", "walk-1"))
                        .status())
                .isEqualTo(404);
        assertThat(desk.submit(DAY, page + "/forget", Map.of("walkIn", "walk-1"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void organisersTakeTheTableAway() {
        String api = "/api/v1/admin/calls/call-1/attendance";
        Neighbours.REGISTRATION.reply("GET", api, 200, "text/csv;charset=UTF-8", "date,kind\n");
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);

        Reply table = organiser.open("/org/w/frankfurt-2016/attendance.csv");

        assertThat(table.status()).isEqualTo(200);
        assertThat(table.body()).isEqualTo("date,kind\n");
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.header("Content-Disposition")).isEqualTo("attachment; filename=\"attendance.csv\"");
        assertThat(Neighbours.REGISTRATION.requests(api).get(0).query()).isEqualTo("format=csv");
        assertThat(organiser.open("/org/w/frankfurt-2016/attendance.exe").status())
                .isEqualTo(404);
        assertThat(desk.open("/org/w/frankfurt-2016/attendance.csv").status()).isEqualTo(403);
    }

    /** The different keys that walk-ins were sent with. */
    private static List<String> walkInKeys() {
        return Neighbours.REGISTRATION.requests("POST", API + "/walk-ins").stream()
                .map(request -> request.header("Idempotency-Key"))
                .distinct()
                .toList();
    }

    private static void day(String status, boolean full) {
        Neighbours.REGISTRATION.get(
                "/api/v1/desk/calls/call-1/days", """
                [{"date":"2016-11-24","number":2,"status":"%s","expected":40,"checkedIn":38,"walkIns":%d,"present":%d,"capacity":50,"full":%s,"zone":"Europe/Berlin"}]""".formatted(status, full ? 12 : 0, full ? 50 : 38, full));
    }

    private static String person(int number, String more) {
        return PERSON.formatted(number, number, more);
    }

    private static String in(boolean repeated) {
        return """
                {"applicationId":"app-1","givenName":"Łucja <b>","familyName":"Ștefănescu-Güell1","organisation":"R&D","cityId":"porto","date":"2016-11-24","checkedInAt":"2016-11-24T08:12:00Z","by":"user:x","repeated":%s}""".formatted(repeated);
    }

    private static void ticket(String state, String more) {
        Neighbours.REGISTRATION.get("/api/v1/desk/ticket", """
                {"applicationId":"app-1","callId":"call-1","workshopSlug":"frankfurt-2016","workshopTitle":"Workshop in Frankfurt","zone":"Europe/Berlin",
                 "givenName":"Łucja","familyName":"Ștefănescu","organisation":"R&D","cityId":"porto","country":"PT","state":"%s",
                 "days":[{"date":"2016-11-24","number":2,"status":"TODAY"%s}]}""".formatted(state, more));
    }

    private static void own(String days) {
        Neighbours.REGISTRATION.get("/api/v1/self-service/attendance", """
                {"workshopSlug":"frankfurt-2016","workshopTitle":"Workshop in Frankfurt","hostCityId":"frankfurt","workshopPlace":"Palm garden, Street 1, Frankfurt am Main","startsAt":"2016-11-23T12:30:00Z","endsAt":"2016-11-25T13:00:00Z",
                 "zone":"Europe/Berlin","givenName":"Łucja","familyName":"Ștefănescu","organisation":"R&D","cityId":"porto","ticket":"http://localhost/desk/t/x","days":%s}""".formatted(days));
    }

    private static void sheet(int people) {
        sheet(IntStream.rangeClosed(1, people).mapToObj(i -> person(i, "")).toList(), WALK_IN);
    }

    private static void sheet(List<String> people, String walkIns) {
        Neighbours.REGISTRATION.get(
                API + "/attendance-sheet",
                "{\"workshopSlug\":\"frankfurt-2016\",\"workshopTitle\":\"Workshop in Frankfurt\",\"zone\":\"Europe/Berlin\",\"date\":\"2016-11-24\",\"number\":2,\"days\":3,\"people\":"
                        + people + ",\"walkIns\":[" + walkIns + "]}");
    }

    private static String pdf(Browser browser, String path) throws IOException {
        try (PDDocument document = load(browser, path)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<TextPosition> letters(PDDocument document) throws IOException {
        List<TextPosition> letters = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                letters.addAll(positions);
            }
        };
        stripper.getText(document);
        return letters;
    }

    private static int pages(Browser browser, String path) throws IOException {
        try (PDDocument document = load(browser, path)) {
            return document.getNumberOfPages();
        }
    }

    private static PDDocument load(Browser browser, String path) throws IOException {
        byte[] bytes = browser.bytes(path);
        assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        return Loader.loadPDF(bytes);
    }
}
