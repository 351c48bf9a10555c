package eu.urbact.infocus.registration.review;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.organiser.Organisers;

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

    /** Writes a comment on an application that exists. */
    @Transactional
    public Comment write(UUID applicationId, String text) {
        Comment comment =
                new Comment(applications.findById(applicationId), organisers.remember(), text, clock.instant());
        comments.persist(comment);
        audit.record("comment-written", "application", applicationId.toString(), Map.of("comment", comment.id()));
        return comment;
    }
}
