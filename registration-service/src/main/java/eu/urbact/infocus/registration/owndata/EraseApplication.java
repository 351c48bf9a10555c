package eu.urbact.infocus.registration.owndata;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.quarkus.arc.All;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.WhoCame;
import eu.urbact.infocus.registration.application.WithdrawApplication;
import eu.urbact.infocus.registration.application.WithdrawalPolicy;
import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.Seats;

/** Forgets the person behind an application, everywhere and in one transaction; what is counted goes on counting. */
@ApplicationScoped
public class EraseApplication {

    private final Applications applications;
    private final Workshops workshops;
    private final WhoCame whoCame;
    private final WithdrawApplication withdrawApplication;
    private final Seats seats;
    private final List<PersonalDataHolder> holders;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Event<ApplicationErased> facts;
    private final Clock clock;

    EraseApplication(
            Applications applications,
            Workshops workshops,
            WhoCame whoCame,
            WithdrawApplication withdrawApplication,
            Seats seats,
            @All List<PersonalDataHolder> holders,
            Idempotency idempotency,
            AuditTrail audit,
            Event<ApplicationErased> facts,
            Clock clock) {
        this.applications = applications;
        this.workshops = workshops;
        this.whoCame = whoCame;
        this.withdrawApplication = withdrawApplication;
        this.seats = seats;
        this.holders = holders.stream()
                // the application's own fields go last: others find theirs by them
                .sorted(Comparator.comparing(
                                (PersonalDataHolder holder) -> holder.section().equals("application"))
                        .thenComparing(PersonalDataHolder::section))
                .toList();
        this.idempotency = idempotency;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The application, locked with those that are erased along with it, as it is now: for somebody who compares it with what was seen before
     * they {@link #erase}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Application toErase(UUID applicationId, ErasureReason reason) {
        return one(applicationId, locked(applicationId, reason));
    }

    private List<Application> locked(UUID applicationId, ErasureReason reason) {
        return reason.isWishOfThePerson()
                ? applications.withEndedOnes(applicationId)
                : List.of(applications.toChange(applicationId));
    }

    private static Application one(UUID applicationId, List<Application> all) {
        return all.stream()
                .filter(one -> one.id().equals(applicationId))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Erases. As long as the workshop is not over, a live application is withdrawn first, so that its seat goes to somebody else; but who
     * had a place when the workshop began, or has been let in before, has had it and stays counted as admitted. Once the workshop is over
     * nobody withdraws by being forgotten: every application stays what it was, decided or not. When the person wishes it, their ended
     * applications to the same call go too, and what they have begun under their address; applications to other calls, and a live one beside an
     * ended one, have links of their own. As long as a live one stays, so does what was begun, and an open invitation; beside an application that
     * should never have been there everything stays. Erasing twice is harmless.
     *
     * @param actor who does it, as the audit trail names them
     */
    @Transactional
    public Application erase(UUID applicationId, ErasureReason reason, String actor) {
        List<Application> all = locked(applicationId, reason);
        Application application = one(applicationId, all);
        if (application.isErased()) {
            return application;
        }
        // all of them before a seat is given back
        all.forEach(one -> holders.forEach(holder -> holder.lock(one.id())));
        lockSeats(application.callId(), all);
        boolean alone = !reason.isAboutThePerson()
                || applications.liveOther(application).isPresent();
        if (!alone && reason.isWishOfThePerson()) {
            holders.forEach(holder -> holder.eraseBegun(applicationId));
        }
        all.forEach(one -> erase(one, alone, reason, actor));
        return application;
    }

    /** Those that are given back: the person's own and those kept beside it, all at once, so that they are locked in their order. */
    private void lockSeats(UUID callId, List<Application> all) {
        Set<BucketCode> codes = new HashSet<>();
        all.forEach(one -> {
            if (one.state().holdsSeat()) {
                codes.add(one.bucket());
            }
            holders.forEach(holder -> codes.addAll(holder.seatsGivenBack(one.id())));
        });
        if (!codes.isEmpty()) {
            seats.lock(callId, codes);
        }
    }

    private void erase(Application application, boolean alone, ErasureReason reason, String actor) {
        UUID applicationId = application.id();
        Instant now = clock.instant();
        if (withdraws(application, now)) {
            withdrawApplication.withdraw(applicationId, actor);
        }
        if (!alone) {
            holders.forEach(holder -> holder.eraseBeside(applicationId));
        }
        holders.forEach(holder -> holder.erase(applicationId));
        applications.flush();
        idempotency.end(applicationId);
        audit.record(
                actor,
                "application-erased",
                "application",
                applicationId.toString(),
                Map.of("reason", reason, "state", application.state()));
        facts.fire(new ApplicationErased(applicationId, application.callId(), application.workshopId(), now));
    }

    /** Whether somebody else could still have what the person gives up: as long as they could withdraw, and with a place until it begins. */
    private boolean withdraws(Application application, Instant now) {
        Workshop workshop = workshops.findById(application.workshopId());
        return WithdrawalPolicy.withdraw(
                                application.state(), whoCame.hasCome(application.id(), workshop), workshop, now)
                        instanceof Verdict.Allowed
                && (application.state() != ApplicationState.ADMITTED || now.isBefore(workshop.startsAt()));
    }
}
