package eu.urbact.infocus.portal.meeting;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import eu.urbact.infocus.portal.shell.services.Coding;

/** What can be ticked: the directory's competences and the sections of NACE with their divisions. */
public record Vocabulary(List<Coding.Competence> competences, List<Coding.Section> activities) {

    /** How the chosen codes are called, in the order of the lists; unknown ones are left out. */
    List<String> labels(Set<String> codes) {
        return Stream.concat(
                        all(competences)
                                .filter(known -> codes.contains(known.id()))
                                .map(Coding.Competence::label),
                        divisions()
                                .filter(known -> codes.contains(known.code()))
                                .map(known -> known.code() + " " + known.label()))
                .toList();
    }

    /** Whether there is such a competence or division. */
    boolean knows(String code) {
        return all(competences).anyMatch(known -> Objects.equals(known.id(), code))
                || divisions().anyMatch(known -> Objects.equals(known.code(), code));
    }

    private Stream<Coding.Division> divisions() {
        return activities.stream().flatMap(section -> section.divisions().stream());
    }

    private static Stream<Coding.Competence> all(List<Coding.Competence> competences) {
        return competences.stream().flatMap(one -> Stream.concat(Stream.of(one), all(one.children())));
    }
}
