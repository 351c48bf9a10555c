package eu.urbact.infocus.event.programme;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import eu.urbact.infocus.event.programme.Programme.Item;
import eu.urbact.infocus.event.programme.Programme.Venue;

import static eu.urbact.infocus.event.programme.ProgrammeRules.forEachItem;
import static eu.urbact.infocus.event.programme.ProgrammeRules.forEachPart;

/** Items take place at venues that the programme knows. */
final class VenueRule implements ProgrammeRules.Rule {

    @Override
    public void check(Programme programme, List<Finding> findings) {
        Set<String> known = programme.venues().stream().map(Venue::id).collect(Collectors.toSet());
        forEachItem(programme, (path, item) -> {
            check(path, item, known, findings);
            forEachPart(path, item, (partPath, part) -> check(partPath, part, known, findings));
        });
    }

    private static void check(String path, Item item, Set<String> known, List<Finding> findings) {
        if (item.venue() != null && !known.contains(item.venue())) {
            findings.add(Finding.error(path + ".venue", "there is no venue with the id " + item.venue()));
        }
    }
}
