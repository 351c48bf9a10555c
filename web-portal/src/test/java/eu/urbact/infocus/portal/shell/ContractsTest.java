package eu.urbact.infocus.portal.shell;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import eu.urbact.infocus.portal.shell.services.AdmissionPlan;
import eu.urbact.infocus.portal.shell.services.AdmissionRule;
import eu.urbact.infocus.portal.shell.services.Applicant;
import eu.urbact.infocus.portal.shell.services.Application;
import eu.urbact.infocus.portal.shell.services.ApplicationDraft;
import eu.urbact.infocus.portal.shell.services.ApplicationEdit;
import eu.urbact.infocus.portal.shell.services.AttendanceSheet;
import eu.urbact.infocus.portal.shell.services.Attendee;
import eu.urbact.infocus.portal.shell.services.Badge;
import eu.urbact.infocus.portal.shell.services.BalanceGoals;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.ChangeRequest;
import eu.urbact.infocus.portal.shell.services.CheckedIn;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.CityBalance;
import eu.urbact.infocus.portal.shell.services.CityComparison;
import eu.urbact.infocus.portal.shell.services.CityProfile;
import eu.urbact.infocus.portal.shell.services.Cluster;
import eu.urbact.infocus.portal.shell.services.ClusterSeats;
import eu.urbact.infocus.portal.shell.services.Coding;
import eu.urbact.infocus.portal.shell.services.Cooperation;
import eu.urbact.infocus.portal.shell.services.DeskPlace;
import eu.urbact.infocus.portal.shell.services.DeskRow;
import eu.urbact.infocus.portal.shell.services.Diversification;
import eu.urbact.infocus.portal.shell.services.DoorDay;
import eu.urbact.infocus.portal.shell.services.DoorSetting;
import eu.urbact.infocus.portal.shell.services.DoorTicket;
import eu.urbact.infocus.portal.shell.services.DraftEntries;
import eu.urbact.infocus.portal.shell.services.EarlierApplication;
import eu.urbact.infocus.portal.shell.services.Erased;
import eu.urbact.infocus.portal.shell.services.FeedbackCounts;
import eu.urbact.infocus.portal.shell.services.Headcounts;
import eu.urbact.infocus.portal.shell.services.HistoryItem;
import eu.urbact.infocus.portal.shell.services.Hotel;
import eu.urbact.infocus.portal.shell.services.ImportReport;
import eu.urbact.infocus.portal.shell.services.Invitation;
import eu.urbact.infocus.portal.shell.services.LinkRequest;
import eu.urbact.infocus.portal.shell.services.LinkRequested;
import eu.urbact.infocus.portal.shell.services.LogisticsOption;
import eu.urbact.infocus.portal.shell.services.LogisticsSetting;
import eu.urbact.infocus.portal.shell.services.Mail;
import eu.urbact.infocus.portal.shell.services.MailPreview;
import eu.urbact.infocus.portal.shell.services.MatchCell;
import eu.urbact.infocus.portal.shell.services.MatchFeedback;
import eu.urbact.infocus.portal.shell.services.MatchMatrix;
import eu.urbact.infocus.portal.shell.services.MatchPair;
import eu.urbact.infocus.portal.shell.services.MatchPairs;
import eu.urbact.infocus.portal.shell.services.MatchPartners;
import eu.urbact.infocus.portal.shell.services.MeetingDay;
import eu.urbact.infocus.portal.shell.services.ModelCard;
import eu.urbact.infocus.portal.shell.services.NoShows;
import eu.urbact.infocus.portal.shell.services.Notice;
import eu.urbact.infocus.portal.shell.services.Offer;
import eu.urbact.infocus.portal.shell.services.OptionPeople;
import eu.urbact.infocus.portal.shell.services.OwnAnswers;
import eu.urbact.infocus.portal.shell.services.OwnApplication;
import eu.urbact.infocus.portal.shell.services.OwnAttendance;
import eu.urbact.infocus.portal.shell.services.OwnData;
import eu.urbact.infocus.portal.shell.services.OwnInvitation;
import eu.urbact.infocus.portal.shell.services.OwnLogistics;
import eu.urbact.infocus.portal.shell.services.OwnMeetingWishes;
import eu.urbact.infocus.portal.shell.services.OwnProfile;
import eu.urbact.infocus.portal.shell.services.OwnRoom;
import eu.urbact.infocus.portal.shell.services.OwnWaiting;
import eu.urbact.infocus.portal.shell.services.PersonalField;
import eu.urbact.infocus.portal.shell.services.PersonalTasks;
import eu.urbact.infocus.portal.shell.services.PickUp;
import eu.urbact.infocus.portal.shell.services.Programme;
import eu.urbact.infocus.portal.shell.services.ReferenceReport;
import eu.urbact.infocus.portal.shell.services.Released;
import eu.urbact.infocus.portal.shell.services.Review;
import eu.urbact.infocus.portal.shell.services.RoomConfirmation;
import eu.urbact.infocus.portal.shell.services.RoomRequest;
import eu.urbact.infocus.portal.shell.services.SavedView;
import eu.urbact.infocus.portal.shell.services.Seats;
import eu.urbact.infocus.portal.shell.services.StagedDecision;
import eu.urbact.infocus.portal.shell.services.StagingStep;
import eu.urbact.infocus.portal.shell.services.Suggestion;
import eu.urbact.infocus.portal.shell.services.WaitingList;
import eu.urbact.infocus.portal.shell.services.WaitingListRule;
import eu.urbact.infocus.portal.shell.services.WalkIn;
import eu.urbact.infocus.portal.shell.services.WalkedIn;
import eu.urbact.infocus.portal.shell.services.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the portal reads is what the services promise: every part of its records is in the answer of the operation that it comes from, by
 * the same name and of the same kind, as the service's own committed {@code openapi.yaml} says.
 */
