package eu.urbact.infocus.registration.call;

import java.util.UUID;

/** Who still relies on a call; known by the features that have dealt with these people. */
public interface PeopleOfCall {

    /**
     * How many people rely on a call at a moment.
     *
     * @param undecided have applied and wait for a decision
     * @param invited are asked by a city and can still answer
     */
    record Relying(long admitted, long offered, long waiting, long undecided, long invited) {

        boolean isNobody() {
            return admitted + offered + waiting + undecided + invited == 0;
        }
    }

    /** Those of this call, whatever its state; nobody whose data have been erased. */
    Relying on(UUID callId);
}
