package eu.urbact.infocus.notification.mail;

import eu.urbact.infocus.chassis.problem.ProblemType;

/** What can be refused about a mail. */
enum MailProblem implements ProblemType {
    /** Only a mail that failed or is unclear can be sent again. */
    MAIL_NOT_RESENDABLE("mail-not-resendable", "This mail cannot be sent again", 409),
    /** Only an unclear mail can be confirmed. */
    MAIL_NOT_UNCLEAR("mail-not-unclear", "This mail is not unclear", 409);

    private final String code;
    private final String title;
    private final int status;

    MailProblem(String code, String title, int status) {
        this.code = code;
        this.title = title;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }
}
