package eu.urbact.infocus.portal.shell.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words of the user interface. Another language is added by a file {@code messages/msg_xx.properties} with the same keys; a missing key
 * stops the build. Long editorial texts are in the templates.
 */
@MessageBundle(locale = "en")
public interface Messages {

    @Message("InFocus")
    String network();

    @Message("Smart specialisation at city level")
    String tagline();

    @Message("Skip to main content")
    String skip();

    @Message("Co-funded by the European Union")
    String funding();

    @Message("European Regional Development Fund (URBACT III)")
    String fund();

    @Message("Main")
    String navMain();

    @Message("Workshops")
    String navWorkshops();

    @Message("Clusters")
    String navClusters();

    @Message("Cities")
    String navCities();

    @Message("Network")
    String navNetwork();

    @Message("Matrix")
    String navMatrix();

    @Message("Which clusters should meet")
    String navGraph();

    @Message("How matches are computed")
    String navModel();

    @Message("Your account")
    String navAccount();

    @Message("Sign in")
    String signIn();

    @Message("Sign out")
    String signOut();

    @Message("Organisers")
    String organisers();

    @Message("Door")
    String door();

    @Message("Our city")
    String ourCity();

    @Message("You are here")
    String breadcrumbs();

    @Message("Home")
    String home();

    @Message("Accessibility")
    String accessibility();

    @Message("Privacy")
    String privacy();

    @Message("Legal notice")
    String legal();

    @Message("Questions to the organisers:")
    String contact();

    @Message("About this site")
    String navFooter();

    @Message("Programme")
    String programme();

    @Message("Call for participation")
    String call();

    @Message("Apply")
    String apply();

    @Message("Apply for a place")
    String applyForPlace();

    @Message("There is a problem")
    String problem();

    @Message("Error:")
    String errorPrefix();

    @Message("(optional)")
    String optional();

    @Message("All")
    String all();

    @Message("Search")
    String search();

    @Message("Show")
    String show();

    @Message("Clear")
    String clear();

    @Message("Previous page")
    String previousPage();

    @Message("Next page")
    String nextPage();

    @Message("Pages")
    String pages();

    @Message(
            "This part cannot be loaded at the moment. The rest of the page is not affected. Please try again in a few minutes.")
    String blockDown();

    @Message(
            "{#when audience}{#is 'PARTNERS_ONLY'}Partners only{#is 'ORGANISERS'}Organisers only{#else}Open to everybody{/when}")
    String audience(String audience);

    @Message(
            "{#when type}{#is 'OPENING'}Opening{#is 'PRESENTATION'}Presentation{#is 'DIALOGUE'}Dialogue{#is 'PANEL'}Panel"
                    + "{#is 'SMALL_GROUP_WORK'}Small groups{#is 'DEBRIEF'}Debriefing{#is 'QUESTIONS_AND_ANSWERS'}Questions and answers"
                    + "{#is 'SITE_VISIT'}Site visit{#is 'MEAL'}Meal{#is 'COFFEE'}Coffee{#is 'TRANSFER'}Transfer{#is 'SOCIAL'}Social"
                    + "{#is 'STEERING_COMMITTEE'}Steering committee{#is 'MEETING_POINT'}Meeting point{#else}{type}{/when}")
    String itemType(String type);

    @Message(
            "{#when role}{#is 'WELCOME'}Welcome{#is 'PRESENTER'}Presenter{#is 'MODERATOR'}Moderator{#is 'FACILITATOR'}Facilitator"
                    + "{#is 'DIALOGUE_PARTNER'}Dialogue partner{#is 'PANELLIST'}Panellist{#else}{role}{/when}")
    String role(String role);

    @Message(
            "{#when state}{#is 'SUBMITTED'}Waiting for a decision{#is 'ADMITTED'}Admitted{#is 'WAITLISTED'}On the waiting list"
                    + "{#is 'DECLINED'}Declined{#is 'OFFERED'}Place offered{#is 'WITHDRAWN'}Withdrawn"
                    + "{#is 'INVITED'}Invited{#is 'ACCEPTED'}Accepted{#is 'REVOKED'}Taken back{#is 'EXPIRED'}Ended without an answer"
                    + "{#else}{state}{/when}")
    String state(String state);

    @Message(
            "{#when state}{#is 'QUEUED'}Queued{#is 'SENDING'}Being sent{#is 'SENT'}Sent{#is 'FAILED'}Failed{#is 'UNCLEAR'}Unclear"
                    + "{#is 'RECIPIENT_GONE'}Not sent, person erased{#else}{state}{/when}")
    String mailState(String state);

    @Message("{#when template}{#is 'application-received'}We have received your application"
            + "{#is 'application-repeated'}You have already applied{#is 'application-admitted'}You have a place"
            + "{#is 'application-waitlisted'}You are on the waiting list{#is 'application-declined'}We cannot offer you a place"
            + "{#is 'application-withdrawn'}Your application is withdrawn{#is 'seat-offered'}A place is held for you"
            + "{#is 'offer-lapsed'}The place is no longer held for you{#is 'offer-cancelled'}The offer of a place is withdrawn"
            + "{#is 'invitation'}You are invited{#is 'invitation-reminder'}Your invitation is still open"
            + "{#is 'invitation-revoked'}Your invitation has been withdrawn{#is 'application-link'}Your link"
            + "{#is 'application-link-renewed'}Your new link{#is 'place-moved'}The workshop has been moved, to people with a place"
            + "{#is 'applicant-moved'}The workshop has been moved, to people who wait"
            + "{#is 'invitation-moved'}The workshop has been moved, to people who are invited"
            + "{#is 'logistics-answer-due'}Please tell us how you come and what you need"
            + "{#is 'logistics-option-changed'}A meal, visit or bus has changed"
            + "{#is 'logistics-change-decided'}The organisers have answered your request"
            + "{#is 'hotel-answer-due'}Do you need a hotel room?{#is 'hotel-confirmed'}Your hotel room is confirmed"
            + "{#is 'hotel-refused'}We have no hotel room for you{#is 'hotel-change-refused'}You keep your hotel room"
            + "{#is 'hotel-sharing-ended'}Whoever was to share your room does not come"
            + "{#is 'place-given-up'}A place has been given up, to the organisers"
            + "{#is 'hotel-requests-waiting'}Requests for hotel rooms wait, to the organisers"
            + "{#is 'logistics-changes-waiting'}Requests for other meals, visits or buses wait, to the organisers"
            + "{#else}{template}{/when}")
    String mailTemplate(String template);

