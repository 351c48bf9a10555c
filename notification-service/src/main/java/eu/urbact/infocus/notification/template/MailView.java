package eu.urbact.infocus.notification.template;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import eu.urbact.infocus.chassis.calendar.CityNames;
import eu.urbact.infocus.notification.recipient.Recipient;

/** What a template may print, ready to print: nothing is formatted or decided in a template. */
public final class MailView {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    /** With the zone's short name, which depends on the date: a workshop may begin in summer time and end in winter time. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm z", Locale.UK);

    /** States of an invitation, as registration-service names them. */
    private static final Set<String> ANSWERED = Set.of("ACCEPTED", "DECLINED");

    /** State of an application that organisers may have entered without a decision, as registration-service names it. */
    private static final String WITHDRAWN = "WITHDRAWN";

    private final MailTemplate template;
    private final Recipient recipient;
    private final String reasonCode;
    private final Instant deadline;
    private final boolean hadPlace;
    private final String writer;
    private final Instant now;

    MailView(
            MailTemplate template,
            Recipient recipient,
            String reasonCode,
            Instant deadline,
            boolean hadPlace,
            String writer,
            Instant now) {
        this.template = template;
        this.recipient = recipient;
        this.reasonCode = reasonCode;
        this.deadline = deadline;
        this.hadPlace = hadPlace;
        this.writer = writer;
        this.now = now;
    }

    /** What happened, in a few words; begins the subject. */
    public String headline() {
        return template.headline(this);
    }

    /** How the reader is greeted. */
    public String givenName() {
        return template.toOrganisers() ? "organisers" : recipient.givenName();
    }

    /** The workshop's title. */
    public String workshop() {
        return recipient.workshop().title();
    }

    /** First and last moment in the venue's time: "Wednesday 23 November 2016, 13:30 CET to Friday 25 November 2016, 15:00 CET". */
    public String when() {
        ZoneId zone = ZoneId.of(recipient.workshop().zone());
        ZonedDateTime start = recipient.workshop().startsAt().atZone(zone);
        ZonedDateTime end = recipient.workshop().endsAt().atZone(zone);
        String until = start.toLocalDate().equals(end.toLocalDate())
                ? TIME.format(end)
                : DAY.format(end) + ", " + TIME.format(end);
        return DAY.format(start) + ", " + TIME.format(start) + " to " + until;
    }

    /** Until when the person has to answer, in the venue's time; null when there is nothing to answer. */
    public String deadline() {
        if (deadline == null) {
            return null;
        }
        ZonedDateTime end = deadline.atZone(ZoneId.of(recipient.workshop().zone()));
        return DAY.format(end) + ", " + TIME.format(end);
    }

    /** Whether the time to answer is over while this is written. */
    public boolean ended() {
        return deadline != null && !deadline.isAfter(now);
    }

    /** Whether the workshop is over while this is written, so that there is nothing to plan for. */
    public boolean over() {
        return recipient.workshop().isOver(now);
    }

    /** The house where it takes place with its address, or the city; null when neither is known here. */
    public String where() {
        return recipient.workshop().place();
    }

    /** The person's own page; for organisers where they decide or see the person, or their desk when the person was erased. */
    public String link() {
        return switch (template) {
            case PLACE_GIVEN_UP ->
                recipient.hasNoAddress()
                        ? recipient.link()
                        : recipient.pageOfPortal("/org/applications/" + recipient.applicationId());
            case HOTEL_REQUESTS_WAITING ->
                recipient.pageOfPortal("/org/w/" + recipient.workshop().slug() + "/hotels");
            case LOGISTICS_CHANGES_WAITING ->
                recipient.pageOfPortal("/org/w/" + recipient.workshop().slug() + "/logistics");
            default -> recipient.link();
        };
    }

    /** Whether there is a page to lead to. */
    public boolean hasLink() {
        return template.hasLink();
    }

    /** Where everybody reads how places are given on the waiting list. */
    public String waitingListRule() {
        return recipient.pageOfPortal("/en/w/" + recipient.workshop().slug() + "/waiting-list");
    }

    /** The call, which says what a place includes and what it does not. */
    public String call() {
        return recipient.pageOfPortal("/en/w/" + recipient.workshop().slug() + "/call");
    }

    /** Whether the person's city has brought it about: has nominated them for a place, or sends somebody else. */
    public boolean byCity() {
        return MailTemplates.BY_CITY.equals(reasonCode);
    }

