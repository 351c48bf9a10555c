package eu.urbact.infocus.portal.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.Coding;
import eu.urbact.infocus.portal.shell.services.MeetingDay;
import eu.urbact.infocus.portal.shell.services.OwnMeetingWishes;

import static eu.urbact.infocus.portal.shell.Sent.stripped;

/** What somebody in the room offers and needs, as it was ticked: competences and two-digit NACE divisions. */
public record WishesForm(Set<String> offers, Set<String> needs, String etag) {

    /** So many of each kind on each side a person may say for themselves, as registration-service has it. */
    private static final int MOST_OWN = 5;

    /** Takes what the form sent. */
    static WishesForm of(MultivaluedMap<String, String> sent) {
        return new WishesForm(ticked(sent, "offers"), ticked(sent, "needs"), stripped(sent, "etag"));
    }

    private static Set<String> ticked(MultivaluedMap<String, String> sent, String field) {
        return new TreeSet<>(sent.getOrDefault(field, List.of()));
    }

    /** The same about another version. */
    WishesForm on(String version) {
        return new WishesForm(offers, needs, version);
    }

    /** Whether this competence or division is ticked. */
    public boolean has(String field, String code) {
        return ticked(field).contains(code);
    }

    /** Whether a division of this section is ticked: its list is then open. */
    public boolean ticks(String field, Coding.Section section) {
        return section.divisions().stream().anyMatch(division -> has(field, division.code()));
    }

    /** Whether this competence or one below it is ticked: its list is then open. */
    public boolean ticks(String field, Coding.Competence group) {
        return has(field, group.id()) || group.children().stream().anyMatch(competence -> has(field, competence.id()));
    }

    private Set<String> ticked(String field) {
        return field.equals("offers") ? offers : needs;
    }

    /** What a person cannot say for themselves: more than a few things, and what is not in the lists. */
    FormErrors checkOwn(Vocabulary vocabulary) {
        List<FormErrors.Entry> entries = new ArrayList<>();
        if (!Stream.concat(offers.stream(), needs.stream()).allMatch(vocabulary::knows)) {
            entries.add(new FormErrors.Entry(
                    "", "Something you ticked is not in the lists any more. Look at your choice and send it again."));
        }
        few("offers.competences", topics(offers).competences(), "competences that you offer", entries);
        few("offers.activities", topics(offers).activities(), "economic activities that you offer", entries);
        few("needs.competences", topics(needs).competences(), "competences that you look for", entries);
        few("needs.activities", topics(needs).activities(), "economic activities that you look for", entries);
        return new FormErrors(entries);
    }

    private static void few(String field, List<String> chosen, String what, List<FormErrors.Entry> entries) {
        if (chosen.size() > MOST_OWN) {
            entries.add(new FormErrors.Entry(
                    field, "Choose at most " + MOST_OWN + " " + what + "; you have ticked " + chosen.size()));
        }
    }

    OwnMeetingWishes.Stated stated() {
        return new OwnMeetingWishes.Stated(topics(offers), topics(needs));
    }

    private static OwnMeetingWishes.Topics topics(Set<String> codes) {
        return new OwnMeetingWishes.Topics(
                codes.stream().filter(code -> !isDivision(code)).toList(),
                codes.stream().filter(WishesForm::isDivision).toList());
    }

    private static boolean isDivision(String code) {
        return code.matches("\\d{2}");
    }

    MeetingDay.Wishes wishes() {
        return new MeetingDay.Wishes(wishes(offers), wishes(needs));
    }

    private static List<MeetingDay.Wish> wishes(Set<String> codes) {
        return codes.stream()
                .map(code -> new MeetingDay.Wish(isDivision(code) ? "ACTIVITY" : "COMPETENCE", code))
                .toList();
    }
}
