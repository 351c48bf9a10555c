package eu.urbact.infocus.event.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import eu.urbact.infocus.event.programme.Programme.Day;
import eu.urbact.infocus.event.programme.Programme.Item;

/**
 * All rules that a programme keeps. They look at content that may still be incomplete, as it is while a file with
 * several errors is read: what is missing is somebody else's complaint, a rule passes over it.
 */
public final class ProgrammeRules {

    /** Checks one thing about a whole programme. */
    interface Rule {
        /** Says what is wrong to {@code findings}. */
        void check(Programme programme, List<Finding> findings);
    }

    private final List<Rule> rules;

    /**
     * @param firstDay the workshop's first day; null when it is not known
     * @param lastDay the workshop's last day; null when it is not known
     */
    public ProgrammeRules(LocalDate firstDay, LocalDate lastDay) {
        this.rules = List.of(
                new DayRule(firstDay, lastDay),
                new TimeRule(),
                new UniqueKeyRule(),
                new VenueRule(),
                new PartAudienceRule(),
                new PlannedMinutesRule());
    }

    /** Everything the rules have to say, rule by rule. */
    public List<Finding> check(Programme programme) {
        List<Finding> findings = new ArrayList<>();
        rules.forEach(rule -> rule.check(programme, findings));
        return findings;
    }

    /** Visits each item of the days with its path, e.g. {@code days[0].items[2]}. */
    static void forEachItem(Programme programme, BiConsumer<String, Item> visitor) {
        for (int d = 0; d < programme.days().size(); d++) {
            Day day = programme.days().get(d);
            for (int i = 0; i < day.items().size(); i++) {
                visitor.accept("days[" + d + "].items[" + i + "]", day.items().get(i));
            }
        }
    }

    /** Visits each part of an item with its path, e.g. {@code days[0].items[2].parts[1]}. */
    static void forEachPart(String path, Item item, BiConsumer<String, Item> visitor) {
        for (int p = 0; p < item.parts().size(); p++) {
            visitor.accept(path + ".parts[" + p + "]", item.parts().get(p));
        }
    }
}
