package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** A mail as a person would get it; nothing has been sent. */
public record MailPreview(String applicationId, String template, String subject, String text) {

    /** The content is personal; records end up in logs. */
    @Override
    public String toString() {
        return "MailPreview[" + template + "]";
    }

    /** Mails that were asked for together. */
    public record All(List<MailPreview> mails) {

        /** Completes what a service left out. */
        public All {
            mails = mails == null ? List.of() : List.copyOf(mails);
        }

        /** The mail to this person, or null. */
        public MailPreview to(String applicationId) {
            return mails.stream()
                    .filter(mail -> mail.applicationId().equals(applicationId))
                    .findFirst()
                    .orElse(null);
        }
    }
}
