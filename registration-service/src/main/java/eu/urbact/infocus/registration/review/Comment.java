package eu.urbact.infocus.registration.review;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.registration.application.Application;

/** What an organiser has written about an application. Never changed: who is wrong writes another one. */
@Entity
@Table(name = "application_comment")
public class Comment {

    @Id
    private UUID id;

    private UUID applicationId;
    private String author;
    private String text;
    private Instant writtenAt;

    /** For Hibernate. */
    protected Comment() {}

    Comment(Application application, String author, String text, Instant now) {
        this.id = Ids.next();
        this.applicationId = application.id();
        this.author = author;
        this.text = text;
        this.writtenAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID applicationId() {
        return applicationId;
    }

    /** As the audit trail calls them. */
    public String author() {
        return author;
    }

    public String text() {
        return text;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