    /** Whether organisers have entered that the person cannot come. */
    public boolean byOrganisers() {
        return MailTemplates.BY_ORGANISERS.equals(reasonCode);
    }

    /** Whether organisers have taken a withdrawal back, so that what was sent in before counts again. */
    public boolean standsAgain() {
        return MailTemplates.STANDS_AGAIN.equals(reasonCode);
    }

    /** Whether the person had a place, which this mail says they have no longer. */
    public boolean hadPlace() {
        return hadPlace && template.endsPlace();
    }

    /** Whether the waiting list offers no places any more. */
    public boolean noMoreOffers() {
        return MailTemplates.NO_MORE_OFFERS.equals(reasonCode);
    }

    /** Whether the person was told of the offer, or the invitation, before, with a later end. */
    public boolean broughtForward() {
        return MailTemplates.BROUGHT_FORWARD.equals(reasonCode);
    }

    /** Whether the person had the room, or the bed in it, that they have no longer. */
    public boolean takenBack() {
        return MailTemplates.TAKEN_BACK.equals(reasonCode);
    }

    /** Whether the person is written to at another address than before. */
    public boolean addressCorrected() {
        return MailTemplates.ADDRESS_CORRECTED.equals(reasonCode);
    }

    /** Whether organisers are led to one person, and not to a list. */
    public boolean aboutOne() {
        return template == MailTemplate.PLACE_GIVEN_UP && !recipient.hasNoAddress();
    }

    /** Whether organisers are led to the admission desk, because the person was erased. */
    public boolean admissionDesk() {
        return template == MailTemplate.PLACE_GIVEN_UP && recipient.hasNoAddress();
    }

    /** Whether organisers are led to meals, visits and buses. */
    public boolean logisticsDesk() {
        return template == MailTemplate.LOGISTICS_CHANGES_WAITING;
    }

    /** Whether organisers read it, and not the person. */
    public boolean toOrganisers() {
        return template.toOrganisers();
    }

    /** Whether the mail is about an invitation, so that its reader has no application. */
    public boolean invitation() {
        return template.aboutInvitation();
    }

    /** Whether the person has answered the invitation while this is written, so that nothing is asked of them. */
    public boolean answered() {
        return invitation() && ANSWERED.contains(String.valueOf(recipient.state()));
    }

    /** The city that invites; null in mails that are about something else. */
    public String city() {
        return Optional.ofNullable(recipient.cityId()).map(CityNames::of).orElse("A partner city");
    }

    /** What the city writes to the person, or what registration-service has counted for the organisers; null when nothing. */
    public String message() {
        return recipient.message();
    }

    /**
     * The address behind the person's ticket; null in mails that are about something else, for people without a place, and when no door opens
     * any more.
     */
    public String ticket() {
        return template == MailTemplate.APPLICATION_ADMITTED && !over() ? recipient.ticket() : null;
    }

    /** Where the mail's HTML finds the ticket's code. */
    public String ticketImage() {
        return "cid:" + TicketImage.ID;
    }

    /** Why an application was declined or put on the waiting list, in words; null when no reason was given or it says nothing. */
    public String reason() {
        if (reasonCode == null) {
            return null;
        }
        return switch (reasonCode) {
            case "NOT_ELIGIBLE" ->
                "The call is meant for other groups of people than the one described in your application.";
            case "ROOM_FULL" -> "There were more applications than the room has places.";
            case "LATE" -> "Your application arrived after the call had closed.";
            case "INCOMPLETE" -> "Your application was not complete enough to decide on it.";
            default -> null;
        };
    }

    /**
     * What the organisers add to the decision that this mail tells, or to what they have entered for the person, in their own words; null when
     * nothing, and when the application has moved on since: what they wrote then belongs into another mail.
     */
    public String note() {
        return template.decision()
                .or(() -> byOrganisers() ? Optional.of(WITHDRAWN) : Optional.empty())
                .flatMap(recipient::noteAbout)
                .orElse(null);
    }

    /** Who writes. */
    public String writer() {
        return writer;
    }

    /** Whether the person asked for a language in which this template does not exist, so that it comes in English. */
    public boolean fallback() {
        String language = recipient.language();
        return !template.toOrganisers()
                && language != null
                && !language.isBlank()
                && !Locale.forLanguageTag(language).getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
