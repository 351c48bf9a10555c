package eu.urbact.infocus.directory.profile.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.directory.cluster.Withdrawal;
import eu.urbact.infocus.directory.profile.Profile;
import eu.urbact.infocus.directory.profile.ProfileContent;
import eu.urbact.infocus.directory.profile.ProfileRules;
import eu.urbact.infocus.directory.profile.ProfileState;

/**
 * A profile for those who work on it.
 *
 * @param id id of the cluster
 * @param published whether the directory shows it, in the version that was published last
 * @param confirmedOn day on which the city last stood by what is published, or null
 * @param confirmBy first day on which a confirmation is overdue, or null
 * @param submittedAt since when it waits for a review, or null
 * @param reviewNote what the reviewers want changed, or null
 * @param changedBy name of the account that changed it last, or null
 * @param missing what is still missing before it can be submitted
 * @param version for the entity tag
 * @param withdrawal that the organisers have taken the cluster out of the directory, or null
 * @param notes column by column what of a table was taken in another way than it was written; empty but in the answer to it
 */
record ProfileView(
        String id,
        String cityId,
        ProfileState state,
        boolean published,
        LocalDate confirmedOn,
        LocalDate confirmBy,
        Instant submittedAt,
        String reviewNote,
        Instant changedAt,
        String changedBy,
        List<FieldError> missing,
        long version,
        ProfileContent content,
        Withdrawal withdrawal,
        List<FieldError> notes) {

    /**
     * A profile as it is shown.
     *
     * @param profile the profile
     * @param content its content, with how exactly each number is meant
     * @param withdrawal that its cluster was taken out of the directory, or null
     * @param notes what was taken in another way than it was written
     */
    static ProfileView of(Profile profile, ProfileContent content, Withdrawal withdrawal, List<FieldError> notes) {
        return new ProfileView(
                profile.id(),
                profile.cityId(),
                profile.state(),
                profile.publishedContent().isPresent(),
                profile.confirmedOn(),
                profile.confirmBy(),
                profile.submittedAt(),
                profile.reviewNote(),
                profile.changedAt(),
                profile.changedByName(),
                ProfileRules.missing(content),
                profile.version(),
                content,
                withdrawal,
                notes);
    }

    /**
     * A profile in a list.
     *
     * @param missing number of things that are still missing before it can be submitted
     */
    record Item(
            String id,
            String cityId,
            String name,
            ProfileState state,
            boolean published,
            LocalDate confirmedOn,
            LocalDate confirmBy,
            Instant submittedAt,
            String reviewNote,
            Instant changedAt,
            String changedBy,
            int missing) {

        static Item of(Profile profile) {
            return new Item(
                    profile.id(),
                    profile.cityId(),
                    profile.content().name(),
                    profile.state(),
                    profile.publishedContent().isPresent(),
                    profile.confirmedOn(),
                    profile.confirmBy(),
                    profile.submittedAt(),
                    profile.reviewNote(),
                    profile.changedAt(),
                    profile.changedByName(),
                    ProfileRules.missing(profile.content()).size());
        }
    }
}
