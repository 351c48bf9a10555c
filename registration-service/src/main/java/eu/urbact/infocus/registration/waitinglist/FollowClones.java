package eu.urbact.infocus.registration.waitinglist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.registration.call.CallCloned;

/** The waiting list of the next workshop has the times of the earlier one; it is suspended, as every list at first. */
@ApplicationScoped
class FollowClones {

    private final WaitingLists lists;

    FollowClones(WaitingLists lists) {
        this.lists = lists;
    }

    void follow(@Observes CallCloned cloned) {
        lists.findByIdOptional(cloned.earlierId()).ifPresent(earlier -> {
            Settings settings = earlier.settings();
            lists.toChange(cloned.callId())
                    .change(new Settings(Settings.DEFAULT.running(), settings.offerHours(), settings.cutOffHours()));
            lists.flush();
        });
    }
}
