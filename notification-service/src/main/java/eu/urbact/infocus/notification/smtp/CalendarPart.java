package eu.urbact.infocus.notification.smtp;

/**
 * What calendar programs read of a mail (RFC 6047).
 *
 * @param method what they shall do with it: {@code REQUEST} puts it in, {@code CANCEL} takes it out
 * @param text an iCalendar object that says the same method
 */
public record CalendarPart(String method, String text) {

    /** The text names the recipient; records end up in logs. */
    @Override
    public String toString() {
        return "CalendarPart[" + method + "]";
    }
}
