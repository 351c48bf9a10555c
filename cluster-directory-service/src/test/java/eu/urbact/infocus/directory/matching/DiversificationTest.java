package eu.urbact.infocus.directory.matching;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Domain 0 fits both clusters a little, 1 and 2 fit one each entirely, and all others fit nobody. */
class DiversificationTest {

    @Test
    void up_to_twenty_domains_every_choice_is_looked_at() {
        List<Diversification.Step> curve = curve(20, 3);
        assertThat(curve).extracting(Diversification.Step::domains).startsWith(List.of(0), List.of(1, 2));
        assertThat(curve.get(1).value()).isCloseTo(2, within(1e-12));
    }

    @Test
    void with_more_each_step_keeps_what_was_chosen_and_adds_what_gains_most() {
        List<Diversification.Step> curve = curve(21, 3);
        assertThat(curve)
                .extracting(Diversification.Step::domains)
                .containsExactly(List.of(0), List.of(0, 1), List.of(0, 1, 2));
        assertThat(curve.get(0).value()).isCloseTo(1.2, within(1e-12));
        // 0 and 1 are related by half
        assertThat(curve.get(1).value()).isCloseTo(1.6 + 0.05 * 0.5, within(1e-12));
        assertThat(curve.get(2).value()).isCloseTo(2 + 0.05 * 0.5, within(1e-12));
        assertThat(curve.get(2).served()).isCloseTo(2, within(1e-12));
    }

    @Test
    void of_equal_choices_the_first_is_taken() {
        assertThat(curve(21, 5).get(3).domains()).containsExactly(0, 1, 2, 3);
        assertThat(curve(20, 5).get(3).domains()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void there_are_no_more_steps_than_domains() {
        assertThat(curve(21, 30)).hasSize(21);
        assertThat(curve(3, 8)).hasSize(3);
    }

    private static List<Diversification.Step> curve(int domains, int longest) {
        double[][] fit = new double[2][domains];
        fit[0][0] = 0.6;
        fit[1][0] = 0.6;
        fit[0][1] = 1;
        fit[1][2] = 1;
        double[][] related = new double[domains][domains];
        related[0][1] = 0.5;
        related[1][0] = 0.5;
        return new Diversification(new double[] {1, 1}, fit, related, 0.05).curve(longest);
    }
}
