package eu.urbact.infocus.registration.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.privacy.PersonalField;
import eu.urbact.infocus.registration.privacy.Retention;

/** What a person has said for the meetings. Nobody needs it once the workshop is over, the directory neither. */
@ApplicationScoped
class MeetingWishesPersonalData implements PersonalDataHolder {

    /** The codes as they were chosen. */
    record WishesData(Wishes.Topics offers, Wishes.Topics needs, Instant statedAt) {}

    private final WishesOfPeople people;
    private final Applications applications;
    private final Event<MeetingWishesFact> facts;
    private final Clock clock;

    MeetingWishesPersonalData(
            WishesOfPeople people, Applications applications, Event<MeetingWishesFact> facts, Clock clock) {
        this.people = people;
        this.applications = applications;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "meetingWishes";
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(
                new PersonalField(
                        "offers", "To arrange meetings with clusters that fit, if you like", Retention.LOGISTICS),
                new PersonalField(
                        "needs", "To arrange meetings with clusters that fit, if you like", Retention.LOGISTICS));
    }

    @Override
    public Optional<?> export(UUID applicationId) {
        return people.findByIdOptional(applicationId)
                .map(said ->
                        new WishesData(said.wishes().offers(), said.wishes().needs(), said.statedAt()));
    }

    /** The directory learns of it by the fact of the erasure itself. */
    @Override
    public void erase(UUID applicationId) {
        people.deleteById(applicationId);
    }

    @Override
    public boolean clear(UUID applicationId, Retention due) {
        boolean cleared = due == Retention.LOGISTICS && people.deleteById(applicationId);
        if (cleared) {
            facts.fire(MeetingWishesFact.of(applications.findById(applicationId), Wishes.NONE, clock.instant()));
        }
        return cleared;
    }
}
