package eu.urbact.infocus.registration.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;

/** Organisers print a certificate for somebody: whose link is lost, or who has none because they walked in. Whoever does is written down. */
@ApplicationScoped
public class CertifyAttendance {

    /**
     * What a certificate says of a person; it says nothing as long as there are no days.
     *
     * @param cityId the partner city they come with, or null
     */
    public record Certificate(
            UUID workshopId,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            List<LocalDate> days) {}

    private final Applications applications;
    private final WalkIns walkIns;
    private final DaysAttended daysAttended;
    private final AuditTrail audit;

    CertifyAttendance(Applications applications, WalkIns walkIns, DaysAttended daysAttended, AuditTrail audit) {
        this.applications = applications;
        this.walkIns = walkIns;
        this.daysAttended = daysAttended;
        this.audit = audit;
    }

    /**
     * Of one of a call's people; empty when there is nobody of this id, or nobody knows any more who it was.
     *
     * @param personId an application or a walk-in
     */
    @Transactional
    public Optional<Certificate> of(UUID callId, UUID personId) {
        return walkIns.ofCall(callId, personId)
                .filter(guest -> !guest.isErased())
                .map(guest ->
                        guest.applicationId() == null ? of(guest) : of(applications.findById(guest.applicationId())))
                .or(() -> applications
                        .findByIdOptional(personId)
                        .filter(application -> application.callId().equals(callId) && !application.isErased())
                        .map(this::of));
    }

    private Certificate of(Application application) {
        List<LocalDate> days = daysAttended.of(application);
        record("application", application.id(), days);
        return new Certificate(
                application.workshopId(),
                application.givenName(),
                application.familyName(),
                application.organisation(),
                application.cityId(),
                days);
    }

    private Certificate of(WalkIn guest) {
        List<LocalDate> days = daysAttended.of(guest);
        record("walk-in", guest.id(), days);
        return new Certificate(
                guest.workshopId(), guest.givenName(), guest.familyName(), guest.organisation(), guest.cityId(), days);
    }

    private void record(String objectType, UUID id, List<LocalDate> days) {
        if (!days.isEmpty()) {
            audit.record("attendance-certified", objectType, id.toString(), Map.of("days", days.size()));
        }
    }
}
