package eu.urbact.infocus.registration.logistics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.privacy.PersonalField;
import eu.urbact.infocus.registration.privacy.Retention;

/** What a person has said for the days of the workshop. What they came along to stays for the count; everything else goes. */
@ApplicationScoped
class LogisticsPersonalData implements PersonalDataHolder {

    /** Everything that was said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LogisticsData(
            Logistics.Leg arrival,
            Logistics.Leg departure,
            List<ChoiceData> choices,
            Needs.Answer needs,
            Instant needsConsentedAt,
            Boolean photoConsent,
            List<ChangeData> changeRequests,
            Instant travelAnsweredAt,
            Instant choicesAnsweredAt,
            Instant needsAnsweredAt,
            Instant photoConsentAnsweredAt,
            Instant remindedAt) {}

    /** Something the person comes along to. */
    record ChoiceData(String title, Instant startsAt, int companions) {}

    /** A request for other places. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeData(String state, List<ChoiceData> wanted, String message, String answer, Instant requestedAt) {}

    private final LogisticsOfPeople people;
    private final NeedsOfPeople needsOfPeople;
    private final LogisticsOptions options;
    private final ChangeRequests requests;
    private final LogisticsReminders reminders;
    private final ChoicesTrail trail;
    private final LogisticsConfig config;

    LogisticsPersonalData(
            LogisticsOfPeople people,
            NeedsOfPeople needsOfPeople,
            LogisticsOptions options,
            ChangeRequests requests,
            LogisticsReminders reminders,
            ChoicesTrail trail,
            LogisticsConfig config) {
        this.people = people;
        this.needsOfPeople = needsOfPeople;
        this.options = options;
        this.requests = requests;
        this.reminders = reminders;
        this.trail = trail;
        this.config = config;
    }

    @Override
    public String section() {
        return "logistics";
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(
                new PersonalField("arrival", "To plan buses and transfers", Retention.LOGISTICS),
                new PersonalField("departure", "To plan buses and transfers", Retention.LOGISTICS),
                new PersonalField("choices", "To order meals, visits and buses", Retention.EVIDENCE),
                new PersonalField(
                        "needs",
                        "For the kitchens and venues of this workshop, with your consent",
                        Retention.LOGISTICS,
                        config.keepNeeds().toDays() + " days after the workshop"),
                new PersonalField("photoConsent", "To know whether you may be in pictures", Retention.EVIDENCE),
                new PersonalField("changeRequests", "To decide about other places", Retention.LOGISTICS));
    }

    @Override
    public Optional<?> export(UUID applicationId) {
        Optional<Logistics> said = people.findByIdOptional(applicationId);
        Optional<Needs> needs = needsOfPeople.findByIdOptional(applicationId);
        List<ChangeRequest> asked = requests.ofApplication(applicationId);
        Optional<Instant> remindedAt = reminders.remindedAt(applicationId);
        if (said.isEmpty() && needs.isEmpty() && asked.isEmpty() && remindedAt.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LogisticsData(
                said.map(Logistics::arrival).orElse(null),
                said.map(Logistics::departure).orElse(null),
                choices(said.map(Logistics::choices).orElse(Map.of())),
                needs.map(Needs::answer).orElse(null),
                needs.map(Needs::consentedAt).orElse(null),
                said.map(Logistics::photoConsent).orElse(null),
                asked.stream()
                        .map(request -> new ChangeData(
                                request.state().name(),
                                choices(request.wanted()),
                                request.message(),
                                request.answer(),
                                request.requestedAt()))
                        .toList(),
                said.map(Logistics::travelAnsweredAt).orElse(null),
                said.map(Logistics::choicesAnsweredAt).orElse(null),
                said.map(Logistics::needsAnsweredAt).orElse(null),
                said.map(Logistics::photoAnsweredAt).orElse(null),
                remindedAt.orElse(null)));
    }

    @Override
    public Map<String, Instant> ownTimes(UUID applicationId, Function<Duration, Instant> erasedAfter) {
        return Map.of("needs", erasedAfter.apply(config.keepNeeds()));
    }

    @Override
    public void erase(UUID applicationId) {
        clear(applicationId, Retention.LOGISTICS);
        people.findByIdOptional(applicationId).ifPresent(Logistics::erasePhotoConsent);
    }

    @Override
    public boolean clear(UUID applicationId, Retention due) {
        if (due != Retention.LOGISTICS) {
            return false;
        }
        trail.forget(applicationId);
        boolean cleared = needsOfPeople.deleteById(applicationId);
        List<ChangeRequest> asked = requests.ofApplication(applicationId);
        asked.forEach(requests::delete);
        Optional<Logistics> travel =
                people.findByIdOptional(applicationId).filter(logistics -> logistics.arrival() != null);
        travel.ifPresent(Logistics::eraseTravel);
        return cleared || !asked.isEmpty() || travel.isPresent();
    }

    private List<ChoiceData> choices(Map<UUID, Integer> choices) {
        return choices.isEmpty()
                ? List.of()
                : options.list("id in ?1 order by startsAt, id", choices.keySet()).stream()
                        .map(option -> new ChoiceData(option.title(), option.startsAt(), choices.get(option.id())))
                        .toList();
    }
}
