package eu.urbact.infocus.registration.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.registration.call.CallCloned;

/** The call of the next workshop begins with the goals of the earlier one. */
@ApplicationScoped
class FollowClones {

    private final GoalsOfCalls goalsOfCalls;

    FollowClones(GoalsOfCalls goalsOfCalls) {
        this.goalsOfCalls = goalsOfCalls;
    }

    void follow(@Observes CallCloned cloned) {
        goalsOfCalls.findByIdOptional(cloned.earlierId()).ifPresent(earlier -> {
            goalsOfCalls.toChange(cloned.callId()).change(earlier.goals());
            goalsOfCalls.flush();
        });
    }
}
