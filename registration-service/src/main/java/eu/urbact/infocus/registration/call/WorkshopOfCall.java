package eu.urbact.infocus.registration.call;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** Finds the workshop that a call is for. */
@ApplicationScoped
public class WorkshopOfCall {

    private final Calls calls;
    private final Workshops workshops;

    WorkshopOfCall(Calls calls, Workshops workshops) {
        this.calls = calls;
        this.workshops = workshops;
    }

    /** Nothing when there is no such call. */
    public Optional<Workshop> find(UUID callId) {
        return calls.findByIdOptional(callId).map(call -> workshops.findById(call.workshopId()));
    }
}