    @Message("{#when profile}{#is 'CLUSTER_MANAGER'}Cluster manager{#is 'CITY_PRACTITIONER'}Practitioner in a city"
            + "{#is 'RIS3_TEAM'}Member of a regional RIS3 team{#is 'EXPERT'}Expert{#is 'ACADEMIC'}Academic{#is 'OTHER'}Other"
            + "{#else}{profile}{/when}")
    String profile(String profile);

    @Message(
            "{#when reason}{#is 'NOT_ELIGIBLE'}Not among the people the workshop is for{#is 'ROOM_FULL'}No place left in the room"
                    + "{#is 'LATE'}Too late{#is 'INCOMPLETE'}Application incomplete{#is 'OTHER'}Another reason{#else}{reason}{/when}")
    String reason(String reason);

    @Message(
            "{#when sort}{#is 'appliedAt'}First come{#is 'name'}Family name{#is 'city'}City{#is 'state'}State{#is 'votes'}Votes, most in favour first{#else}{sort}{/when}")
    String sort(String sort);

    @Message("{#when kind}{#is 'CLUSTER_ORGANISATION'}Cluster organisation{#is 'INITIATIVE'}Initiative"
            + "{#is 'SECTOR'}Sector without an organisation of its own{#else}{kind}{/when}")
    String clusterKind(String kind);

    @Message("{#when role}{#is 'CORE'}Core{#is 'ENABLER'}Enabler{#else}No link known{/when}")
    String matchRole(String role);

    @Message(
            "{#when measure}{#is 'CORE'}Core: does it belong to the priority?{#is 'ENABLER'}Enabler: does it serve the priority?"
                    + "{#is 'ALLIANCE'}Alliance: could they stand together in one field?"
                    + "{#is 'CROSS_INNOVATION'}Cross-innovation: could they make something new across fields?{#else}{measure}{/when}")
    String matchQuestion(String measure);

    @Message("{#when measure}{#is 'CORE'}Core{#is 'ENABLER'}Enabler{#is 'ALLIANCE'}Alliance{#is 'alliance'}Alliance"
            + "{#is 'CROSS_INNOVATION'}Cross-innovation{#is 'cross-innovation'}Cross-innovation{#else}{measure}{/when}")
    String matchMeasure(String measure);

    @Message(
            "{#when strand}{#is 'ACTIVITY'}Same activities{#is 'COMPETENCE'}Same competences{#is 'SERVICE'}One serves the other"
                    + "{#is 'LEARNING'}They can learn from each other{#else}{strand}{/when}")
    String strand(String strand);

    @Message(
            "{#when channel}{#is 'exact'}the same{#is 'narrower'}lies within it{#is 'kinship'}kindred{#is 'market'}a declared market"
                    + "{#is 'lever'}the competence is used there{#is 'learning'}related, not the same{#else}{channel}{/when}")
    String channel(String channel);

    @Message("{#when verdict}{#is 'USEFUL'}Useful{#is 'NOT_USEFUL'}Not useful{#is 'ALREADY_PARTNERS'}Already partners"
            + "{#else}{verdict}{/when}")
    String verdict(String verdict);

    @Message("{#when kind}{#is 'ALLIANCE'}In one field{#is 'CROSS'}Across fields{#else}{kind}{/when}")
    String partnershipKind(String kind);

    @Message(
            "{#when strength}{#is 'DOCUMENTED'}Documented{#is 'ACCEPTED'}Widely accepted{#is 'MAKES'}The one makes the other{#else}{strength}{/when}")
    String leverStrength(String strength);

    @Message(
            "{#when measure}{#is 'MEMBERS'}Members{#is 'JOBS'}Jobs{#is 'HEAD_OFFICES'}Head offices{#else}{measure}{/when}")
    String measure(String measure);

    @Message("{#when precision}{#is 'ABOUT'}about{#is 'AT_LEAST'}at least{#else}{/when}")
    String precision(String precision);

    @Message(
            "{#when confidence}{#is 'DOCUMENTED'}documented{#is 'STATED'}stated by those involved{#is 'INFERRED'}inferred"
                    + "{#else}{confidence}{/when}")
    String confidence(String confidence);

    @Message(
            "{#when type}{#is 'TEXT'}Text{#is 'CHOICE'}One of several choices{#is 'MULTI_CHOICE'}Any of several choices"
                    + "{#is 'YES_NO'}Yes or no{#is 'DATE'}Day{#else}{type}{/when}")
    String questionType(String type);

    @Message(
            "{#when decision}{#is 'ADMIT'}Admit{#is 'WAITLIST'}Waiting list{#is 'DECLINE'}Decline{#else}{decision}{/when}")
    String staged(String decision);

    @Message("{#when vote}{#is 'YES'}Yes{#is 'MAYBE'}Maybe{#is 'NO'}No{#else}{vote}{/when}")
    String vote(String vote);

    @Message("{free} of {limit} left")
    String seatsLeft(int free, int limit);
}
