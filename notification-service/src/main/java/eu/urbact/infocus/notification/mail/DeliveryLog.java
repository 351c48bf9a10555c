package eu.urbact.infocus.notification.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheQuery;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.notification.template.MailTemplate;

/** What was written to whom and what became of it. */
@ApplicationScoped
public class DeliveryLog {

    private final Mails mails;

    DeliveryLog(Mails mails) {
        this.mails = mails;
    }

    /**
     * A page of the log, newest first; null does not restrict.
     *
     * @param withoutOvertaken whether mails are left out that say what a later one says otherwise, and that are never sent again
     */
    @Transactional
    public Page<MailEntry> list(
            MailState state, MailTemplate template, UUID applicationId, boolean withoutOvertaken, PageRequest request) {
        PanacheQuery<Mail> found = mails.search(state, template, applicationId, withoutOvertaken);
        List<MailEntry> entries = found.page(request.page(), request.size()).list().stream()
                .map(MailEntry::of)
                .toList();
        return Page.of(entries, request, found.count());
    }

    /** One mail. */
    @Transactional
    public Optional<MailEntry> find(UUID id) {
        return mails.findByIdOptional(id).map(MailEntry::of);
    }
}
