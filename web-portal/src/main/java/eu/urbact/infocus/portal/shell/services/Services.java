package eu.urbact.infocus.portal.shell.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The four services, each asked in a way that cannot fail: what comes back is an {@link Answer}. */
@ApplicationScoped
public class Services {

    /** There are ten cities; a page of the directory holds more. */
    private static final int ALL = 100;

    /** Clusters on the largest page that the directory gives. */
    private static final int PAGE = 200;

    /** Clusters after which nobody finds anything in a list any more, and looks for words instead. */
    static final int MOST_IN_A_LIST = 1_000;

    /** Pages of one city's clusters; no city has more. */
    private static final int MOST_PAGES = 25;

    private final EventClient event;
    private final RegistrationClient registration;
    private final DirectoryClient directory;
    private final NotificationClient notification;
    private final DoorClient door;
    private final SuggestionClient suggestion;
    private final DraftClient drafts;
    private final CallEditorClient callEditor;
    private final AnswersClient answers;
    private final DelegationClient delegation;
    private final WaitingListClient waitingList;
    private final OwnDataClient ownData;
    private final LogisticsClient logistics;
    private final MatchmakingClient matchmaking;
    private final DeskClient desk;
    private final SelfServiceClient selfService;
    private final CooperationClient cooperation;
    private final MeetingClient meetings;
    private final ImportClient imports;
    private final ReleaseClient releases;
    private final ExportClient exports;
    private final MailPreviewClient mailPreviews;
    private final ProfileClient profiles;
    private final ClusterSearchClient clusterSearch;
    private final OpenDataClient openData;
    private final ReferenceDataClient referenceData;
    private final WithdrawalClient withdrawals;

    Services(
            @RestClient EventClient event,
            @RestClient RegistrationClient registration,
            @RestClient DirectoryClient directory,
            @RestClient NotificationClient notification,
            @RestClient DoorClient door,
            @RestClient SuggestionClient suggestion,
            @RestClient DraftClient drafts,
            @RestClient CallEditorClient callEditor,
            @RestClient AnswersClient answers,
            @RestClient WaitingListClient waitingList,
            @RestClient DelegationClient delegation,
            @RestClient OwnDataClient ownData,
            @RestClient LogisticsClient logistics,
            @RestClient MatchmakingClient matchmaking,
            @RestClient DeskClient desk,
            @RestClient SelfServiceClient selfService,
            @RestClient CooperationClient cooperation,
            @RestClient MeetingClient meetings,
            @RestClient ImportClient imports,
            @RestClient ReleaseClient releases,
            @RestClient ExportClient exports,
            @RestClient MailPreviewClient mailPreviews,
            @RestClient ProfileClient profiles,
            @RestClient ClusterSearchClient clusterSearch,
            @RestClient OpenDataClient openData,
            @RestClient ReferenceDataClient referenceData,
            @RestClient WithdrawalClient withdrawals) {
        this.event = event;
        this.registration = registration;
        this.directory = directory;
        this.notification = notification;
        this.door = door;
        this.suggestion = suggestion;
        this.drafts = drafts;
        this.callEditor = callEditor;
        this.answers = answers;
        this.delegation = delegation;
        this.waitingList = waitingList;
        this.ownData = ownData;
        this.logistics = logistics;
        this.matchmaking = matchmaking;
        this.desk = desk;
        this.selfService = selfService;
        this.cooperation = cooperation;
        this.meetings = meetings;
        this.imports = imports;
        this.releases = releases;
        this.exports = exports;
        this.mailPreviews = mailPreviews;
        this.profiles = profiles;
        this.clusterSearch = clusterSearch;
        this.openData = openData;
        this.referenceData = referenceData;
        this.withdrawals = withdrawals;
    }

    /** Asks event-service. */
    public <T> Answer<T> event(Function<EventClient, T> question) {
        return Answer.to("event-service", () -> question.apply(event));
    }

    /** Asks registration-service. */
    public <T> Answer<T> registration(Function<RegistrationClient, T> question) {
        return Answer.to("registration-service", () -> question.apply(registration));
    }

