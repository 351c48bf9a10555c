package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A profile of a cluster, for those who work on it.
 *
 * @param id id of the cluster
 * @param state FORMING, DRAFT, SUBMITTED, PUBLISHED or STALE
 * @param published whether the directory shows it
 * @param confirmBy first day on which a confirmation is overdue
 * @param reviewNote what the reviewers want changed, or null
 * @param missing what is missing before it can be submitted
 * @param withdrawal that the organisers have taken the cluster out of the directory, or null
 * @param notes column by column what of a table was taken in another way than it was written
 */
public record OwnProfile(
        String id,
        String cityId,
        String state,
        boolean published,
        LocalDate confirmedOn,
        LocalDate confirmBy,
        Instant submittedAt,
        String reviewNote,
        Instant changedAt,
        String changedBy,
        List<Problem.FieldError> missing,
        long version,
        ProfileContent content,
        Withdrawal withdrawal,
        List<Problem.FieldError> notes) {

    /** Completes what a service left out. */
    public OwnProfile {
        missing = missing == null ? List.of() : missing;
        notes = notes == null ? List.of() : notes;
    }

    /** When and why a cluster was taken out of the directory. */
    public record Withdrawal(Instant at, String reason) {}

    /** Whether everybody can read the version that was published last. */
    public boolean isShown() {
        return published && withdrawal == null;
    }

    /** Whether its city can change it now. */
    public boolean isOpen() {
        return !"SUBMITTED".equals(state);
    }

    /** Whether there is something to give up. */
    public boolean isDraft() {
        return "DRAFT".equals(state) || "FORMING".equals(state);
    }

    /** Whether the city can say that it is still correct. */
    public boolean isConfirmable() {
        return withdrawal == null && ("PUBLISHED".equals(state) || "STALE".equals(state));
    }

    /** A profile in a list. */
    public record Item(
            String id,
            String cityId,
            String name,
            String state,
            boolean published,
            LocalDate confirmedOn,
            LocalDate confirmBy,
            Instant submittedAt,
            String reviewNote,
            Instant changedAt,
            String changedBy,
            int missing) {

        /** Whether the city should say soon whether it is still correct. */
        public boolean isToConfirm(LocalDate today) {
            return "STALE".equals(state)
                    || ("PUBLISHED".equals(state)
                            && confirmBy != null
                            && !today.plusDays(30).isBefore(confirmBy));
        }
    }

    /** What somebody did to a profile. */
    public record Change(Instant at, String by, String action, String note, List<FieldChange> fields) {

        /** Completes what a service left out. */
        public Change {
            fields = fields == null ? List.of() : fields;
        }
    }

    /** A field before and after; null where that is not kept. */
    public record FieldChange(String field, String before, String after) {}

    /** A profile to begin: of a new cluster, or of one of the directory. */
    public record Beginning(String cityId, String name, Boolean forming, String clusterId) {}

    /** Why a profile goes back to its city. */
    public record SendingBack(String reason) {}
}
