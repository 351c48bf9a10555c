package eu.urbact.infocus.event.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import eu.urbact.infocus.event.programme.Programme.Item;

import static eu.urbact.infocus.event.programme.ProgrammeRules.forEachItem;
import static eu.urbact.infocus.event.programme.ProgrammeRules.forEachPart;

/**
 * A key names one thing only: venues among venues, items and parts in the whole programme, contributions in their
 * item. Identities hang on the keys.
 */
final class UniqueKeyRule implements ProgrammeRules.Rule {

    @Override
    public void check(Programme programme, List<Finding> findings) {
        Seen venues = new Seen(findings);
        for (int v = 0; v < programme.venues().size(); v++) {
            venues.see(programme.venues().get(v).id(), "venues[" + v + "]");
        }
        Seen items = new Seen(findings);
        forEachItem(programme, (path, item) -> {
            checkItem(path, item, items, findings);
            forEachPart(path, item, (partPath, part) -> checkItem(partPath, part, items, findings));
        });
    }

    private static void checkItem(String path, Item item, Seen items, List<Finding> findings) {
        items.see(item.key(), path);
        Seen contributions = new Seen(findings);
        for (int c = 0; c < item.contributions().size(); c++) {
            contributions.see(item.contributions().get(c).key(), path + ".contributions[" + c + "]");
        }
    }

    /** Which keys were met so far, and where first. */
    private static final class Seen {

        private final Map<String, String> pathByKey = new HashMap<>();
        private final List<Finding> findings;

        Seen(List<Finding> findings) {
            this.findings = findings;
        }

        void see(String key, String path) {
            String first = key == null ? null : pathByKey.putIfAbsent(key, path);
            if (first != null) {
                findings.add(Finding.error(path + ".id", "the id " + key + " is already used by " + first));
            }
        }
    }
}
