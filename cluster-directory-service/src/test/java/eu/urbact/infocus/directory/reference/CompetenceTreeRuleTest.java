package eu.urbact.infocus.directory.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CompetenceTreeRuleTest {

    private final Map<String, Optional<String>> parents = new HashMap<>();

    @Test
    void three_levels_are_allowed() {
        parents.put("photonics", Optional.empty());
        parents.put("laser-sources", Optional.of("photonics"));
        parents.put("fibre-lasers", Optional.of("laser-sources"));
        assertThat(rule().violation("photonics")).isEmpty();
        assertThat(rule().violation("laser-sources")).isEmpty();
        assertThat(rule().violation("fibre-lasers")).isEmpty();
    }

    @Test
    void four_levels_are_too_many() {
        parents.put("a", Optional.empty());
        parents.put("b", Optional.of("a"));
        parents.put("c", Optional.of("b"));
        parents.put("d", Optional.of("c"));
        assertThat(rule().violation("d")).contains("deeper than 3 levels: d > c > b > a");
        assertThat(rule().violation("c")).isEmpty();
    }

    @Test
    void a_circle_is_refused_whatever_its_length() {
        parents.put("a", Optional.of("a"));
        parents.put("b", Optional.of("c"));
        parents.put("c", Optional.of("b"));
        parents.put("d", Optional.of("b"));
        assertThat(rule().violation("a")).contains("the broader terms go round in a circle: a > a");
        assertThat(rule().violation("b")).contains("the broader terms go round in a circle: b > c > b");
        assertThat(rule().violation("d")).contains("the broader terms go round in a circle: d > b > c > b");
    }

    @Test
    void a_broader_term_must_exist() {
        parents.put("a", Optional.of("nowhere"));
        assertThat(rule().violation("a")).contains("unknown broader competence \"nowhere\"");
    }

    private CompetenceTreeRule rule() {
        return new CompetenceTreeRule(parents);
    }
}
