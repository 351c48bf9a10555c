package eu.urbact.infocus.portal.shell;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import eu.urbact.infocus.portal.shell.services.AdmissionPlan;
import eu.urbact.infocus.portal.shell.services.AdmissionRule;
import eu.urbact.infocus.portal.shell.services.Applicant;
import eu.urbact.infocus.portal.shell.services.Application;
import eu.urbact.infocus.portal.shell.services.ApplicationDraft;
import eu.urbact.infocus.portal.shell.services.ApplicationEdit;
import eu.urbact.infocus.portal.shell.services.AttendanceFigures;
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
import eu.urbact.infocus.portal.shell.services.GuestList;
import eu.urbact.infocus.portal.shell.services.Headcounts;
import eu.urbact.infocus.portal.shell.services.HistoryItem;
import eu.urbact.infocus.portal.shell.services.Hotel;
import eu.urbact.infocus.portal.shell.services.HotelOfCall;
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
import eu.urbact.infocus.portal.shell.services.OpenAnswersList;
import eu.urbact.infocus.portal.shell.services.OpenWork;
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
import eu.urbact.infocus.portal.shell.services.TravelList;
import eu.urbact.infocus.portal.shell.services.WaitingList;
import eu.urbact.infocus.portal.shell.services.WaitingListRule;
import eu.urbact.infocus.portal.shell.services.WalkIn;
import eu.urbact.infocus.portal.shell.services.WalkedIn;
import eu.urbact.infocus.portal.shell.services.WithdrawnCluster;
import eu.urbact.infocus.portal.shell.services.Workshop;
import eu.urbact.infocus.portal.shell.text.Choices;

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
                answer(
                        EVENT,
                        "get /api/v1/workshops items",
                        Workshop.class,
                        "summary",
                        "formatNotes",
                        "contacts",
                        "links",
                        "venue",
                        "venues",
                        "days"),
                answer(EVENT, "get /api/v1/workshops/{slug}", Workshop.class),
                answer(EVENT, "get /api/v1/workshops/{slug}/programme", Programme.class),
                answer(NOTIFICATION, "post /api/v1/admin/mail-previews", MailPreview.All.class),
                answer(REGISTRATION, "get /api/v1/calls", Call.class),
                answer(REGISTRATION, "post /api/v1/admin/calls/{id}/application-imports", ImportReport.class),
                answer(REGISTRATION, "get /api/v1/calls/{id}", Call.class),
                answer(REGISTRATION, "post /api/v1/application-drafts", ApplicationDraft.Begun.class),
                answer(REGISTRATION, "get /api/v1/self-service/draft", ApplicationDraft.class),
                answer(REGISTRATION, "patch /api/v1/self-service/draft", ApplicationDraft.class),
                answer(REGISTRATION, "post /api/v1/self-service/draft/submission", ApplicationDraft.Sent.class),
                answer(REGISTRATION, "get /api/v1/self-service/application", OwnApplication.class),
                answer(REGISTRATION, "get /api/v1/personal-fields", PersonalField.class),
                answer(REGISTRATION, "get /api/v1/self-service/own-data", OwnData.class),
                answer(REGISTRATION, "get /api/v1/admin/applications/{id}/history items", HistoryItem.class, "details"),
                answer(REGISTRATION, "post /api/v1/admin/applications/{id}/erasure", Erased.class),
                answer(REGISTRATION, "put /api/v1/self-service/application", OwnApplication.class),
                answer(REGISTRATION, "post /api/v1/self-service/link-requests", LinkRequested.class),
                answer(REGISTRATION, "post /api/v1/self-service/withdrawal", OwnApplication.class),
                answer(
                        REGISTRATION,
                        "get /api/v1/admin/applications items",
                        Application.class,
                        "email",
                        "motivation",
                        "reasonCode",
                        "note",
                        "answers",
                        "history",
                        "openQuestions"),
                answer(REGISTRATION, "get /api/v1/admin/applications/{id}", Application.class, "history.details"),
                answer(
                        REGISTRATION,
                        "post /api/v1/admin/applications/{id}/withdrawal",
                        Application.class,
                        "history.details"),
                answer(
                        REGISTRATION,
                        "delete /api/v1/admin/applications/{id}/withdrawal",
                        Application.class,
                        "history.details"),
                answer(REGISTRATION, "get /api/v1/calls/{id}/admission-rule", AdmissionRule.class),
                answer(REGISTRATION, "get /api/v1/calls/{id}/hotels", HotelOfCall.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/suggestion", Suggestion.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/suggestion entries.items", Suggestion.Entry.class),
                answer(REGISTRATION, "put /api/v1/admin/calls/{id}/balance-goals", BalanceGoals.class),
                answer(REGISTRATION, "get /api/v1/self-service/answers", OwnAnswers.class),
                answer(REGISTRATION, "put /api/v1/self-service/answers", OwnAnswers.class),
                answer(REGISTRATION, "get /api/v1/admin/calls", Call.class),
                answer(REGISTRATION, "put /api/v1/admin/calls/{id}", Call.class),
                answer(REGISTRATION, "post /api/v1/admin/calls/{id}/clones", Call.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/seats", Seats.class),
                answer(REGISTRATION, "get /api/v1/admin/desk items", DeskRow.class),
                answer(REGISTRATION, "get /api/v1/admin/desk/{id}", DeskPlace.class),
                answer(REGISTRATION, "get /api/v1/admin/applications/{id}", Applicant.class, "history.details"),
                answer(REGISTRATION, "put /api/v1/admin/applications/{id}/staged-decision", StagedDecision.class),
                answer(REGISTRATION, "post /api/v1/admin/calls/{id}/staging-steps", StagingStep.class),
                answer(REGISTRATION, "post /api/v1/admin/calls/{id}/suggestion/staging", StagingStep.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/plan", AdmissionPlan.class),
                answer(REGISTRATION, "post /api/v1/admin/calls/{id}/plan/selection", AdmissionPlan.class),
                answer(REGISTRATION, "post /api/v1/admin/calls/{id}/plan/matching", AdmissionPlan.class),
                answer(REGISTRATION, "post /api/v1/admin/calls/{id}/releases", Released.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/releases items", Released.Release.class),
                answer(REGISTRATION, "get /api/v1/admin/applications/{id}/review", Review.class),
                answer(REGISTRATION, "get /api/v1/admin/applications/{id}/earlier", EarlierApplication.class),
                answer(REGISTRATION, "get /api/v1/admin/saved-views", SavedView.class),
                answer(REGISTRATION, "get /api/v1/partner/applications/{id}", Application.class, "history.details"),
                answer(REGISTRATION, "get /api/v1/desk/calls/{id}/days", DoorDay.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/door-settings", DoorSetting.class),
                answer(REGISTRATION, "get /api/v1/desk/calls/{id}/days/{date}/people items", Attendee.class),
                answer(REGISTRATION, "post /api/v1/desk/calls/{id}/days/{date}/check-ins", CheckedIn.class),
                answer(REGISTRATION, "get /api/v1/desk/calls/{id}/days/{date}/walk-ins", WalkIn.class),
                answer(REGISTRATION, "post /api/v1/desk/calls/{id}/days/{date}/walk-ins", WalkedIn.class),
                answer(REGISTRATION, "get /api/v1/desk/calls/{id}/days/{date}/no-shows", NoShows.class),
                answer(REGISTRATION, "get /api/v1/desk/calls/{id}/days/{date}/attendance-sheet", AttendanceSheet.class),
                answer(REGISTRATION, "get /api/v1/desk/calls/{id}/badges", Badge.class),
                answer(REGISTRATION, "get /api/v1/desk/ticket", DoorTicket.class),
                answer(REGISTRATION, "get /api/v1/self-service/attendance", OwnAttendance.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/attendance/people/{person}", OwnAttendance.class),
                answer(REGISTRATION, "get /api/v1/admin/attendance-statistics/{id}", AttendanceFigures.class),
                answer(REGISTRATION, "get /api/v1/partner/calls/{callId}/delegation", CityBalance.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{callId}/delegations", CityBalance.class),
                answer(REGISTRATION, "get /api/v1/partner/calls/{callId}/invitations items", Invitation.class),
                answer(REGISTRATION, "post /api/v1/partner/calls/{callId}/invitations", Invitation.class),
                answer(REGISTRATION, "get /api/v1/invitation", OwnInvitation.class),
                answer(DIRECTORY, "get /api/v1/partner/cooperations items", Cooperation.class),
                answer(DIRECTORY, "get /api/v1/partner/cooperations/{id}", Cooperation.class),
                answer(DIRECTORY, "get /api/v1/admin/workshops/{workshopId}/meetings", MeetingDay.class),
                answer(DIRECTORY, "get /api/v1/partner/cluster-profiles", OwnProfile.Item.class),
                answer(DIRECTORY, "get /api/v1/partner/cluster-profiles/{id}", OwnProfile.class),
                answer(DIRECTORY, "put /api/v1/partner/cluster-profiles/{id}", OwnProfile.class),
                answer(DIRECTORY, "get /api/v1/partner/cluster-profiles/{id}/preview", Cluster.class),
                answer(DIRECTORY, "get /api/v1/partner/cluster-profiles/{id}/history items", OwnProfile.Change.class),
                answer(DIRECTORY, "get /api/v1/admin/cluster-profiles items", OwnProfile.Item.class),
                answer(DIRECTORY, "post /api/v1/admin/cluster-profiles/{id}/return", OwnProfile.class),
                answer(DIRECTORY, "get /api/v1/offers items", Offer.class),
                answer(DIRECTORY, "get /api/v1/partner/clusters/{clusterId}/offers", Offer.Own.class),
                answer(DIRECTORY, "get /api/v1/competences items", Coding.Competence.class),
                answer(DIRECTORY, "get /api/v1/nace-sections items", Coding.Section.class),
                answer(DIRECTORY, "get /api/v1/objectives items", Coding.Objective.class),
                answer(DIRECTORY, "get /api/v1/emerging-industries items", Coding.Term.class),
                answer(DIRECTORY, "get /api/v1/s3-priority-areas items", Coding.Term.class),
                answer(REGISTRATION, "get /api/v1/self-service/tasks", PersonalTasks.class),
                answer(REGISTRATION, "get /api/v1/self-service/application/meeting-wishes", OwnMeetingWishes.class),
                answer(REGISTRATION, "put /api/v1/self-service/application/meeting-wishes", OwnMeetingWishes.class),
                answer(REGISTRATION, "get /api/v1/self-service/logistics", OwnLogistics.class),
                answer(REGISTRATION, "get /api/v1/self-service/hotel", OwnRoom.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/logistics/settings", LogisticsSetting.class),
                answer(
                        REGISTRATION,
                        "get /api/v1/admin/calls/{id}/logistics/options/{optionId}",
                        LogisticsOption.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/logistics/headcounts", Headcounts.class),
                answer(
                        REGISTRATION,
                        "get /api/v1/admin/calls/{id}/logistics/options/{optionId}/people",
                        OptionPeople.class),
                answer(REGISTRATION, "get /api/v1/admin/open-work", OpenWork.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/logistics/travel", TravelList.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/logistics/people", GuestList.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/logistics/open-answers", OpenAnswersList.class),
                answer(
                        REGISTRATION,
                        "get /api/v1/admin/calls/{id}/logistics/change-requests items",
                        ChangeRequest.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/hotels", Hotel.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/hotels/pick-up", PickUp.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/hotels/confirmation", RoomConfirmation.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/hotel-requests items", RoomRequest.class),
                answer(REGISTRATION, "get /api/v1/self-service/waiting-list", OwnWaiting.class),
                answer(REGISTRATION, "post /api/v1/self-service/waiting-list/acceptance", OwnWaiting.class),
                answer(REGISTRATION, "get /api/v1/calls/{id}/waiting-list-rule", WaitingListRule.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/waiting-list", WaitingList.class),
                answer(
                        REGISTRATION,
                        "get /api/v1/admin/calls/{id}/waiting-list/{applicationId}/precedence",
                        WaitingList.PutFirst.class),
                answer(
                        REGISTRATION,
                        "get /api/v1/admin/calls/{id}/waiting-list waiting.items",
                        WaitingList.Person.class),
                answer(REGISTRATION, "get /api/v1/admin/calls/{id}/waiting-list/offers items", WaitingList.Offer.class),
                answer(DIRECTORY, "get /api/v1/cities items", City.class),
                answer(
                        DIRECTORY,
                        "get /api/v1/cities/{id}",
                        CityProfile.class,
                        "clusters.figures",
                        "clusters.markets",
                        "clusters.objectives",
                        "clusters.details",
                        "clusters.confirmation",
                        "clusters.ecosystems"),
                answer(
                        DIRECTORY,
                        "get /api/v1/clusters items",
                        Cluster.class,
                        "figures",
                        "markets",
                        "objectives",
                        "details",
                        "confirmation",
                        "ecosystems"),
                answer(DIRECTORY, "get /api/v1/admin/reference-data-imports/{id}", ReferenceReport.class),
                answer(DIRECTORY, "get /api/v1/admin/withdrawn-clusters", WithdrawnCluster.class),
                answer(DIRECTORY, "get /api/v1/offers items", Notice.class),
                answer(DIRECTORY, "get /api/v1/city-comparisons", CityComparison.class),
                answer(DIRECTORY, "get /api/v1/clusters/{id}", Cluster.class),
                answer(DIRECTORY, "get /api/v1/matrix", MatchMatrix.class),
                answer(DIRECTORY, "get /api/v1/regions/{id}/matrix", MatchMatrix.class),
                answer(DIRECTORY, "get /api/v1/regions/{id}/matrix/{priority}/{cluster}", MatchCell.class),
                answer(DIRECTORY, "get /api/v1/regions/{id}/diversification", Diversification.class),
                answer(DIRECTORY, "get /api/v1/clusters/{id}/matches", MatchPartners.class),
                answer(DIRECTORY, "get /api/v1/clusters/{id}/matches/{other}", MatchPair.class),
                answer(DIRECTORY, "get /api/v1/matches/pairs", MatchPairs.class),
                answer(DIRECTORY, "get /api/v1/matching-model", ModelCard.class),
                answer(DIRECTORY, "get /api/v1/matching-model/feedback", FeedbackCounts.class),
                answer(DIRECTORY, "get /api/v1/partner/feedback", MatchFeedback.class),
                answer(DIRECTORY, "get /api/v1/clusters.geojson", ClusterSeats.class),
                answer(DIRECTORY, "get /api/v1/partner/clusters/{id}/feedback", MatchFeedback.class),
                answer(NOTIFICATION, "get /api/v1/admin/mails items", Mail.class));
    }

    /**
     * An answer and the record it is read into.
     *
     * @param operation method and path, and where in the answer the record is, unless it is the whole or one of a list of it
     * @param absent parts that this operation leaves out and the portal does not use there
     */
    private static Arguments answer(String service, String operation, Class<?> type, String... absent) {
        String[] parts = operation.split(" ");
        return Arguments.of(service, parts[1], parts[0], parts.length > 2 ? parts[2] : "", type, Set.of(absent));
    }

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

    /** Whoever narrows the delivery log chooses among the mails that are written. */
    @Test
    void everyMailCanBeChosen() throws IOException {
        try (Stream<Path> words =
                Files.list(REPOSITORY.resolve(NOTIFICATION).resolve("src/main/resources/templates/mail"))) {
            assertThat(words.map(file -> file.getFileName().toString())
                            .filter(name ->
                                    name.endsWith(".txt") && !name.equals("layout.txt") && !name.startsWith("_"))
                            .map(name -> name.replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(Choices.mailTemplates());
        }
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
