package eu.urbact.infocus.portal.meeting;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.services.Coding;
import eu.urbact.infocus.portal.shell.services.MeetingDay;

/** What somebody in the room offers and needs, as it was ticked: competences and two-digit NACE divisions. */
public record WishesForm(Set<String> offers, Set<String> needs, String etag) {

    /** Takes what the form sent. */
    static WishesForm of(MultivaluedMap<String, String> sent) {
        return new WishesForm(ticked(sent, "offers"), ticked(sent, "needs"), RoomForm.text(sent, "etag"));
    }

    private static Set<String> ticked(MultivaluedMap<String, String> sent, String field) {
        return new TreeSet<>(sent.getOrDefault(field, List.of()));
    }

    /** Whether a division of this section is ticked: its list is then open. */
    public boolean ticks(String field, Coding.Section section) {
        Set<String> ticked = field.equals("offers") ? offers : needs;
        return section.divisions().stream().anyMatch(division -> ticked.contains(division.code()));
    }

    MeetingDay.Wishes wishes() {
        return new MeetingDay.Wishes(topics(offers), topics(needs));
    }

    private static List<MeetingDay.Wish> topics(Set<String> codes) {
        return codes.stream()
                .map(code -> new MeetingDay.Wish(code.matches("\\d{2}") ? "ACTIVITY" : "COMPETENCE", code))
                .toList();
    }
}
