package eu.urbact.infocus.portal.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.portal.shell.services.ClusterRef;
import eu.urbact.infocus.portal.shell.services.MatchPairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The same network gives the same picture, in whatever order it is told. */
class NetworkPictureTest {

    private static final List<ClusterRef> CLUSTERS = IntStream.range(0, 30)
            .mapToObj(i -> new ClusterRef(
                    "cluster-" + i, "A cluster with the number " + i, "city-" + i % 7, "City " + i % 7, "ES"))
            .toList();

    @Test
    void orderDoesNotMatter() {
        List<ClusterRef> shuffled = new ArrayList<>(CLUSTERS);
        Collections.shuffle(shuffled, new Random(20161123));

        assertThat(NetworkPicture.of(shuffled, List.of())).isEqualTo(NetworkPicture.of(CLUSTERS, List.of()));
    }

    @Test
    void linesMoveNobody() {
        List<MatchPairs.Pair> pairs = List.of(pair(CLUSTERS.get(0), CLUSTERS.get(1), "cluster-1"));

        NetworkPicture with = NetworkPicture.of(CLUSTERS, pairs);
        NetworkPicture without = NetworkPicture.of(CLUSTERS, List.of());

        assertThat(with.spots()).hasSize(30);
        assertThat(with.spots().stream().map(spot -> spot.x() + spot.y()).toList())
                .doesNotHaveDuplicates()
                .isEqualTo(without.spots().stream()
                        .map(spot -> spot.x() + spot.y())
                        .toList());
        assertThat(with.towns()).hasSize(7);
        assertThat(with.spots().stream().filter(NetworkPicture.Spot::joined)).hasSize(2);
        // the line begins at the one that serves
        NetworkPicture.Spot server = with.spots().stream()
                .filter(spot -> spot.cluster().id().equals("cluster-1"))
                .findFirst()
                .orElseThrow();
        String[] start = with.lines().get(0).path().substring(1).split(" ");
        assertThat(Double.parseDouble(start[0])).isCloseTo(Double.parseDouble(server.x()), within(8.1));
        assertThat(Double.parseDouble(start[1])).isCloseTo(Double.parseDouble(server.y()), within(8.1));
    }

    @Test
    void nobodyIsNoPicture() {
        assertThat(NetworkPicture.of(List.of(), List.of()).spots()).isEmpty();
    }

    @Test
    void percentilesAndIntervalsInWords() {
        assertThat(Scores.top(94.0000000001, 1953)).isEqualTo("top 6 % of 1,953 pairs");
        assertThat(Scores.top(93.4, 1953)).isEqualTo("top 7 % of 1,953 pairs");
        assertThat(Scores.top(100, 10)).isEqualTo("top 1 % of 10 pairs");
        assertThat(Scores.between(0.4125, 0.1249, 0.781)).isEqualTo("0.41 (between 0.12 and 0.78)");
        assertThat(Scores.length(1.2)).isEqualTo(100);
    }

    private static MatchPairs.Pair pair(ClusterRef one, ClusterRef other, String serves) {
        return new MatchPairs.Pair(one, other, 0.5, 0.1, 0.9, 0.6, 95, serves, "Kindred.", List.of(), false);
    }
}
