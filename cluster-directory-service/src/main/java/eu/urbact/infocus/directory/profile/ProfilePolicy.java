package eu.urbact.infocus.directory.profile;

import java.util.Set;

import eu.urbact.infocus.chassis.outcome.Verdict;

import static eu.urbact.infocus.directory.profile.ProfileState.DRAFT;
import static eu.urbact.infocus.directory.profile.ProfileState.FORMING;
import static eu.urbact.infocus.directory.profile.ProfileState.PUBLISHED;
import static eu.urbact.infocus.directory.profile.ProfileState.STALE;
import static eu.urbact.infocus.directory.profile.ProfileState.SUBMITTED;

/** What can be done with a profile in which state. */
public final class ProfilePolicy {

    private ProfilePolicy() {}

    /** Everything that can be done with a profile. */
    public enum Step {
        EDIT,
        BEGIN,
        SUBMIT,
        TAKE_BACK,
        SEND_BACK,
        PUBLISH,
        CONFIRM,
        DISCARD
    }

    /**
     * Whether a step is possible.
     *
     * @param step what shall be done
     * @param state how far the profile is
     * @return allowed, or why not
     */
    public static Verdict allows(Step step, ProfileState state) {
        return from(step).contains(state)
                ? Verdict.allowed()
                : Verdict.refused(ProfileProblem.PROFILE_STATE, refusal(step));
    }

    private static Set<ProfileState> from(Step step) {
        return switch (step) {
            case EDIT -> Set.of(FORMING, DRAFT, PUBLISHED, STALE);
            case BEGIN -> Set.of(FORMING);
            case SUBMIT -> Set.of(DRAFT);
            case TAKE_BACK, SEND_BACK, PUBLISH -> Set.of(SUBMITTED);
            case CONFIRM -> Set.of(PUBLISHED, STALE);
            case DISCARD -> Set.of(FORMING, DRAFT);
        };
    }

    private static String refusal(Step step) {
        return switch (step) {
            case EDIT -> "It is being reviewed: take it back first, then change it.";
            case BEGIN -> "Its profile is being written already.";
            case SUBMIT -> "Only a draft can be submitted.";
            case TAKE_BACK -> "It is not being reviewed.";
            case SEND_BACK, PUBLISH -> "It is not waiting for a review.";
            case CONFIRM -> "Only what is published and not being changed can be confirmed.";
            case DISCARD -> "Only a draft can be discarded.";
        };
    }
}
