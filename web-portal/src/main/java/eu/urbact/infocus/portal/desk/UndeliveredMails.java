package eu.urbact.infocus.portal.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Mail;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;

/**
 * How many mails did not reach anybody, without those that are not true any more and are never sent again; pages of organisers show it as a
 * block of its own.
 */
@Named("undelivered")
@ApplicationScoped
public class UndeliveredMails {

    /**
     * Numbers of mails.
     *
     * @param failed those that have not arrived
     * @param unclear those of which nobody knows whether they have
     */
    public record Count(long failed, long unclear) {

        /** Whether everything that was sent has arrived. */
        public boolean isNone() {
            return failed + unclear == 0;
        }
    }

    private final Services services;
    private final Shell shell;

    UndeliveredMails(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** Those about anybody. */
    public Answer<Count> all() {
        return about(null);
    }

    /** Those about one application. */
    public Answer<Count> about(String application) {
        Answer<Page<Mail>> failed = in("FAILED", application);
        // a service that is down is not waited for a second time
        return failed.isFound()
                ? in("UNCLEAR", application)
                        .map(unclear -> new Count(failed.value().total(), unclear.total()))
                : failed.map(none -> new Count(0, 0));
    }

    private Answer<Page<Mail>> in(String state, String application) {
        return services.notification(
                client -> client.mails(shell.getVisitor().bearer(), state, application, null, false, 0, 1));
    }
}
