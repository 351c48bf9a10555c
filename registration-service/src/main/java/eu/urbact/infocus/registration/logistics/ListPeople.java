package eu.urbact.infocus.registration.logistics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.table.TableWriter;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * Organisers look at everybody with a place by name: who arrives when, who may be in pictures and what they need, who has not answered. Each list
 * has what its use needs and nothing else. Whoever looks, or takes names with them, is written down.
 */
@ApplicationScoped
public class ListPeople {

    private static final List<String> TRAVEL_COLUMNS = List.of(
            "family_name",
            "given_name",
            "organisation",
            "city_id",
            "arrival_date",
            "arrival_time",
            "arrival_by",
            "arrival_details",
            "departure_date",
            "departure_time",
            "departure_by",
            "departure_details");

    private static final List<String> GUEST_COLUMNS = List.of(
            "family_name", "given_name", "organisation", "city_id", "photo_consent", "access_needs", "access_note");

    private final Applications applications;
    private final LogisticsOfPeople people;
    private final NeedsOfPeople needsOfPeople;
    private final Instance<PersonalTasks> features;
    private final AuditTrail audit;

    ListPeople(
            Applications applications,
            LogisticsOfPeople people,
            NeedsOfPeople needsOfPeople,
            @Any Instance<PersonalTasks> features,
            AuditTrail audit) {
        this.applications = applications;
        this.people = people;
        this.needsOfPeople = needsOfPeople;
        this.features = features;
        this.audit = audit;
    }

    /** Who has said when they arrive and leave, the first to arrive first. */
    @Transactional
    public List<Traveller> travellers(UUID callId, Workshop workshop) {
        List<Traveller> travellers = findTravellers(callId, workshop);
        read("travel", callId, travellers.size());
        return travellers;
    }

    /** The same as a table, in local times of the venue; a key of a column is never renamed, a new one comes last. */
    @Transactional
    public byte[] travellers(UUID callId, Workshop workshop, TableFormat format) {
        List<List<Object>> rows = findTravellers(callId, workshop).stream()
                .map(traveller -> {
                    List<Object> row = new ArrayList<>(Arrays.asList(
                            traveller.familyName(),
                            traveller.givenName(),
                            traveller.organisation(),
                            traveller.cityId()));
                    row.addAll(leg(traveller.arrival(), workshop.zone()));
                    row.addAll(leg(traveller.departure(), workshop.zone()));
                    return row;
                })
                .toList();
        return table("travel", callId, format, "Arrivals and departures", TRAVEL_COLUMNS, rows);
    }

    /** Everybody with a place by name, with what they have said about pictures and what the venue must be ready for. */
    @Transactional
    public List<Guest> guests(UUID callId) {
        List<Guest> guests = findGuests(callId);
        read("everybody", callId, guests.size());
        return guests;
    }

    /** The same as a table; a key of a column is never renamed, a new one comes last. */
    @Transactional
    public byte[] guests(UUID callId, TableFormat format) {
        List<List<Object>> rows = findGuests(callId).stream()
                .map(guest -> Arrays.<Object>asList(
                        guest.familyName(),
                        guest.givenName(),
                        guest.organisation(),
                        guest.cityId(),
                        guest.photoConsent(),
                        guest.accessNeeds().stream().map(AccessNeed::name).collect(Collectors.joining("; ")),
                        guest.accessNote()))
                .toList();
        return table("everybody", callId, format, "Everybody with a place", GUEST_COLUMNS, rows);
    }

    /** Who still has something to say that they are asked for, by name; exactly what their own page asks. */
    @Transactional
    public List<OpenAnswers> openAnswers(UUID callId) {
        List<OpenAnswers> owing = new ArrayList<>();
        for (Application application : applications.admitted(callId)) {
            List<String> open = features.stream()
                    .flatMap(feature -> feature.of(application).stream())
                    .filter(task -> !task.answered())
                    .map(PersonalTask::code)
                    .toList();
            if (!open.isEmpty()) {
                owing.add(new OpenAnswers(
                        application.id(),
                        application.givenName(),
                        application.familyName(),
                        application.organisation(),
                        application.cityId(),
                        open));
            }
        }
        read("open-answers", callId, owing.size());
        return owing;
    }

    private List<Traveller> findTravellers(UUID callId, Workshop workshop) {
        List<Application> admitted = applications.admitted(callId);
        Map<UUID, Logistics> said = said(admitted);
        return admitted.stream()
                .filter(application -> said.containsKey(application.id())
                        && said.get(application.id()).arrival() != null)
                .map(application -> {
                    Logistics travel = said.get(application.id());
                    return new Traveller(
                            application.id(),
                            application.givenName(),
                            application.familyName(),
                            application.organisation(),
                            application.cityId(),
                            travel.arrival(),
                            travel.departure(),
                            travel.travelsOutside(workshop));
                })
                .sorted(Comparator.comparing(traveller -> traveller.arrival().at()))
                .toList();
    }

    private List<Guest> findGuests(UUID callId) {
        List<Application> admitted = applications.admitted(callId);
        Map<UUID, Logistics> said = said(admitted);
        Map<UUID, Needs.Answer> needs =
                needsOfPeople.of(ids(admitted)).stream().collect(Collectors.toMap(Needs::applicationId, Needs::answer));
        return admitted.stream()
                .map(application -> {
                    Logistics answered = said.get(application.id());
                    Needs.Answer needed = needs.get(application.id());
                    return new Guest(
                            application.id(),
                            application.givenName(),
                            application.familyName(),
                            application.organisation(),
                            application.cityId(),
                            answered == null ? null : answered.photoConsent(),
                            needed == null
                                    ? List.of()
                                    : needed.accessNeeds().stream().sorted().toList(),
                            needed == null ? null : needed.accessNote());
                })
                .toList();
    }

    private Map<UUID, Logistics> said(List<Application> admitted) {
        return people.all(ids(admitted)).stream()
                .collect(Collectors.toMap(Logistics::applicationId, Function.identity()));
    }

    private static Set<UUID> ids(List<Application> admitted) {
        return admitted.stream().map(Application::id).collect(Collectors.toSet());
    }

    private static List<Object> leg(Logistics.Leg leg, ZoneId zone) {
        LocalDateTime at = LocalDateTime.ofInstant(leg.at(), zone);
        return Arrays.asList(at.toLocalDate(), at.toLocalTime(), leg.by(), leg.details());
    }

    private void read(String list, UUID callId, int size) {
        audit.record("logistics-names-read", "call", callId.toString(), Map.of("list", list, "people", size));
    }

    private byte[] table(
            String list, UUID callId, TableFormat format, String sheet, List<String> columns, List<List<Object>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = format.open(out, sheet, columns)) {
            for (List<Object> row : rows) {
                table.row(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(
                "logistics-names-exported",
                "call",
                callId.toString(),
                Map.of("list", list, "format", format.extension(), "rows", rows.size()));
        return out.toByteArray();
    }
}
