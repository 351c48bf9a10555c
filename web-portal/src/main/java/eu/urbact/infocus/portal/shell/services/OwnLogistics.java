package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

/**
 * Travel, places, diet and access needs of the person behind a personal link.
 *
 * @param frozen whether places are changed on request only
 * @param over whether nothing is left to plan
 * @param travelOutside whether the workshop is not between arrival and departure, which it may have been before
 * @param travelForgotten whether it was told how the person travels, and deleted as its time was over
 * @param needsForgotten whether it was told what the person eats and needs, and the time for which that is kept is over
 * @param photoConsent null when not answered
 * @param request the newest request for other places, or null
 */
public record OwnLogistics(
        String workshopSlug,
        String workshopTitle,
        String zone,
        Instant freezeAt,
        boolean frozen,
        boolean over,
        List<Option> options,
        Leg arrival,
        Leg departure,
        boolean travelOutside,
        boolean travelForgotten,
        boolean choicesAnswered,
        boolean needsAnswered,
        boolean needsForgotten,
        List<String> diets,
        String dietNote,
        List<String> accessNeeds,
        String accessNote,
        Boolean photoConsent,
        Change request) {

    /** Completes what a service left out. */
    public OwnLogistics {
        options = options == null ? List.of() : options;
        diets = diets == null ? List.of() : diets;
        accessNeeds = accessNeeds == null ? List.of() : accessNeeds;
    }

    /** One way. */
    public record Leg(Instant at, String by, String details) {}

    /**
     * Something to come along to.
     *
     * @param free places left; null without a limit
     * @param outside whether the workshop is not on this day, which it may have been before
     */
    public record Option(
            String id,
            String kind,
            String title,
            Instant startsAt,
            String meetingPoint,
            boolean companionsWelcome,
            Integer free,
            boolean outside,
            boolean chosen,
            int companions) {

        /** Whether nobody else can come along. */
        public boolean isFull() {
            return free != null && free == 0;
        }
    }

    /** A request for other places. */
    public record Change(String state, List<NewLogistics.Choice> wanted, String message, String answer) {

        /** Whether the organisers have not answered yet. */
        public boolean isOpen() {
            return "OPEN".equals(state);
        }
    }

    /** What the person comes along to. */
    public List<Option> chosen() {
        return options.stream().filter(Option::chosen).toList();
    }

    /** The title of an option, by its id. */
    public String title(String optionId) {
        return options.stream()
                .filter(option -> option.id().equals(optionId))
                .map(Option::title)
                .findFirst()
                .orElse("");
    }

    /** Whether there is something that the kitchen or the venue must know. */
    public boolean hasNeeds() {
        return !diets.isEmpty() || dietNote != null || !accessNeeds.isEmpty() || accessNote != null;
    }

    @Override
    public String toString() {
        return "OwnLogistics";
    }
}
