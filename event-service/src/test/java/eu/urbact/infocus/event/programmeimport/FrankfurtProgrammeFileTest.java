package eu.urbact.infocus.event.programmeimport;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.event.programme.Programme;
import eu.urbact.infocus.event.programme.Programme.Item;
import eu.urbact.infocus.event.programmeimport.Reading.Usable;
import eu.urbact.infocus.event.testing.ProgrammeFiles;
import eu.urbact.infocus.event.workshop.WorkshopFacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Compares the Frankfurt programme file with the printed programme, item by item. */
class FrankfurtProgrammeFileTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Usable reading =
            (Usable) new ProgrammeFileReader().read(ProgrammeFiles.frankfurt().getBytes(UTF_8));
    private final Programme programme = reading.file().programme();

    @Test
    void nothingInItNeedsAttention() {
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void theWorkshopIsTheSecondOfTheSeries() {
        assertThat(reading.file().facts().slug()).isEqualTo("frankfurt-2016");
        assertThat(reading.file().facts().seriesSlug()).isEqualTo("thematic-workshops");
        assertThat(reading.file().facts().number()).isEqualTo(2);
        assertThat(reading.file().facts().hostCityId()).isEqualTo("frankfurt");
        assertThat(reading.file().facts().zone()).isEqualTo(BERLIN);
        assertThat(reading.file().facts().startsAt()).isEqualTo(Instant.parse("2016-11-23T12:30:00Z"));
        assertThat(reading.file().facts().endsAt()).isEqualTo(Instant.parse("2016-11-25T13:00:00Z"));
        assertThat(reading.file().facts().details().venue())
                .isEqualTo(new WorkshopFacts.Venue(
                        "Frankfurt Economic Development GmbH", "Hanauer Landstraße 126-128, Frankfurt am Main"));
        assertThat(reading.file().facts().details().formatNotes()).hasSize(6);
    }

    @Test
    void theFirstDayIsComplete() {
        assertThat(day("2016-11-23"))
                .containsExactly(
                        "13:30-14:30 MEAL OPEN frankfurt-economic-development: Welcome Buffet",
                        "14:30-16:00 STEERING_COMMITTEE PARTNERS_ONLY frankfurt-economic-development:"
                                + " InFocus Steering Committee Meeting - part I",
                        "16:00-16:30 COFFEE OPEN frankfurt-economic-development: Coffee break",
                        "16:30-17:30 STEERING_COMMITTEE PARTNERS_ONLY frankfurt-economic-development:"
                                + " InFocus Steering Committee Meeting - part II",
                        "17:30- TRANSFER OPEN frankfurt-economic-development: Departure to Dom/Römer",
                        "18:00- SOCIAL OPEN dom-roemer: City tour",
                        "20:00- MEAL OPEN metropol-cafe-am-dom: Welcome Dinner at Metropol Café am Dom");
    }

    @Test
    void theSecondDayIsComplete() {
        assertThat(day("2016-11-24"))
                .containsExactly(
                        "08:15- MEETING_POINT OPEN frankfurt-economic-development:"
                                + " Meeting point at Frankfurt Economic Development GmbH",
                        "09:15-09:45 OPENING OPEN industriepark-hoechst: Opening session",
                        "09:45-10:15 PRESENTATION OPEN industriepark-hoechst: 01"
                                + " Cluster-based segmentations of urban economies",
                        "10:15-10:45 COFFEE OPEN industriepark-hoechst: Coffee break",
                        "10:45-12:00 DIALOGUE OPEN industriepark-hoechst: 02 Policy maker dialogue",
                        "12:00-13:00 PRESENTATION OPEN industriepark-hoechst: 03 Making connections in practice:"
                                + " from sector prioritization to specialized diversification",
                        "13:00-14:15 MEAL OPEN industriepark-hoechst: Lunch break",
                        "14:15-15:30 PANEL OPEN industriepark-hoechst: 04 Panel discussion with cluster managers",
                        "15:30-15:50 COFFEE OPEN industriepark-hoechst: Coffee break",
                        "15:50-16:50 DEBRIEF OPEN industriepark-hoechst: Debriefing session",
                        "17:00-18:30 SITE_VISIT OPEN industriepark-hoechst: Site Visit Industriepark Höchst",
                        "18:30- TRANSFER OPEN industriepark-hoechst: Transfer to city center by bus",
                        "20:00- MEAL OPEN zum-gemalten-haus: Dinner at “Zum Gemalten Haus”");
    }

    @Test
    void theThirdDayIsComplete() {
        assertThat(day("2016-11-25"))
                .containsExactly(
                        "09:00- MEETING_POINT OPEN frankfurt-economic-development:"
                                + " Meeting point at Frankfurt Economic Development GmbH",
                        "10:00-12:00 DEBRIEF OPEN holm:"
                                + " Final work session “Getting back home: how to apply what has been learnt”",
                        "12:00-13:00 MEAL OPEN holm: Farewell Lunch",
                        "13:00-14:00 SITE_VISIT OPEN holm: Site visit to HOLM",
                        "14:00- TRANSFER OPEN holm: Bus-transfer to Frankfurt airport");
    }

    @Test
    void theVenuesHaveTheirAddresses() {
        assertThat(programme.venues())
                .extracting(venue -> venue.name() + ", " + venue.address())
                .containsExactly(
                        "Frankfurt Economic Development GmbH, Hanauer Landstraße 126-128",
                        "Dom/Römer, null",
                        "Metropol Café am Dom, Weckmarkt 13-15, 60311 Frankfurt",
                        "Industriepark Höchst, Tor Ost, Bistro-Casino",
                        "Zum Gemalten Haus, Schweizer Straße 67, 60594 Frankfurt am Main",
                        "House of Logistics and Mobility (HOLM),"
                                + " Bessie-Coleman-Straße 7, Gateway Gardens, 60549 Frankfurt am Main");
    }

    @Test
    void everyContributionIsThere() {
        assertThat(programme.items().flatMap(FrankfurtProgrammeFileTest::contributions))
                .containsExactly(
                        "opening: WELCOME Ansgar Roese, Head of Urban Planning, Local Economic Policy, Real Estate,"
                                + " Logistics and Mobility, Frankfurt Economic Development GmbH: Welcome speech",
                        "opening: PRESENTER Eva Salcedo, InFocus project co-ordinator, Bilbao Ekintza, City of Bilbao:"
                                + " Introduction to Urbact-Infocus",
                        "opening: PRESENTER Miguel Rivas, Partner at TASO, lead expert for InFocus, TASO:"
                                + " Smart specialisation as a booster for cluster-based economic development."
                                + " Introduction to the workshop theme",
                        "session-01: PRESENTER Alexander Ebner, Schumpeter Center for Innovation and Public Policy at"
                                + " Goethe University Frankfurt: A cluster-based view of Frankfurt Rhine-Main"
                                + " metropolitan region (15)",
                        "session-02: DIALOGUE_PARTNER Ana Teresa Lehmann, Head of Invest Porto, City of Porto",
                        "session-02: DIALOGUE_PARTNER Gabriel Voisin-Fradin, International Economic Cooperation"
                                + " Officer, Grenoble-Alpes Métropole",
                        "session-02: MODERATOR Willem van Winden, Amsterdam University of Applied Sciences",
                        "session-03: PRESENTER James Wilson, Senior Researcher,"
                                + " Orkestra - Basque Institute of Competitiveness: Short introduction",
                        "session-03: PRESENTER Olivier Girel, Director for Innovation, Pôle Alpha Route des Lasers:"
                                + " Bordeaux laser & photonics: how a key enabling technology is widespread"
                                + " throughout different sectors and value chains (10)",
                        "session-03: PRESENTER Cristina Murillo, Director for Services,"
                                + " GAIA Basque Country IT cluster: Making the most of IT clusters to boost the"
                                + " digital transformation (10)",
                        "session-03: FACILITATOR James Wilson, Senior Researcher,"
                                + " Orkestra - Basque Institute of Competitiveness: Q&A and discussion",
                        "session-04: PANELLIST Joaquim Cunha, Executive Director, Health Cluster Portugal",
                        "session-04: PANELLIST Sebastian Schäfer, Director of Tech Quartier,"
                                + " FinTech Community Frankfurt GmbH",
                        "session-04: PANELLIST Zenica Turza, Project Manager, Different Angle Cluster (Bucharest)",
                        "session-04: PANELLIST Ladislav Glogar, Director, Moravian-Silesian Automotive Cluster",
                        "session-04: MODERATOR Miguel Rivas, Lead expert for InFocus, TASO",
                        "debriefing: PRESENTER Juan D. Olabarri, Head of Cluster Development Unit,"
                                + " SPRI, Basque Country Development Agency:"
                                + " Closing statement: connecting clusters to smart specialisation (15)",
                        "final-session: MODERATOR Willem van Winden, Amsterdam University of Applied Sciences");
    }

    @Test
    void everyPartOfASessionIsThere() {
        assertThat(programme.items().flatMap(FrankfurtProgrammeFileTest::parts))
                .containsExactly(
                        "meeting-point-day-2: TRANSFER Transfer by bus to the meeting venue",
                        "meeting-point-day-2: MEETING_POINT Registration",
                        "session-01: QUESTIONS_AND_ANSWERS Q&A",
                        "session-02: DIALOGUE Grenoble-Porto dialogue on the role of cities in today’s cluster policy"
                                + " (30)",
                        "session-02: QUESTIONS_AND_ANSWERS Discussion",
                        "session-02: SMALL_GROUP_WORK Work in small groups",
                        "session-03: QUESTIONS_AND_ANSWERS Q&A and discussion",
                        "session-04: PANEL What do business clusters need from local/metropolitan governments? (45)",
                        "session-04: QUESTIONS_AND_ANSWERS Q&A and discussion",
                        "debriefing: SMALL_GROUP_WORK Co-producing takeaways",
                        "meeting-point-day-3: TRANSFER Bus transfer");
    }

    @Test
    void itHoldsNoMailAddressAndNoTelephoneNumber() {
        assertThat(ProgrammeFiles.frankfurt()).doesNotContain("@").doesNotContainPattern("\\+\\d\\d|\\d{6,}");
    }

    private List<String> day(String date) {
        return programme.days().stream()
                .filter(day -> day.date().toString().equals(date))
                .flatMap(day -> day.items().stream())
                .map(item -> "%s-%s %s %s %s: %s%s"
                        .formatted(
                                local(item.startsAt()),
                                local(item.endsAt()),
                                item.type(),
                                item.audience(),
                                item.venue(),
                                item.session() == null ? "" : item.session() + " ",
                                item.title()))
                .toList();
    }

    private static String local(Instant time) {
        return time == null ? "" : LocalTime.ofInstant(time, BERLIN).toString();
    }

    private static Stream<String> contributions(Item item) {
        return item.contributions().stream()
                .map(contribution -> item.key() + ": " + contribution.role() + " "
                        + Stream.of(contribution.person(), contribution.position(), contribution.organisation())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(", "))
                        + (contribution.title() == null ? "" : ": " + contribution.title())
                        + minutes(contribution.plannedMinutes()));
    }

    private static Stream<String> parts(Item item) {
        return item.parts().stream()
                .map(part -> item.key() + ": " + part.type() + " " + part.title() + minutes(part.plannedMinutes()));
    }

    private static String minutes(Integer minutes) {
        return minutes == null ? "" : " (" + minutes + ")";
    }
}
