package eu.urbact.infocus.portal.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static List<ClusterRef> network(Random random) {
        List<String> cities = List.of(
                "Bielsko-Biała",
                "Bilbao",
                "Bordeaux",
                "Bucharest",
                "Frankfurt am Main",
                "Grenoble",
                "Ostrava",
                "Plasencia",
                "Porto",
                "Torino");
        List<ClusterRef> clusters = new ArrayList<>();
        for (String city : cities) {
            int many = 1 + random.nextInt(7);
            for (int i = 0; i < many; i++) {
                clusters.add(new ClusterRef(
                        city + i,
                        "Moravian-Silesian Automotive Cluster " + i,
                        city.toLowerCase(Locale.ROOT),
                        city,
                        "CZ"));
            }
        }
        clusters.add(new ClusterRef("outside", "Silicon Saxony", null, null, "DE"));
        return clusters;
    }

    /** Networks of many shapes, with names as long as they can be: no name lies on another, and none leaves the picture. */
    @ParameterizedTest
    @ValueSource(longs = {20161123, 20161124, 20161125, 1, 2, 3, 4, 5})
    void noNameLiesOnAnother(long seed) {
        NetworkPicture picture = NetworkPicture.of(network(new Random(seed)), List.of());

        List<Label> labels = new ArrayList<>();
        picture.spots()
                .forEach(spot ->
                        labels.add(Label.of(spot.name(), spot.textX(), spot.textY(), spot.turn(), spot.left(), 12)));
        picture.towns()
                .forEach(town -> labels.add(Label.of(town.name(), town.x(), town.y(), town.turn(), town.left(), 16)));

        assertThat(picture.towns()).hasSize(11);
        for (int i = 0; i < labels.size(); i++) {
            Label one = labels.get(i);
            assertThat(one.corners()).allSatisfy(corner -> {
                assertThat(corner[0]).as(one.name()).isBetween(0.0, (double) picture.width());
                assertThat(corner[1]).as(one.name()).isBetween(0.0, (double) picture.height());
            });
            for (Label other : labels.subList(i + 1, labels.size())) {
                assertThat(one.liesOn(other)).as("%s on %s", one, other).isFalse();
            }
        }
    }

    /** The numbers that stand for the names of cities on a narrow screen, in their own size. */
    @ParameterizedTest
    @ValueSource(longs = {20161123, 20161124, 20161125, 1, 2, 3, 4, 5})
    void noNumberLiesOnAnotherOrLeavesWhatIsShown(long seed) {
        NetworkPicture picture = NetworkPicture.of(network(new Random(seed)), List.of());

        assertThat(picture.towns().stream().map(NetworkPicture.Town::number).toList())
                .isEqualTo(IntStream.rangeClosed(1, 11).boxed().toList());
        List<double[]> numbers = picture.towns().stream()
                .map(town -> new double[] {Double.parseDouble(town.numberX()), Double.parseDouble(town.numberY())})
                .toList();
        for (int i = 0; i < numbers.size(); i++) {
            double[] one = numbers.get(i);
            // the circle in the middle of what a narrow screen shows of the picture
            assertThat(Math.hypot(one[0] - picture.width() / 2.0, one[1] - picture.height() / 2.0))
                    .isBetween(270 + 6 + 20.0, 340 - 20.0);
            for (double[] other : numbers.subList(i + 1, numbers.size())) {
                assertThat(Math.hypot(one[0] - other[0], one[1] - other[1])).isGreaterThan(42);
            }
        }
    }

    @Test
    void theNameOfACityStandsAboveItsClusters() {
        NetworkPicture picture = NetworkPicture.of(CLUSTERS, List.of());
        for (NetworkPicture.Town town : picture.towns()) {
            // at the very top and bottom of the circle names stand beside one another
            if (Math.abs(Double.parseDouble(town.x()) - picture.width() / 2.0) > 150) {
                assertThat(picture.spots().stream().filter(spot -> town.name()
                                .equals(spot.cluster().city())))
                        .as(town.name())
                        .isNotEmpty()
                        .allSatisfy(spot -> assertThat(Double.parseDouble(spot.textY()))
                                .isGreaterThan(Double.parseDouble(town.y())));
            }
        }
    }

    /** A name as a box of about its size, turned as the name is. */
    private record Label(String name, List<double[]> corners) {

        private static Label of(String name, String x, String y, String turn, boolean left, int size) {
            double width = name.length() * size * 0.6;
            double half = size * 0.6;
            double angle = Math.toRadians(Double.parseDouble(turn));
            double begin = left ? -width : 0;
            List<double[]> corners = new ArrayList<>();
            for (double[] corner :
                    new double[][] {{begin, -half}, {begin + width, -half}, {begin + width, half}, {begin, half}}) {
                corners.add(new double[] {
                    Double.parseDouble(x) + corner[0] * Math.cos(angle) - corner[1] * Math.sin(angle),
                    Double.parseDouble(y) + corner[0] * Math.sin(angle) + corner[1] * Math.cos(angle)
                });
            }
            return new Label(name, corners);
        }

        /** Two boxes lie apart when one of their sides tells them apart. */
        private boolean liesOn(Label other) {
            return !isApart(this, other) && !isApart(other, this);
        }

        private static boolean isApart(Label sides, Label other) {
            for (int i = 0; i < 2; i++) {
                double[] from = sides.corners.get(i);
                double[] to = sides.corners.get(i + 1);
                double[] along = {to[0] - from[0], to[1] - from[1]};
                DoubleSummaryStatistics one = shadow(sides, along);
                DoubleSummaryStatistics two = shadow(other, along);
                if (one.getMax() < two.getMin() || two.getMax() < one.getMin()) {
                    return true;
                }
            }
            return false;
        }

        private static DoubleSummaryStatistics shadow(Label label, double[] along) {
            return label.corners.stream()
                    .mapToDouble(corner -> corner[0] * along[0] + corner[1] * along[1])
                    .summaryStatistics();
        }
    }

    @Test
    void nobodyIsNoPicture() {
        assertThat(NetworkPicture.of(List.of(), List.of()).spots()).isEmpty();
    }

    @Test
    void percentilesAndIntervalsInWords() {
        assertThat(Scores.top(94.0000000001, 1953)).isEqualTo("top 6 % of 1,953 pairs");
        assertThat(Scores.below(0.299999, 0.3)).isEqualTo("just below 0.30");
        assertThat(Scores.below(0.3035, 0.304)).isEqualTo("0.30");
        assertThat(Scores.threshold(0.3)).isEqualTo("0.30");
        assertThat(Scores.threshold(0.304)).isEqualTo("0.304");
        assertThat(Scores.threshold(1)).isEqualTo("1.00");
        assertThat(Scores.top(93.4, 1953)).isEqualTo("top 7 % of 1,953 pairs");
        assertThat(Scores.top(100, 10)).isEqualTo("top 1 % of 10 pairs");
        assertThat(Scores.between(0.4125, 0.1249, 0.781)).isEqualTo("0.41 (between 0.12 and 0.78)");
        assertThat(Scores.length(1.2)).isEqualTo(100);
    }

    private static MatchPairs.Pair pair(ClusterRef one, ClusterRef other, String serves) {
        return new MatchPairs.Pair(one, other, 0.5, 0.1, 0.9, 0.6, 95, serves, false, "Kindred.", List.of(), false);
    }
}
