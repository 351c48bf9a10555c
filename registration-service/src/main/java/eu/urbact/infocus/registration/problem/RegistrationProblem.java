package eu.urbact.infocus.registration.problem;

import eu.urbact.infocus.chassis.problem.ProblemType;

/** What this service refuses, and how it says so. */
public final class RegistrationProblem {

    public static final ProblemType WORKSHOP_UNKNOWN =
            new ProblemType("workshop-unknown", "This workshop has not been announced", 409);
    public static final ProblemType CALL_EXISTS =
            new ProblemType("call-exists", "This workshop has a call already", 409);
    public static final ProblemType CALL_NOT_OPEN =
            new ProblemType("call-not-open", "This call does not take applications now", 409);
    public static final ProblemType CALL_STATE =
            new ProblemType("call-state", "The call is not in a state for this", 409);
    public static final ProblemType CALL_HAS_PEOPLE =
            new ProblemType("call-has-people", "There are people in this call", 409);
    public static final ProblemType CALL_WINDOW_PASSED =
            new ProblemType("call-window-passed", "The closing time of this call has passed", 409);
    public static final ProblemType HAND_BACK_PASSED =
            new ProblemType("hand-back-passed", "Seats would be handed back at once", 409);
    public static final ProblemType QUESTION_ANSWERED =
            new ProblemType("question-answered", "This question has answers already", 409);
    public static final ProblemType DRAFT_UNKNOWN =
            new ProblemType("draft-unknown", "There is no such draft, or not any more", 404);
    public static final ProblemType DRAFT_SENT =
            new ProblemType("draft-sent", "This application has been sent already", 409);
    public static final ProblemType BUCKET_UNKNOWN =
            new ProblemType("bucket-unknown", "This call has no such seats", 422);
    public static final ProblemType BUCKET_FULL = new ProblemType("bucket-full", "No seat is free", 409);
    public static final ProblemType BUCKET_TOO_SMALL =
            new ProblemType("bucket-too-small", "More seats are held than that", 409);
    public static final ProblemType CAPACITY_EXCEEDED =
            new ProblemType("capacity-exceeded", "The room has fewer seats than that", 409);
    public static final ProblemType DECISION_NOT_POSSIBLE =
            new ProblemType("decision-not-possible", "This decision is not possible any more", 409);
    public static final ProblemType REASON_MISSING =
            new ProblemType("reason-missing", "This decision needs a reason", 422);
    public static final ProblemType REASON_NOT_TRUE =
            new ProblemType("reason-not-true", "This reason is not true of the application", 422);
    public static final ProblemType NOT_WITHDRAWABLE =
            new ProblemType("not-withdrawable", "This application cannot be withdrawn any more", 409);
    public static final ProblemType WITHDRAWAL_STANDS =
            new ProblemType("withdrawal-stands", "This withdrawal cannot be taken back", 409);
    public static final ProblemType NOT_EDITABLE =
            new ProblemType("not-editable", "This application cannot be changed any more", 409);
    public static final ProblemType ADDRESS_TAKEN =
            new ProblemType("address-taken", "This address has an application already", 409);
    public static final ProblemType PERSON_ERASED =
            new ProblemType("person-erased", "This person's data have been erased", 409);
    public static final ProblemType DAY_NOT_BEGUN =
            new ProblemType("day-not-begun", "This day of the workshop has not begun", 409);
    public static final ProblemType DAY_NOT_OVER =
            new ProblemType("day-not-over", "This day of the workshop is not over", 409);
    public static final ProblemType ATTENDANCE_SETTLED =
            new ProblemType("attendance-settled", "The attendance lists are final", 409);
    public static final ProblemType NOT_ADMITTED = new ProblemType("not-admitted", "This person has no place", 409);
    public static final ProblemType WALK_IN_ADMITTED =
            new ProblemType("walk-in-admitted", "This person has a place and is no walk-in", 409);
    public static final ProblemType WALK_IN_APPLIED =
            new ProblemType("walk-in-applied", "This person has applied and is forgotten with the application", 409);
    public static final ProblemType WALK_IN_KNOWN =
            new ProblemType("walk-in-known", "Somebody of this name has applied", 409);
    public static final ProblemType WALK_IN_RECORDED = new ProblemType(
            "walk-in-recorded", "Somebody of this name and organisation has walked in on this day already", 409);
    public static final ProblemType ROOM_FULL = new ProblemType("room-full", "The room is full", 409);
    public static final ProblemType DELEGATION_FULL =
            new ProblemType("delegation-full", "The city has no seat left to invite somebody for", 409);
    public static final ProblemType ALREADY_INVITED =
            new ProblemType("already-invited", "The city has invited this address already", 409);
    public static final ProblemType ALREADY_COMING =
            new ProblemType("already-coming", "This person comes with the city already", 409);
    public static final ProblemType INVITED_TOO_OFTEN =
            new ProblemType("invited-too-often", "This address was invited again and again", 409);
    public static final ProblemType SAME_PERSON =
            new ProblemType("same-person", "Nobody can be sent in their own place", 409);
    public static final ProblemType INVITATION_CLOSED =
            new ProblemType("invitation-closed", "This invitation is not open any more", 409);
    public static final ProblemType REMINDED_LATELY =
            new ProblemType("reminded-lately", "This person was written to within a day", 409);
    public static final ProblemType OFFER_OVER =
            new ProblemType("offer-over", "This offer cannot be answered any more", 409);
    public static final ProblemType NOT_WAITING =
            new ProblemType("not-waiting", "This person is not on the waiting list", 409);
    public static final ProblemType STAGED_BY_OTHER =
            new ProblemType("staged-by-other", "Somebody else has staged a decision for this person", 409);
    public static final ProblemType SELECTION_CHANGED =
            new ProblemType("selection-changed", "Others match than those you have seen", 412);
    public static final ProblemType SELECTION_TOO_LARGE =
            new ProblemType("selection-too-large", "These are too many at once", 422);
    public static final ProblemType NOTHING_STAGED = new ProblemType("nothing-staged", "Nothing is staged", 409);
    public static final ProblemType PLAN_OVERBOOKED =
            new ProblemType("plan-overbooked", "The plan has more people than the room has seats", 409);
    public static final ProblemType VIEW_EXISTS = new ProblemType("view-exists", "You have a view of this name", 409);

