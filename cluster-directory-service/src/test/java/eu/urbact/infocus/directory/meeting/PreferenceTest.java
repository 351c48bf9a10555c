package eu.urbact.infocus.directory.meeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.directory.matching.ConceptTree;
import eu.urbact.infocus.directory.matching.ConceptTree.Term;
import eu.urbact.infocus.directory.meeting.Wishes.Topic;
import eu.urbact.infocus.directory.reference.Facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PreferenceTest {

    private static final ConceptTree COMPETENCES = new ConceptTree(Map.of(
            "digital", new Term(Optional.empty(), "Digital"),
            "software", new Term(Optional.of("digital"), "Software"),
            "security", new Term(Optional.of("digital"), "Security"),
            "energy", new Term(Optional.empty(), "Energy"),
            "grids", new Term(Optional.of("energy"), "Grids")));
    private static final ConceptTree NACE = new ConceptTree(Map.of("C", new Term(Optional.empty(), "Manufacturing")));

    private static final Topic SOFTWARE = new Topic(Facet.COMPETENCE, "software");
    private static final Topic SECURITY = new Topic(Facet.COMPETENCE, "security");
    private static final Topic GRIDS = new Topic(Facet.COMPETENCE, "grids");

    @Test
    void what_is_offered_exactly_covers_the_need_and_a_stranger_does_not() {
        Preference preference = new Preference(NACE, COMPETENCES, List.of());
        assertThat(preference.of(Set.of(SOFTWARE), Set.of(SOFTWARE, GRIDS))).isEqualTo(1.0);
        assertThat(preference.of(Set.of(SOFTWARE), Set.of(GRIDS))).isEqualTo(0.0);
        assertThat(preference.of(Set.of(SOFTWARE), Set.of())).isEqualTo(0.0);
        assertThat(preference.of(Set.of(), Set.of(SOFTWARE))).isEqualTo(0.0);
    }

    @Test
    void a_sibling_covers_a_part() {
        Preference preference = new Preference(NACE, COMPETENCES, List.of());
        assertThat(preference.of(Set.of(SOFTWARE), Set.of(SECURITY)))
                .isCloseTo(COMPETENCES.similarity("software", "security"), within(1e-12))
                .isBetween(0.01, 0.99);
    }

    @Test
    void a_need_that_few_have_weighs_more() {
        Wishes common = new Wishes(Set.of(SOFTWARE), Set.of(), Wishes.Origin.ENTERED);
        Preference preference = new Preference(NACE, COMPETENCES, List.of(common, common, common));
        double rare = 1 + Math.log(4);
        assertThat(preference.of(Set.of(SOFTWARE, GRIDS), Set.of(GRIDS))).isCloseTo(rare / (rare + 1), within(1e-12));
    }

    @Test
    void a_meeting_is_worth_what_both_sides_get() {
        assertThat(ReciprocalScore.of(1, 1)).isEqualTo(1.0);
        assertThat(ReciprocalScore.of(0.5, 1)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(ReciprocalScore.of(1, 0)).isEqualTo(0.0);
        assertThat(ReciprocalScore.of(0, 0)).isEqualTo(0.0);
    }
}
