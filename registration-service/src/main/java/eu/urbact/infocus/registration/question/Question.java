package eu.urbact.infocus.registration.question;

import java.util.List;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.call.QuestionType;

/** A question of one call. */
@Entity
@Table(name = "question")
public class Question {

    @Id
    private UUID id;

    private UUID callId;
    private String key;

    @Enumerated(EnumType.STRING)
    private QuestionType type;

    private String label;
    private String help;
    private boolean required;
    private List<String> choices;
    private String purpose;
    private int retentionDays;

    @Enumerated(EnumType.STRING)
    private QuestionMoment moment;

    private int position;
    private boolean retired;

    @Version
    private long version;

    /** For Hibernate. */
    protected Question() {}

    Question(UUID callId, CallQuestion content, int position) {
        this.id = Ids.next();
        this.callId = callId;
        this.key = content.key();
        become(content, position);
    }

    /** Says what the content says; {@link QuestionChangePolicy} has allowed it. */
    final void become(CallQuestion content, int newPosition) {
        this.type = content.type();
        this.label = content.label();
        this.help = content.help();
        this.required = content.required();
        this.choices = List.copyOf(content.choices());
        this.purpose = content.purpose();
        this.retentionDays = content.retentionDays();
        this.moment = content.moment();
        this.position = newPosition;
        this.retired = content.retired();
    }

    UUID id() {
        return id;
    }

    UUID callId() {
        return callId;
    }

    String key() {
        return key;
    }

    long version() {
        return version;
    }

    /** What it says. */
    CallQuestion content() {
        return new CallQuestion(key, type, label, help, required, choices, purpose, retentionDays, moment, retired);
    }
}
