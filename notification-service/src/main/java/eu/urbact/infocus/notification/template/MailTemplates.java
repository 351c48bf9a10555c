package eu.urbact.infocus.notification.template;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.runtime.StartupEvent;

import eu.urbact.infocus.notification.recipient.Recipient;
import eu.urbact.infocus.notification.smtp.MailerConfig;

/** Renders the registered templates. */
@ApplicationScoped
public class MailTemplates {

    /** The person's city has brought it about: has nominated them for a place, or sends somebody else. */
    public static final String BY_CITY = "BY_CITY";

    /** The waiting list offers no places any more. */
    public static final String NO_MORE_OFFERS = "NO_MORE_OFFERS";

    /** What was said about the end of an offer, or of an invitation, holds no more: it is earlier. */
    public static final String BROUGHT_FORWARD = "BROUGHT_FORWARD";

    /** The person had the room that they have no longer. */
    public static final String TAKEN_BACK = "TAKEN_BACK";

    /** Organisers have entered that the person cannot come. */
    public static final String BY_ORGANISERS = "BY_ORGANISERS";

    /** Organisers have taken a withdrawal back, so that what was sent in before counts again. */
    public static final String STANDS_AGAIN = "STANDS_AGAIN";

    /** The person is written to at another address than before. */
    public static final String ADDRESS_CORRECTED = "ADDRESS_CORRECTED";

    /** The language every template exists in. */
    private static final String ENGLISH = "en";

    private static final int LONGEST_TITLE_IN_SUBJECT = 90;

    private final Engine engine;
    private final MailerConfig mailer;
    private final Clock clock;

    MailTemplates(Engine engine, MailerConfig mailer, Clock clock) {
        this.engine = engine;
        this.mailer = mailer;
        this.clock = clock;
    }

    /**
     * Renders one mail in the recipient's language, or in English with a word about it.
     *
     * @param template which one
     * @param recipient for whom
     * @param reasonCode why an application was declined, or one of the circumstances above; null for the others
     */
    public MailContent render(MailTemplate template, Recipient recipient, String reasonCode) {
        return render(template, recipient, reasonCode, null);
    }

    /**
     * Renders one mail that may ask for an answer.
     *
     * @param template which one
     * @param recipient for whom
     * @param reasonCode why an application was declined, or one of the circumstances above; null for the others
     * @param deadline until when the person has to answer; null when there is nothing to answer
     */
    public MailContent render(MailTemplate template, Recipient recipient, String reasonCode, Instant deadline) {
        return render(template, recipient, reasonCode, deadline, false);
    }

    /**
     * Renders one mail that may take a place away.
     *
     * @param template which one
     * @param recipient for whom
     * @param reasonCode why an application was declined, or one of the circumstances above; null for the others
     * @param deadline until when the person has to answer; null when there is nothing to answer
     * @param hadPlace whether the person had a place until then, which a mail that ends it tells them
     */
    public MailContent render(
            MailTemplate template, Recipient recipient, String reasonCode, Instant deadline, boolean hadPlace) {
        return render(template, recipient, reasonCode, deadline, hadPlace, clock.instant());
    }

    private MailContent render(
            MailTemplate template,
            Recipient recipient,
            String reasonCode,
            Instant deadline,
            boolean hadPlace,
            Instant now) {
        MailView view = new MailView(template, recipient, reasonCode, deadline, hadPlace, mailer.fromName(), now);
        return new MailContent(
                view.headline() + ": " + shortened(view.workshop()),
                file(template, "txt").data("mail", view).render(),
                file(template, "html").data("mail", view).render(),
                ENGLISH,
                view.ticket() == null ? null : TicketImage.of(view.ticket()));
    }

    /**
     * Renders each template as it is in time and as it is when everything is over, for people who had a place and for others, so that a
     * missing or broken one is found before any mail needs it.
     */
    void requireAll(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 100) StartupEvent start) {
        for (MailTemplate template : MailTemplate.values()) {
            Recipient sample = sampleFor(template);
            Instant deadline = Instant.parse("2016-11-01T12:00:00Z");
            for (Instant now :
                    List.of(deadline.minusSeconds(1), sample.workshop().endsAt())) {
                String link = new MailView(template, sample, null, null, false, mailer.fromName(), now).link();
                for (boolean hadPlace : List.of(true, false)) {
                    requireLink(template, link, render(template, sample, "ROOM_FULL", deadline, hadPlace, now));
                }
            }
        }
    }

    private static void requireLink(MailTemplate template, String link, MailContent content) {
        if (template.hasLink() != content.text().contains(link)
                || template.hasLink() != content.html().contains(link)) {
            throw new IllegalStateException("Template " + template.code()
                    + (template.hasLink()
                            ? " does not print the person's link."
                            : " prints a link that opens nothing."));
        }
    }

    /** Somebody for whom every optional part of the template is printed. */
    private static Recipient sampleFor(MailTemplate template) {
        return new Recipient(
                new UUID(0, 0),
                "Sample Person",
                "Sample",
                "sample@infocus.example",
                "de",
                "https://infocus.example/en/my/sample",
                new Recipient.Workshop(
                        "sample",
                        "Sample workshop",
                        "frankfurt",
                        Instant.parse("2016-11-23T12:30:00Z"),
                        Instant.parse("2016-11-25T14:00:00Z"),
                        "Europe/Berlin"),
                template.aboutInvitation() ? "INVITED" : template.decision().orElse("SUBMITTED"),
                "A note.",
                "https://infocus.example/desk/t/sample");
    }

    private Template file(MailTemplate template, String form) {
        String id = "mail/" + template.code() + "." + form;
        Template found = engine.getTemplate(id);
        if (found == null) {
            throw new IllegalStateException("Template " + id + " is missing.");
        }
        return found;
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE_IN_SUBJECT
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE_IN_SUBJECT - 1)) + "…";
    }
}
