package eu.urbact.infocus.notification.template;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.notification.recipient.Recipient;
import eu.urbact.infocus.notification.recipient.Recipients;

/**
 * Writes mails as people would get them, to be looked at before anything is sent. Sends nothing and keeps nothing. The personal links are left
 * out: whoever looks is not the person.
 */
@ApplicationScoped
public class PreviewMails {

    private static final String LINK = "[the link to their own page]";
    private static final String TICKET = "[the link to their ticket]";

    /** State of an application, as registration-service names it, which a decision may end. */
    private static final String HAS_PLACE = "ADMITTED";

    /**
     * What somebody would be told.
     *
     * @param reasonCode why an application is declined, or null
     * @param note what the organisers add, or null
     */
    public record Draft(MailTemplate template, UUID applicationId, String reasonCode, String note) {}

    /** The mail for one of them. */
    public record Written(UUID applicationId, MailTemplate template, MailContent content) {}

    private final Recipients recipients;
    private final MailTemplates templates;

    PreviewMails(Recipients recipients, MailTemplates templates) {
        this.recipients = recipients;
        this.templates = templates;
    }

    /**
     * Writes them; a person who has been erased is left out.
     *
     * @throws eu.urbact.infocus.notification.recipient.RecipientsUnavailableException when the people cannot be looked up
     */
    public List<Written> write(List<Draft> drafts) {
        Map<UUID, Recipient> people = recipients.find(
                drafts.stream().map(Draft::applicationId).distinct().toList());
        return drafts.stream()
                .map(draft -> write(draft, people.get(draft.applicationId())))
                .filter(Objects::nonNull)
                .toList();
    }

    private Written write(Draft draft, Recipient person) {
        if (person == null || person.hasNoAddress()) {
            return null;
        }
        // as registration-service would describe the person once the decision holds
        Recipient then = new Recipient(
                person.applicationId(),
                person.name(),
                person.givenName(),
                person.address(),
                person.language(),
                person.pageOfPortal("/en/" + LINK),
                person.workshop(),
                draft.template().decision().orElse(person.state()),
                draft.note(),
                TICKET);
        return new Written(
                draft.applicationId(),
                draft.template(),
                templates.render(draft.template(), then, draft.reasonCode(), null, HAS_PLACE.equals(person.state())));
    }
}
