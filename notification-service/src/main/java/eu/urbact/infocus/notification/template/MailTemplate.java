package eu.urbact.infocus.notification.template;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The registered templates. Raise a version when the words change in a way that matters later, when somebody asks what was written.
 */
public enum MailTemplate {
    /**
     * An application arrived, is decided on again as that of a city's nominee, or stands again after a withdrawal. It is no place yet, and the
     * mail must not sound like one.
     */
    APPLICATION_RECEIVED(
            2, "eu.urbact.infocus.registration.application-submitted.v1", "We have received your application"),
    /** The organisers granted a place, or, when the workshop is over, wrote the person down as having had one. */
    APPLICATION_ADMITTED(4, "eu.urbact.infocus.registration.application-admitted.v1", "You have a place", "ADMITTED"),
    /** The organisers put the application on the waiting list, took the place back for it, or, when the workshop is over, wrote the person down as having waited. */
    APPLICATION_WAITLISTED(
            4, "eu.urbact.infocus.registration.application-waitlisted.v1", "You are on the waiting list", "WAITLISTED"),
    /** The organisers declined the application, or took the place back that the person had. */
    APPLICATION_DECLINED(
            2, "eu.urbact.infocus.registration.application-declined.v1", "We cannot offer you a place", "DECLINED"),
    /** The application was withdrawn, by the person, by the organisers in their name, or because their city sends somebody else. */
    APPLICATION_WITHDRAWN(
            3, "eu.urbact.infocus.registration.application-withdrawn.v1", "Your application is withdrawn"),
    /**
     * Somebody with a place is not coming. Goes to the organisers, names nobody, and follows from {@link #APPLICATION_WITHDRAWN} when there
     * was a place.
     */
    PLACE_GIVEN_UP(2, null, "A place has been given up"),
    /** The workshop that somebody has a place at takes place at another time, in another house or in another city. */
    PLACE_MOVED(3, "eu.urbact.infocus.registration.place-moved.v1", "The workshop has been moved"),
    /** The same, for somebody who has no place and may still get one. */
    APPLICANT_MOVED(1, "eu.urbact.infocus.registration.applicant-moved.v1", "The workshop has been moved"),
    /** A seat is held for somebody on the waiting list until a deadline, which may have passed. */
    SEAT_OFFERED(6, "eu.urbact.infocus.registration.seat-offered.v1", "A place is held for you"),
    /** The deadline of an offer has passed. */
    OFFER_LAPSED(3, "eu.urbact.infocus.registration.offer-lapsed.v1", "The place is no longer held for you"),
    /** The organisers have taken an offer back. */
    OFFER_CANCELLED(2, "eu.urbact.infocus.registration.offer-cancelled.v1", "The offer of a place is withdrawn"),
    /** Somebody with a live application applied again; only the owner of the address learns it. */
    APPLICATION_REPEATED(2, "eu.urbact.infocus.registration.application-repeated.v1", "You have already applied"),
    /** The person has asked for their link again. */
    APPLICATION_LINK(1, "eu.urbact.infocus.registration.application-link-requested.v1", "Your link"),
    /** All links that were out there have stopped working, perhaps because they went to a wrong address. */
    APPLICATION_LINK_RENEWED(
            2,
            "eu.urbact.infocus.registration.application-link-renewed.v1",
            "Your new link; the old ones have stopped"),
    /** A partner city invites somebody for one of its seats, who may be too late to answer. */
    INVITATION(4, "eu.urbact.infocus.registration.invitation-sent.v1", "You are invited"),
    /** The invited person had not answered, and may be too late to, or have answered since. */
    INVITATION_REMINDER(6, "eu.urbact.infocus.registration.invitation-reminded.v1", "Your invitation is still open"),
    /** The city has taken the invitation back. */
    INVITATION_REVOKED(2, "eu.urbact.infocus.registration.invitation-revoked.v1", "Your invitation has been withdrawn"),
    /** The workshop that somebody is invited to takes place at another time, in another house or in another city. */
    INVITATION_MOVED(
            2, "eu.urbact.infocus.registration.invitation-moved.v1", "The workshop of your invitation has been moved"),
    /** The organisers have answered a request for other meals, visits or buses. */
    LOGISTICS_CHANGE_DECIDED(
            1,
            "eu.urbact.infocus.registration.logistics-change-decided.v1",
            "The organisers have answered your request"),
    /** A meal, visit or bus that somebody comes along to, or has asked for, has another title, time or meeting point. */
    LOGISTICS_OPTION_CHANGED(
            3,
            "eu.urbact.infocus.registration.logistics-option-changed.v1",
            "A meal, visit or bus that you chose or asked for has changed"),
    /** Somebody has not said how they come or what they need, or not for these days, and the lists go out soon. */
    LOGISTICS_ANSWER_DUE(
            4,
            "eu.urbact.infocus.registration.logistics-answer-due.v1",
            "Please tell us how you come and what you need"),
    /** Somebody has a hotel room. */
    HOTEL_CONFIRMED(1, "eu.urbact.infocus.registration.hotel-confirmed.v1", "Your hotel room is confirmed"),
    /** Somebody asked for a hotel room and gets none, or the organisers had to take it back. */
    HOTEL_REFUSED(3, "eu.urbact.infocus.registration.hotel-refused.v1", "We have no hotel room for you"),
    /** Somebody asked for another hotel room and keeps the one they have. */
    HOTEL_CHANGE_REFUSED(1, "eu.urbact.infocus.registration.hotel-change-refused.v1", "You keep your hotel room"),
    /** One of two who were to share a double room has left it: the other has it alone, or has no bed any more. */
    HOTEL_SHARING_ENDED(
            2,
            "eu.urbact.infocus.registration.hotel-sharing-ended.v1",
            "Whoever was to share your hotel room does not come"),
    /** Somebody has not said whether they need a hotel room, or not for these days, and the rooms go back soon. */
    HOTEL_ANSWER_DUE(5, "eu.urbact.infocus.registration.hotel-answer-due.v1", "Do you need a hotel room?"),
    /** Rooms go back soon, and people wait for the organisers to confirm one. Goes to the organisers and names nobody. */
    HOTEL_REQUESTS_WAITING(
            1, "eu.urbact.infocus.registration.hotel-requests-waiting.v1", "Requests for hotel rooms wait for you"),
    /** People wait for the organisers to answer about other meals, visits or buses. Goes to the organisers and names nobody. */
    LOGISTICS_CHANGES_WAITING(
            1,
            "eu.urbact.infocus.registration.logistics-changes-waiting.v1",
            "Requests for other meals, visits or buses wait for you");

