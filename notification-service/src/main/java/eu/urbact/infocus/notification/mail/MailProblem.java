package eu.urbact.infocus.notification.mail;

import eu.urbact.infocus.chassis.problem.ProblemType;

/** What can be refused about a mail. */
final class MailProblem {

    /** Only a mail that failed or is unclear can be sent again, and only while it is true. */
    static final ProblemType MAIL_NOT_RESENDABLE =
            new ProblemType("mail-not-resendable", "This mail cannot be sent again", 409);

    /** Only an unclear mail can be confirmed. */
    static final ProblemType MAIL_NOT_UNCLEAR = new ProblemType("mail-not-unclear", "This mail is not unclear", 409);

    private MailProblem() {}
}
