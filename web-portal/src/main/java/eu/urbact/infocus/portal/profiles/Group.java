package eu.urbact.infocus.portal.profiles;

import java.util.ArrayList;
import java.util.List;

import eu.urbact.infocus.portal.shell.services.Coding;

/**
 * Codes that belong together in a picker.
 *
 * @param label what they have in common
 * @param items the codes
 */
public record Group(String label, List<Item> items) {

    /** A code with what it is called. */
    public record Item(String code, String label) {}

    static List<Group> ofSections(List<Coding.Section> sections) {
        return sections.stream()
                .map(section -> new Group(
                        section.label(),
                        section.divisions().stream()
                                .map(division -> new Item(division.code(), division.code() + " " + division.label()))
                                .toList()))
                .toList();
    }

    /** One group for each broadest competence, itself first. */
    static List<Group> ofCompetences(List<Coding.Competence> competences) {
        return competences.stream()
                .map(top -> {
                    List<Item> items = new ArrayList<>();
                    collect(top, "", items);
                    return new Group(top.label(), items);
                })
                .toList();
    }

    private static void collect(Coding.Competence competence, String indent, List<Item> items) {
        items.add(new Item(competence.id(), indent + competence.label()));
        competence.children().forEach(child -> collect(child, indent + "– ", items));
    }
}