    private final int version;
    private final String eventType;
    private final String headline;
    private final String decision;

    /** A mail that tells no decision. */
    MailTemplate(int version, String eventType, String headline) {
        this(version, eventType, headline, null);
    }

    MailTemplate(int version, String eventType, String headline, String decision) {
        this.version = version;
        this.eventType = eventType;
        this.headline = headline;
        this.decision = decision;
    }

    /** Version of the words. */
    public int version() {
        return version;
    }

    /** The fact that calls for this mail; null for one that follows from another mail. */
    public String eventType() {
        return eventType;
    }

    /** Whether it says that the person has a place now. */
    public boolean grantsPlace() {
        return this == APPLICATION_ADMITTED;
    }

    /** Whether the workshop in it takes the place of what the person's calendar says, or enters it. */
    public boolean entersCalendar() {
        return grantsPlace() || this == PLACE_MOVED;
    }

    /** Whether it says that the person has no place, which ends the one they may have had. */
    public boolean endsPlace() {
        return this == APPLICATION_WAITLISTED || this == APPLICATION_DECLINED || this == APPLICATION_WITHDRAWN;
    }

    /** Whether it says how the person stands: what a later one says takes its place. */
    public boolean tellsStanding() {
        return grantsPlace() || endsPlace() || this == SEAT_OFFERED || this == OFFER_LAPSED || this == OFFER_CANCELLED;
    }

    /** Whether it goes to the organisers instead of the person whom it is about. */
    public boolean toOrganisers() {
        return this == PLACE_GIVEN_UP || this == HOTEL_REQUESTS_WAITING || this == LOGISTICS_CHANGES_WAITING;
    }

    /** Whether it is about an invitation: its reader has not applied and has no page of their own. */
    public boolean aboutInvitation() {
        return this == INVITATION
                || this == INVITATION_REMINDER
                || this == INVITATION_REVOKED
                || this == INVITATION_MOVED;
    }

    /** Whether there is a page to lead to: the link to an invitation that was taken back opens nothing. */
    public boolean hasLink() {
        return this != INVITATION_REVOKED;
    }

    /** What happened, in a few words, unless the circumstances of the mail call for others. */
    public String headline() {
        return headline;
    }

    /** What happened in the circumstances of this mail, in a few words. */
    String headline(MailView mail) {
        return switch (this) {
            case APPLICATION_ADMITTED -> mail.over() ? "You are written down as having had a place" : headline;
            case APPLICATION_RECEIVED ->
                mail.byCity()
                        ? "Your city has nominated you"
                        : mail.standsAgain() ? "Your application stands again" : headline;
            case APPLICATION_WAITLISTED ->
                mail.over()
                        ? "You are written down as having waited for a place"
                        : mail.hadPlace() ? "You no longer have a place, and are on the waiting list" : headline;
            case APPLICATION_DECLINED -> mail.hadPlace() ? "You no longer have a place" : headline;
            case SEAT_OFFERED -> mail.ended() ? "A place was held for you" : headline;
            case INVITATION -> mail.ended() ? "Your invitation has ended" : headline;
            case INVITATION_REMINDER ->
                mail.answered()
                        ? "You have answered your invitation"
                        : mail.ended()
                                ? "Your invitation has ended"
                                // it may be read after the end
                                : mail.broughtForward() ? "Your invitation ends earlier" : headline;
            case HOTEL_SHARING_ENDED ->
                mail.takenBack() ? "No bed is kept for you in a shared hotel room any more" : headline;
            case APPLICATION_LINK_RENEWED ->
                mail.addressCorrected() ? "We write to this address from now on" : headline;
            case HOTEL_REFUSED -> mail.takenBack() ? "Your hotel room is no longer confirmed" : headline;
            default -> headline;
        };
    }

    /** The state of the application that the told decision led to, as registration-service names it; empty when no decision is told. */
    public Optional<String> decision() {
        return Optional.ofNullable(decision);
    }

    /** Name of the template files and of the template in logs, events and APIs: {@code application-received}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The template that a fact calls for; empty when nobody is written to about it. */
    public static Optional<MailTemplate> forEvent(String eventType) {
        return Arrays.stream(values())
                .filter(template -> eventType.equals(template.eventType))
                .findFirst();
    }

    /** The template with this code. */
    public static Optional<MailTemplate> forCode(String code) {
        return Arrays.stream(values())
                .filter(template -> template.code().equals(code))
                .findFirst();
    }

    /** All facts that call for a mail. */
    public static Set<String> eventTypes() {
        return Arrays.stream(values())
                .map(MailTemplate::eventType)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
