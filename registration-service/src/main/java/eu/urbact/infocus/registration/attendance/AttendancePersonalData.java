package eu.urbact.infocus.registration.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.privacy.PersonalField;
import eu.urbact.infocus.registration.privacy.Retention;

/** On which days somebody was there. A check-in holds no name and stays for the count; a walk-in forgets who it was. */
@ApplicationScoped
class AttendancePersonalData implements PersonalDataHolder {

    /** The days with a place, and the days without one. */
    record AttendanceData(List<CheckInData> checkIns, List<WalkInData> walkIns) {}

    /** There with a place. */
    record CheckInData(LocalDate day, Instant checkedInAt) {}

    /** There without a place. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WalkInData(
            LocalDate day,
            Instant arrivedAt,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            String country) {}

    private final CheckIns checkIns;
    private final WalkIns walkIns;
    private final Idempotency idempotency;
    private final Clock clock;

    AttendancePersonalData(CheckIns checkIns, WalkIns walkIns, Idempotency idempotency, Clock clock) {
        this.checkIns = checkIns;
        this.walkIns = walkIns;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "attendance";
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(
                new PersonalField("checkIns", "The attendance list, and your certificate", Retention.EVIDENCE),
                new PersonalField("walkIns", "The attendance list, and your certificate", Retention.EVIDENCE));
    }

    @Override
    public Optional<?> export(UUID applicationId) {
        List<CheckInData> came = checkIns.of(applicationId).stream()
                .map(checkIn -> new CheckInData(checkIn.day(), checkIn.checkedInAt()))
                .toList();
        List<WalkInData> walkedIn = walkIns.ofApplication(applicationId).stream()
                .map(walkIn -> new WalkInData(
                        walkIn.day(),
                        walkIn.arrivedAt(),
                        walkIn.givenName(),
                        walkIn.familyName(),
                        walkIn.organisation(),
                        walkIn.cityId(),
                        walkIn.country()))
                .toList();
        return came.isEmpty() && walkedIn.isEmpty()
                ? Optional.empty()
                : Optional.of(new AttendanceData(came, walkedIn));
    }

    @Override
    public void erase(UUID applicationId) {
        Instant now = clock.instant();
        for (WalkIn walkIn : walkIns.ofApplication(applicationId)) {
            walkIn.erase(now);
            idempotency.end(walkIn.id());
        }
    }
}