class ContractsTest {

    private static final String REGISTRATION = "registration-service";
    private static final String EVENT = "event-service";
    private static final String DIRECTORY = "cluster-directory-service";
    private static final String NOTIFICATION = "notification-service";
    private static final Path REPOSITORY = Path.of(System.getProperty("infocus.repository", ".."));

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(
                        EVENT,
                        "/api/v1/workshops",
                        "get",
                        "items",
                        Workshop.class,
                        Set.of("summary", "formatNotes", "contacts", "links", "venues", "days")),
                Arguments.of(EVENT, "/api/v1/workshops/{slug}", "get", "", Workshop.class, Set.of()),
                Arguments.of(EVENT, "/api/v1/workshops/{slug}/programme", "get", "", Programme.class, Set.of()),
                Arguments.of(NOTIFICATION, "/api/v1/admin/mail-previews", "post", "", MailPreview.All.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/calls", "get", "", Call.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/application-imports",
                        "post",
                        "",
                        ImportReport.class,
                        Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/calls/{id}", "get", "", Call.class, Set.of()),
                Arguments.of(
                        REGISTRATION, "/api/v1/application-drafts", "post", "", ApplicationDraft.Begun.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/self-service/draft", "get", "", ApplicationDraft.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/self-service/draft", "patch", "", ApplicationDraft.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/self-service/draft/submission",
                        "post",
                        "",
                        ApplicationDraft.Sent.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION, "/api/v1/self-service/application", "get", "", OwnApplication.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/personal-fields", "get", "", PersonalField.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/self-service/own-data", "get", "", OwnData.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/applications/{id}/history",
                        "get",
                        "items",
                        HistoryItem.class,
                        Set.of("details")),
                Arguments.of(
                        REGISTRATION, "/api/v1/admin/applications/{id}/erasure", "post", "", Erased.class, Set.of()),
                Arguments.of(
                        REGISTRATION, "/api/v1/self-service/application", "put", "", OwnApplication.class, Set.of()),
                Arguments.of(
                        REGISTRATION, "/api/v1/self-service/link-requests", "post", "", LinkRequested.class, Set.of()),
                Arguments.of(
                        REGISTRATION, "/api/v1/self-service/withdrawal", "post", "", OwnApplication.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/applications",
                        "get",
                        "items",
                        Application.class,
                        Set.of("email", "motivation", "reasonCode", "note", "answers", "history")),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/applications/{id}",
                        "get",
                        "",
                        Application.class,
                        Set.of("history.details")),
                Arguments.of(
                        REGISTRATION, "/api/v1/calls/{id}/admission-rule", "get", "", AdmissionRule.class, Set.of()),
                Arguments.of(
                        REGISTRATION, "/api/v1/admin/calls/{id}/suggestion", "get", "", Suggestion.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/suggestion",
                        "get",
                        "entries.items",
                        Suggestion.Entry.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/balance-goals",
                        "put",
                        "",
                        BalanceGoals.class,
                        Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/self-service/answers", "get", "", OwnAnswers.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/self-service/answers", "put", "", OwnAnswers.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/admin/calls", "get", "", Call.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/admin/calls/{id}", "put", "", Call.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/admin/calls/{id}/clones", "post", "", Call.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/admin/calls/{id}/seats", "get", "", Seats.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/admin/desk", "get", "items", DeskRow.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/admin/desk/{id}", "get", "", DeskPlace.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/applications/{id}",
                        "get",
                        "",
                        Applicant.class,
                        Set.of("history.details")),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/applications/{id}/staged-decision",
                        "put",
                        "",
                        StagedDecision.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/staging-steps",
                        "post",
                        "",
                        StagingStep.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/suggestion/staging",
                        "post",
                        "",
                        StagingStep.class,
                        Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/admin/calls/{id}/plan", "get", "", AdmissionPlan.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/plan/selection",
                        "post",
                        "",
                        AdmissionPlan.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/plan/matching",
                        "post",
                        "",
                        AdmissionPlan.class,
                        Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/admin/calls/{id}/releases", "post", "", Released.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/releases",
                        "get",
                        "items",
                        Released.Release.class,
                        Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/admin/applications/{id}/review", "get", "", Review.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/applications/{id}/earlier",
                        "get",
                        "",
                        EarlierApplication.class,
                        Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/admin/saved-views", "get", "", SavedView.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/partner/applications/{id}",
                        "get",
                        "",
                        Application.class,
                        Set.of("history.details")),
                Arguments.of(REGISTRATION, "/api/v1/desk/calls/{id}/days", "get", "", DoorDay.class, Set.of()),
                Arguments.of(
                        REGISTRATION, "/api/v1/admin/calls/{id}/door-settings", "get", "", DoorSetting.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/desk/calls/{id}/days/{date}/people",
                        "get",
                        "items",
                        Attendee.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/desk/calls/{id}/days/{date}/check-ins",
                        "post",
                        "",
                        CheckedIn.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/desk/calls/{id}/days/{date}/walk-ins",
                        "get",
                        "",
                        WalkIn.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/desk/calls/{id}/days/{date}/walk-ins",
                        "post",
                        "",
                        WalkedIn.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/desk/calls/{id}/days/{date}/no-shows",
                        "get",
                        "",
                        NoShows.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/desk/calls/{id}/days/{date}/attendance-sheet",
                        "get",
                        "",
                        AttendanceSheet.class,
                        Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/desk/calls/{id}/badges", "get", "", Badge.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/desk/ticket", "get", "", DoorTicket.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/self-service/attendance", "get", "", OwnAttendance.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/partner/calls/{callId}/delegation",
                        "get",
                        "",
                        CityBalance.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{callId}/delegations",
                        "get",
                        "",
                        CityBalance.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/partner/calls/{callId}/invitations",
                        "get",
                        "items",
                        Invitation.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/partner/calls/{callId}/invitations",
                        "post",
                        "",
                        Invitation.class,
                        Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/invitation", "get", "", OwnInvitation.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/partner/cooperations", "get", "items", Cooperation.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/partner/cooperations/{id}", "get", "", Cooperation.class, Set.of()),
                Arguments.of(
                        DIRECTORY,
                        "/api/v1/admin/workshops/{workshopId}/meetings",
                        "get",
                        "",
                        MeetingDay.class,
                        Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/partner/cluster-profiles", "get", "", OwnProfile.Item.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/partner/cluster-profiles/{id}", "get", "", OwnProfile.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/partner/cluster-profiles/{id}", "put", "", OwnProfile.class, Set.of()),
                Arguments.of(
                        DIRECTORY, "/api/v1/partner/cluster-profiles/{id}/preview", "get", "", Cluster.class, Set.of()),
                Arguments.of(
                        DIRECTORY,
                        "/api/v1/partner/cluster-profiles/{id}/history",
                        "get",
                        "items",
                        OwnProfile.Change.class,
                        Set.of()),
                Arguments.of(
                        DIRECTORY, "/api/v1/admin/cluster-profiles", "get", "items", OwnProfile.Item.class, Set.of()),
                Arguments.of(
                        DIRECTORY,
                        "/api/v1/admin/cluster-profiles/{id}/return",
                        "post",
                        "",
                        OwnProfile.class,
                        Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/offers", "get", "items", Offer.class, Set.of()),
                Arguments.of(
                        DIRECTORY, "/api/v1/partner/clusters/{clusterId}/offers", "get", "", Offer.Own.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/competences", "get", "items", Coding.Competence.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/nace-sections", "get", "items", Coding.Section.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/objectives", "get", "items", Coding.Objective.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/emerging-industries", "get", "items", Coding.Term.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/s3-priority-areas", "get", "items", Coding.Term.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/self-service/tasks", "get", "", PersonalTasks.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/self-service/application/meeting-wishes",
                        "get",
                        "",
                        OwnMeetingWishes.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/self-service/application/meeting-wishes",
                        "put",
                        "",
                        OwnMeetingWishes.class,
                        Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/self-service/logistics", "get", "", OwnLogistics.class, Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/self-service/hotel", "get", "", OwnRoom.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/logistics/settings",
                        "get",
                        "",
                        LogisticsSetting.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/logistics/options/{optionId}",
                        "get",
                        "",
                        LogisticsOption.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/logistics/headcounts",
                        "get",
                        "",
                        Headcounts.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/logistics/options/{optionId}/people",
                        "get",
                        "",
                        OptionPeople.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/logistics/change-requests",
                        "get",
                        "items",
                        ChangeRequest.class,
                        Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/admin/calls/{id}/hotels", "get", "", Hotel.class, Set.of()),
                Arguments.of(
                        REGISTRATION, "/api/v1/admin/calls/{id}/hotels/pick-up", "get", "", PickUp.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/hotels/confirmation",
                        "get",
                        "",
                        RoomConfirmation.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/hotel-requests",
                        "get",
                        "items",
                        RoomRequest.class,
                        Set.of()),
                Arguments.of(REGISTRATION, "/api/v1/self-service/waiting-list", "get", "", OwnWaiting.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/self-service/waiting-list/acceptance",
                        "post",
                        "",
                        OwnWaiting.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/calls/{id}/waiting-list-rule",
                        "get",
                        "",
                        WaitingListRule.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION, "/api/v1/admin/calls/{id}/waiting-list", "get", "", WaitingList.class, Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/waiting-list/{applicationId}/precedence",
                        "get",
                        "",
                        WaitingList.PutFirst.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/waiting-list",
                        "get",
                        "waiting.items",
                        WaitingList.Person.class,
                        Set.of()),
                Arguments.of(
                        REGISTRATION,
                        "/api/v1/admin/calls/{id}/waiting-list/offers",
                        "get",
                        "items",
                        WaitingList.Offer.class,
                        Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/cities", "get", "items", City.class, Set.of()),
                Arguments.of(
                        DIRECTORY,
                        "/api/v1/cities/{id}",
                        "get",
                        "",
                        CityProfile.class,
                        Set.of(
                                "clusters.figures",
                                "clusters.markets",
                                "clusters.objectives",
                                "clusters.details",
                                "clusters.confirmation",
                                "clusters.ecosystems")),
                Arguments.of(
                        DIRECTORY,
                        "/api/v1/clusters",
                        "get",
                        "items",
                        Cluster.class,
                        Set.of("figures", "markets", "objectives", "details", "confirmation", "ecosystems")),
                Arguments.of(
                        DIRECTORY,
                        "/api/v1/admin/reference-data-imports/{id}",
                        "get",
                        "",
                        ReferenceReport.class,
                        Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/offers", "get", "items", Notice.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/city-comparisons", "get", "", CityComparison.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/clusters/{id}", "get", "", Cluster.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/matrix", "get", "", MatchMatrix.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/regions/{id}/matrix", "get", "", MatchMatrix.class, Set.of()),
                Arguments.of(
                        DIRECTORY,
                        "/api/v1/regions/{id}/matrix/{priority}/{cluster}",
                        "get",
                        "",
                        MatchCell.class,
                        Set.of()),
                Arguments.of(
                        DIRECTORY, "/api/v1/regions/{id}/diversification", "get", "", Diversification.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/clusters/{id}/matches", "get", "", MatchPartners.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/clusters/{id}/matches/{other}", "get", "", MatchPair.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/matches/pairs", "get", "", MatchPairs.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/matching-model", "get", "", ModelCard.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/matching-model/feedback", "get", "", FeedbackCounts.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/partner/feedback", "get", "", MatchFeedback.class, Set.of()),
                Arguments.of(DIRECTORY, "/api/v1/clusters.geojson", "get", "", ClusterSeats.class, Set.of()),
                Arguments.of(
                        DIRECTORY, "/api/v1/partner/clusters/{id}/feedback", "get", "", MatchFeedback.class, Set.of()),
                Arguments.of(NOTIFICATION, "/api/v1/admin/mails", "get", "items", Mail.class, Set.of()));
    }

    /** @param absent parts that this operation leaves out and the portal does not use there */
    @ParameterizedTest(name = "{2} {0}{1}")
    @MethodSource("answers")
    void portalReadsWhatIsPromised(
            String service, String path, String method, String inside, Class<?> type, Set<String> absent)
            throws IOException {
        JsonNode contract = contract(service);
        JsonNode responses = operation(contract, path, method).path("responses");
        JsonNode content = Stream.of("201", "202", "200")
                .filter(responses::has)
                .map(responses::path)
                .findFirst()
                .orElseThrow();
        JsonNode types = content.path("content");
        JsonNode schema = resolve(
                contract,
                types.path(types.has("application/json") ? "application/json" : "application/geo+json")
                        .path("schema"));
        for (String step : inside.isEmpty() ? new String[0] : inside.split("\\.")) {
            schema = resolve(contract, property(contract, schema, step));
        }
        if (schema.path("type").asText().equals("array")) {
            schema = resolve(contract, schema.path("items"));
        }

        Set<String> wrong = new TreeSet<>();
        compare(contract, schema, type, "", absent, wrong);

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void portalSendsWhatIsAskedFor(String field) throws IOException {
        JsonNode contract = contract(REGISTRATION);
        JsonNode body =
                operation(contract, "/api/v1/self-service/draft", "patch").path("requestBody");

        JsonNode schema =
                resolve(contract, body.path("content").path("application/json").path("schema"));

        assertThat(property(contract, schema, field).isMissingNode()).as(field).isFalse();
    }

    @ParameterizedTest
    @MethodSource("selfServiceRequests")
    void portalSendsWhatSelfServiceAsksFor(String path, String method, String field) throws IOException {
        JsonNode contract = contract(REGISTRATION);
        JsonNode schema = resolve(
                contract,
                operation(contract, path, method)
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema"));

        assertThat(property(contract, schema, field).isMissingNode()).as(field).isFalse();
    }

    static Stream<Arguments> selfServiceRequests() {
        return Stream.concat(
                Stream.of(ApplicationEdit.class.getRecordComponents())
                        .map(field -> Arguments.of("/api/v1/self-service/application", "put", field.getName())),
                Stream.of(LinkRequest.class.getRecordComponents())
                        .map(field -> Arguments.of("/api/v1/self-service/link-requests", "post", field.getName())));
    }

    static Stream<String> entries() {
        return Stream.of(DraftEntries.class.getRecordComponents()).map(RecordComponent::getName);
    }

    private static void compare(
            JsonNode contract, JsonNode schema, Class<?> type, String path, Set<String> absent, Set<String> wrong) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = path + component.getName();
            if (absent.contains(name)) {
                continue;
            }
            JsonNode promised = resolve(contract, property(contract, schema, component.getName()));
            if (promised.isMissingNode()) {
                wrong.add(name + " is not promised");
                continue;
            }
            String kind = kind(promised);
            if (!kind.isEmpty() && !kind.equals(kind(component.getType()))) {
                wrong.add(name + " is promised as " + kind);
            } else if (component.getType().isRecord() && (promised.has("properties") || promised.has("allOf"))) {
                // nothing more is promised about an open object, and the portal treats all of it as optional
                compare(contract, promised, component.getType(), name + ".", absent, wrong);
            } else if (component.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> item
                    && item.isRecord()
                    && !item.equals(type)) {
                compare(contract, resolve(contract, promised.path("items")), item, name + ".", absent, wrong);
            }
        }
    }

    /** Kind of a schema in JSON's words; a type may be listed with "null". */
    private static String kind(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (!one.asText().equals("null")) {
                    return one.asText();
                }
            }
        }
        return type.asText("");
    }

    private static String kind(Type type) {
        if (type.equals(String.class) || type.equals(Instant.class) || type.equals(LocalDate.class)) {
            return "string";
        }
        if (type.equals(boolean.class) || type.equals(Boolean.class)) {
            return "boolean";
        }
        if (Set.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
            return "integer";
        }
        if (type.equals(double.class) || type.equals(Double.class)) {
            return "number";
        }
        return type.equals(List.class) ? "array" : "object";
    }

    private static JsonNode contract(String service) throws IOException {
        return new YAMLMapper()
                .readTree(REPOSITORY
                        .resolve(service)
                        .resolve("src/main/resources/contracts/openapi.yaml")
                        .toFile());
    }

    private static JsonNode operation(JsonNode contract, String path, String method) {
        JsonNode operation = contract.path("paths").path(path).path(method);
        assertThat(operation.isMissingNode()).as(method + " " + path).isFalse();
        return operation;
    }

    private static JsonNode property(JsonNode contract, JsonNode schema, String name) {
        JsonNode direct = schema.path("properties").path(name);
        if (!direct.isMissingNode()) {
            return direct;
        }
        for (JsonNode part : schema.path("allOf")) {
            JsonNode inherited = property(contract, resolve(contract, part), name);
            if (!inherited.isMissingNode()) {
                return inherited;
            }
        }
        return direct;
    }

    private static JsonNode resolve(JsonNode contract, JsonNode schema) {
        JsonNode current = schema;
        while (true) {
            JsonNode reference = current.path("$ref");
            if (reference.isMissingNode()) {
                JsonNode choice = choice(current);
                if (choice == null) {
                    return current;
                }
                current = choice;
            } else {
                current = contract.at(reference.asText().substring(1));
            }
        }
    }

    /** The one that is meant where a schema says "this or null". */
    private static JsonNode choice(JsonNode schema) {
        for (String of : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode option : schema.path(of)) {
                if (option.has("$ref") && !schema.has("properties")) {
                    return option;
                }
            }
        }
        return null;
    }

    /** Facets are read as a map of lists; this is what the directory promises. */
    @ParameterizedTest
    @MethodSource("facetNames")
    void facetsArePromised(String facet) throws IOException {
        JsonNode contract = contract(DIRECTORY);
        JsonNode schema = resolve(
                contract,
                operation(contract, "/api/v1/clusters", "get")
                        .path("responses")
                        .path("200")
                        .path("content")
                        .path("application/json")
                        .path("schema"));
        JsonNode facets = resolve(contract, property(contract, schema, "facets"));

        JsonNode value = resolve(
                contract, resolve(contract, property(contract, facets, facet)).path("items"));

        assertThat(property(contract, value, "count").isMissingNode()).isFalse();
    }

    static Stream<String> facetNames() {
        return Stream.of(
                "city", "country", "competence", "naceSection", "naceDivision", "ecosystem", "scale", "kind", "scope");
    }
}
