package eu.urbact.infocus.registration.desk.rest;

import java.util.ArrayList;
import java.util.List;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;

import eu.urbact.infocus.registration.application.ApplicationFilter;
import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.application.rest.ApplicationQuery;
import eu.urbact.infocus.registration.review.Votes;
import eu.urbact.infocus.registration.staging.StagedDecisions;

/** The list's filters, what is staged, and whether the caller has voted. */
public class DeskQuery extends ApplicationQuery {

    static final String STAGED = "|ANY|NONE|ADMIT|WAITLIST|DECLINE";

    /** What is said of another. */
    static final String NO_SUCH_STAGE = "must be one of ANY, NONE, ADMIT, WAITLIST and DECLINE";

    /** What is staged: a decision, ANY, or NONE. */
    @QueryParam("staged")
    @Pattern(regexp = STAGED, message = NO_SUCH_STAGE)
    String staged;

    /** Only those on whom the caller has not voted. */
    @QueryParam("unvoted")
    @Pattern(regexp = "|true|false", message = "must be true or false")
    String unvoted;

    /** Made by the REST layer. */
    public DeskQuery() {}

    /** The same, for the repository; {@code caller} as the audit trail calls them. */
    public ApplicationFilter filter(String caller) {
        return filter(narrowings(staged, "true".equals(unvoted), caller));
    }

    static List<ApplicationFilter.Narrowing> narrowings(String staged, boolean unvoted, String caller) {
        List<ApplicationFilter.Narrowing> narrowings = new ArrayList<>();
        if (staged != null && !staged.isEmpty()) {
            narrowings.add(
                    switch (staged) {
                        case "ANY" -> StagedDecisions.staged(true);
                        case "NONE" -> StagedDecisions.staged(false);
                        default -> StagedDecisions.staged(Decision.valueOf(staged));
                    });
        }
        if (unvoted) {
            narrowings.add(Votes.notVotedBy(caller));
        }
        return narrowings;
    }
}