    /** Asks registration-service for a proposed selection, its rule, or a file of applications. */
    public <T> Answer<T> suggestion(Function<SuggestionClient, T> question) {
        return Answer.to("registration-service", () -> question.apply(suggestion));
    }

    /** Asks registration-service about an application that is being written. */
    public <T> Answer<T> drafts(Function<DraftClient, T> question) {
        return Answer.to("registration-service", () -> question.apply(drafts));
    }

    /** Asks registration-service about calls as organisers write them. */
    public <T> Answer<T> callEditor(Function<CallEditorClient, T> question) {
        return Answer.to("registration-service", () -> question.apply(callEditor));
    }

    /** Asks registration-service about the own answers. */
    public <T> Answer<T> answers(Function<AnswersClient, T> question) {
        return Answer.to("registration-service", () -> question.apply(answers));
    }

    /** Asks registration-service about what organisers prepare. */
    public <T> Answer<T> desk(Function<DeskClient, T> question) {
        return Answer.to("registration-service", () -> question.apply(desk));
    }

    /** Has registration-service make hold what organisers have prepared. */
    public <T> Answer<T> releases(Function<ReleaseClient, T> question) {
        return Answer.to("registration-service", () -> question.apply(releases));
    }

    /** Asks for a long list to take away. */
    public <T> Answer<T> exports(Function<ExportClient, T> question) {
        return Answer.to("registration-service", () -> question.apply(exports));
    }

    /** Has registration-service do something about what organisers prepare; found when it is done. */
    public Answer<Boolean> change(Consumer<DeskClient> change) {
        return desk(client -> {
            change.accept(client);
            return true;
        });
    }

    /** Asks cluster-directory-service. */
    public <T> Answer<T> directory(Function<DirectoryClient, T> question) {
        return Answer.to("cluster-directory-service", () -> question.apply(directory));
    }

    /** Asks cluster-directory-service about what cities do together. */
    public <T> Answer<T> cooperation(Function<CooperationClient, T> question) {
        return Answer.to("cluster-directory-service", () -> question.apply(cooperation));
    }

    /** Asks cluster-directory-service about the meetings of a workshop. */
    public <T> Answer<T> meetings(Function<MeetingClient, T> question) {
        return Answer.to("cluster-directory-service", () -> question.apply(meetings));
    }

    /** Asks cluster-directory-service about profiles as their cities write them, and about offers and needs. */
    public <T> Answer<T> profiles(Function<ProfileClient, T> question) {
        return Answer.to("cluster-directory-service", () -> question.apply(profiles));
    }

    /** Asks cluster-directory-service how priorities and clusters fit together. */
    public <T> Answer<T> matchmaking(Function<MatchmakingClient, T> question) {
        return Answer.to("cluster-directory-service", () -> question.apply(matchmaking));
    }

    /** Asks cluster-directory-service for clusters. */
    public <T> Answer<T> clusterSearch(Function<ClusterSearchClient, T> question) {
        return Answer.to("cluster-directory-service", () -> question.apply(clusterSearch));
    }

    /** Asks cluster-directory-service for open data. */
    public <T> Answer<T> openData(Function<OpenDataClient, T> question) {
        return Answer.to("cluster-directory-service", () -> question.apply(openData));
    }

    /** Asks cluster-directory-service about reference data that is brought in. */
    public <T> Answer<T> referenceData(Function<ReferenceDataClient, T> question) {
        return Answer.to("cluster-directory-service", () -> question.apply(referenceData));
    }

    /** Asks cluster-directory-service about clusters that are taken out of the directory. */
    public <T> Answer<T> withdrawals(Function<WithdrawalClient, T> question) {
        return Answer.to("cluster-directory-service", () -> question.apply(withdrawals));
    }

    /** All partner cities. */
    public Answer<Page<City>> cities() {
        return directory(client -> client.cities(ALL));
    }

    /** The directory's clusters by name, to choose from; of a large directory the {@value #MOST_IN_A_LIST} that come first. */
    public Answer<List<Cluster>> clusters() {
        return clusters(null, MOST_IN_A_LIST / PAGE);
    }

    /** The clusters of one city by name: all of them, however many other cities have. */
    public Answer<List<Cluster>> clustersOf(String city) {
        return clusters(city, MOST_PAGES);
    }

