package eu.urbact.infocus.registration.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.privacy.PersonalField;
import eu.urbact.infocus.registration.privacy.Retention;

/** What organisers have noted about somebody: told to the person who asks, without who it was, and forgotten once all is decided. */
@ApplicationScoped
class ReviewPersonalData implements PersonalDataHolder {

    /** Votes and comments. */
    record ReviewData(List<Opinion> votes, List<CommentData> comments) {}

    /** A comment. */
    record CommentData(Instant writtenAt, String text) {}

    private final Votes votes;
    private final Comments comments;
    private final Idempotency idempotency;

    ReviewPersonalData(Votes votes, Comments comments, Idempotency idempotency) {
        this.votes = votes;
        this.comments = comments;
        this.idempotency = idempotency;
    }

    @Override
    public String section() {
        return "review";
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(
                new PersonalField("votes", "To decide about your application", Retention.DECISION),
                new PersonalField("comments", "To decide about your application", Retention.DECISION));
    }

    @Override
    public Optional<?> export(UUID applicationId) {
        List<Opinion> cast = votes.on(applicationId).stream().map(Vote::opinion).toList();
        List<CommentData> written = comments.on(applicationId).stream()
                .map(comment -> new CommentData(comment.writtenAt(), comment.text()))
                .toList();
        return cast.isEmpty() && written.isEmpty() ? Optional.empty() : Optional.of(new ReviewData(cast, written));
    }

    @Override
    public void erase(UUID applicationId) {
        comments.on(applicationId).forEach(comment -> {
            // the answer to a repeated request holds the text as well, and none brings it back
            idempotency.end(comment.id());
            comments.delete(comment);
        });
        votes.forget(applicationId);
    }

    @Override
    public boolean clear(UUID applicationId, Retention due) {
        if (due != Retention.DECISION || export(applicationId).isEmpty()) {
            return false;
        }
        erase(applicationId);
        return true;
    }
}