    public static final ProblemType LOGISTICS_NOT_ASKED =
            new ProblemType("logistics-not-asked", "The organisers have not asked for this yet", 409);
    public static final ProblemType LOGISTICS_FROZEN =
            new ProblemType("logistics-frozen", "The lists are with kitchens and bus companies by now", 409);
    public static final ProblemType LOGISTICS_NOT_FROZEN =
            new ProblemType("logistics-not-frozen", "No request is needed yet", 409);
    public static final ProblemType LOGISTICS_OVER =
            new ProblemType("logistics-over", "There is nothing left to plan", 409);
    public static final ProblemType MEETINGS_FIXED =
            new ProblemType("meetings-fixed", "Wishes for the meetings cannot be changed any more", 409);
    public static final ProblemType TRAVEL_BACKWARDS =
            new ProblemType("travel-backwards", "The times of travel do not fit", 422);
    public static final ProblemType CONSENT_MISSING =
            new ProblemType("consent-missing", "This needs your consent", 422);
    public static final ProblemType OPTION_UNKNOWN = new ProblemType("option-unknown", "There is no such option", 422);
    public static final ProblemType OPTION_FULL = new ProblemType("option-full", "Not enough places are left", 409);
    public static final ProblemType OPTIONS_AT_ONE_TIME =
            new ProblemType("options-at-one-time", "Nobody can be at two things at one time", 422);
    public static final ProblemType OPTION_TOO_SMALL =
            new ProblemType("option-too-small", "More places are taken than that", 409);
    public static final ProblemType OPTION_IN_USE =
            new ProblemType("option-in-use", "Somebody has chosen this option", 409);
    public static final ProblemType COMPANIONS_NOT_POSSIBLE =
            new ProblemType("companions-not-possible", "Companions cannot come along to this", 422);
    public static final ProblemType NOTHING_TO_CHANGE =
            new ProblemType("nothing-to-change", "This is what you have already", 409);
    public static final ProblemType FREEZE_IN_USE =
            new ProblemType("freeze-in-use", "People have answered already", 409);
    public static final ProblemType CHANGE_REQUEST_OPEN =
            new ProblemType("change-request-open", "The organisers have a request of yours", 409);
    public static final ProblemType CHANGE_REQUEST_CLOSED =
            new ProblemType("change-request-closed", "This request is not open any more", 409);
    public static final ProblemType NO_HOTELS = new ProblemType("no-hotels", "There are no rooms to ask for", 409);
    public static final ProblemType HOTEL_UNKNOWN = new ProblemType("hotel-unknown", "There is no such hotel", 422);
    public static final ProblemType STAY_NOT_OFFERED = new ProblemType(
            "stay-not-offered", "No hotel that you would take keeps such a room in all of these nights", 422);
    public static final ProblemType DAYS_MOVED =
            new ProblemType("days-moved", "The workshop is not on these days any more", 409);
    public static final ProblemType ROOMS_RELEASED =
            new ProblemType("rooms-released", "The rooms have gone back to the hotel", 409);
    public static final ProblemType ROOM_NOT_FREE = new ProblemType("room-not-free", "No such room is free", 409);
    public static final ProblemType ROOM_CONFIRMED =
            new ProblemType("room-confirmed", "A room is confirmed already", 409);
    public static final ProblemType ROOM_NOT_CONFIRMED =
            new ProblemType("room-not-confirmed", "No room is confirmed", 409);
    public static final ProblemType ROOM_REQUEST_CLOSED =
            new ProblemType("room-request-closed", "Nothing waits for a decision here", 409);
    public static final ProblemType NO_DOUBLE_ROOM =
            new ProblemType("no-double-room", "Only a double room is shared", 409);
    public static final ProblemType ROOM_SHARED =
            new ProblemType("room-shared", "The other person has asked for this room", 409);
    public static final ProblemType CONTINGENT_TOO_SMALL =
            new ProblemType("contingent-too-small", "More rooms are held than that", 409);
    public static final ProblemType HOTEL_IN_USE =
            new ProblemType("hotel-in-use", "Somebody has asked for a room in this hotel", 409);

    public static final ProblemType IMPORT_REFUSED =
            new ProblemType("import-refused", "Nothing of this file was brought in", 422);

    private RegistrationProblem() {}
}