    private Answer<List<Cluster>> clusters(String city, int pages) {
        return directory(client -> {
            List<Cluster> all = new ArrayList<>();
            boolean more = true;
            for (int page = 0; more && page < pages; page++) {
                ClusterList found = client.clusters(city, null, null, null, null, page, PAGE);
                all.addAll(found.items());
                more = !found.items().isEmpty() && found.asPage().hasNext();
            }
            return List.copyOf(all);
        });
    }

    /** Asks notification-service. */
    public <T> Answer<T> notification(Function<NotificationClient, T> question) {
        return Answer.to("notification-service", () -> question.apply(notification));
    }

    /** Has notification-service write mails that nobody is sent. */
    public <T> Answer<T> mailPreviews(Function<MailPreviewClient, T> question) {
        return Answer.to("notification-service", () -> question.apply(mailPreviews));
    }

    /** Asks registration-service about the door. */
    public <T> Answer<T> door(Function<DoorClient, T> question) {
        return Answer.to("registration-service", () -> question.apply(door));
    }

    /** Asks registration-service about the partner cities' delegations. */
    public <T> Answer<T> delegation(Function<DelegationClient, T> question) {
        return Answer.to("registration-service", () -> question.apply(delegation));
    }

    /** Asks registration-service what is kept about a person. */
    public <T> Answer<T> ownData(Function<OwnDataClient, T> question) {
        return Answer.to("registration-service", () -> question.apply(ownData));
    }

    /** Asks registration-service about the time after admission, and about rooms. */
    public <T> Answer<T> logistics(Function<LogisticsClient, T> question) {
        return Answer.to("registration-service", () -> question.apply(logistics));
    }

    /** Asks registration-service about the waiting list. */
    public <T> Answer<T> waitingList(Function<WaitingListClient, T> question) {
        return Answer.to("registration-service", () -> question.apply(waitingList));
    }

    /** Asks registration-service about what people do with their own application. */
    public <T> Answer<T> selfService(Function<SelfServiceClient, T> question) {
        return Answer.to("registration-service", () -> question.apply(selfService));
    }

    /** Has registration-service take in applications from a file. */
    public <T> Answer<T> imports(Function<ImportClient, T> question) {
        return Answer.to("registration-service", () -> question.apply(imports));
    }

    /** Zones of calls, by the id of the call; a call that cannot be looked up is left out. */
    public Zones zonesOfCalls(Stream<String> callIds) {
        Map<String, String> zones = new HashMap<>();
        callIds.filter(Objects::nonNull).distinct().forEach(id -> {
            Answer<Call> call = registration(client -> client.call(id));
            if (call.isFound()) {
                zones.put(id, call.value().zone());
            }
        });
        return new Zones(zones);
    }

    /** Zones of workshops, by the id of the workshop. */
    public Zones zonesOfWorkshops() {
        Map<String, String> zones = new HashMap<>();
        event(client -> client.workshops())
                .or(Page.empty())
                .items()
                .forEach(workshop -> zones.put(workshop.id(), workshop.zone()));
        return new Zones(zones);
    }

    /** The call of a workshop: the one that takes applications, or else the latest; missing when there is none. */
    public Answer<Call> callOf(String slug) {
        Answer<List<Call>> calls = registration(client -> client.calls(slug));
        if (!calls.isFound()) {
            return calls.map(none -> null);
        }
        return calls.value().stream()
                .filter(Call::acceptsApplications)
                .findFirst()
                .or(() -> calls.value().stream().findFirst())
                .<Answer<Call>>map(Answer.Found::new)
                .orElseGet(Answer.Missing::new);
    }

    /** The calls that have been opened, of all workshops. */
    public OpenedCalls openedCalls() {
        return new OpenedCalls(registration(client -> client.calls(null)));
    }

    /** The call that organisers write for a workshop, a draft too; archived ones aside. */
    public Optional<Call> callToEdit(String bearer, String slug) {
        return callEditor(client -> client.calls(bearer)).orThrow().stream()
                .filter(call -> call.isCurrentOf(slug))
                .findFirst()
                .map(call ->
                        callEditor(client -> client.call(bearer, call.id())).orThrow());
    }
}
