package eu.urbact.infocus.registration.review;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** An organiser writes to the others about an application. */
@ApplicationScoped
public class WriteComment {

    private final Applications applications;
    private final Comments comments;
    private final Organisers organisers;
    private final AuditTrail audit;
    private final Clock clock;

    WriteComment(Applications applications, Comments comments, Organisers organisers, AuditTrail audit, Clock clock) {
        this.applications = applications;
        this.comments = comments;
        this.organisers = organisers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes a comment on an application that exists; refused once the person has been forgotten. */
    @Transactional
    public Outcome<Comment> write(UUID applicationId, String text) {
        String author = organisers.remember();
        Application application = applications.toChange(applicationId);
        if (application.isErased()) {
            return Outcome.refused(RegistrationProblem.PERSON_ERASED, "Nothing is written about them any more.");
        }
        Comment comment = new Comment(application, author, text, clock.instant());
        comments.persist(comment);
        audit.record("comment-written", "application", applicationId.toString(), Map.of("comment", comment.id()));
        return Outcome.done(comment);
    }
}
