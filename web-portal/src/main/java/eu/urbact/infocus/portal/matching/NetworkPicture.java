package eu.urbact.infocus.portal.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import eu.urbact.infocus.portal.shell.services.ClusterRef;
import eu.urbact.infocus.portal.shell.services.MatchPairs;

/**
 * The clusters of the network in a circle, city by city, and lines between those that fit. The name of a city has a place of its own in the
 * circle, above its clusters, so that no name lies on another; where there is no room for names, a number stands outside the middle of its
 * clusters. A place depends on the ids of cities and clusters
 * only: the same network gives the same picture, and another lens or limit changes lines and never places.
 *
 * @param spots the clusters
 * @param towns the names of the cities among them
 * @param lines the pairs, the weakest first so that strong ones lie above
 */
public record NetworkPicture(List<Spot> spots, List<Town> towns, List<Line> lines) {

    private static final double RADIUS = 270;
    private static final double NAMES = 12;
    private static final double NUMBERS = 40;
    private static final int MIDDLE_X = 620;
    private static final int MIDDLE_Y = 500;
    private static final int LONGEST = 28;
    private static final int LONGEST_TOWN = 20;

    /** How far lines are drawn towards the middle. */
    private static final double BEND = 0.35;

    /** Room between two cities, in clusters. */
    private static final double GAP = 0.5;

    /**
     * A cluster.
     *
     * @param joined whether a line leads to it
     * @param turn of its name, in degrees
     * @param left whether its name ends at the circle instead of beginning there
     */
    public record Spot(
            ClusterRef cluster,
            String name,
            boolean joined,
            String x,
            String y,
            String textX,
            String textY,
            String turn,
            boolean left) {}

    /**
     * The name of a city, and its number from 1 on.
     *
     * @param turn of the name, in degrees
     * @param left whether the name ends at the circle instead of beginning there
     * @param numberX where the middle of its number is
     */
    public record Town(
            String name, String x, String y, String turn, boolean left, int number, String numberX, String numberY) {}

    /**
     * A pair.
     *
     * @param path from the one that serves to the other, or simply between them
     * @param width of the line, by the score
     */
    public record Line(MatchPairs.Pair pair, String path, String width) {}

    static NetworkPicture of(Collection<ClusterRef> known, List<MatchPairs.Pair> pairs) {
        Map<String, ClusterRef> all = new TreeMap<>();
        known.forEach(cluster -> all.put(cluster.id(), cluster));
        Set<String> joined = new HashSet<>();
        for (MatchPairs.Pair pair : pairs) {
            for (ClusterRef side : List.of(pair.one(), pair.other())) {
                all.putIfAbsent(side.id(), side);
                joined.add(side.id());
            }
        }
        // clusters outside the network stand last
        Map<String, List<ClusterRef>> cities = new TreeMap<>();
        all.values().forEach(cluster -> cities.computeIfAbsent(
                        cluster.cityId() == null ? "~" : cluster.cityId(), id -> new ArrayList<>())
                .add(cluster));
        double step = 2 * Math.PI / Math.max(1, all.size() + (1 + GAP) * cities.size());
        Map<String, Double> angles = new HashMap<>();
        List<Spot> spots = new ArrayList<>();
        List<Town> towns = new ArrayList<>();
        double angle = (GAP * step - Math.PI) / 2;
        for (List<ClusterRef> city : cities.values()) {
            double middle = angle + city.size() * step / 2;
            // to the left one reads against the clock
            boolean left = isLeft(middle);
            if (!left) {
                towns.add(town(city.get(0), angle, towns.size() + 1, middle));
                angle += step;
            }
            for (ClusterRef cluster : city) {
                angles.put(cluster.id(), angle);
                spots.add(spot(cluster, angle, joined.contains(cluster.id())));
                angle += step;
            }
            if (left) {
                towns.add(town(city.get(0), angle, towns.size() + 1, middle));
                angle += step;
            }
            angle += GAP * step;
        }
        List<Line> lines = pairs.stream()
                .sorted(Comparator.comparingDouble(MatchPairs.Pair::score))
                .map(pair -> line(pair, angles))
                .toList();
        return new NetworkPicture(spots, towns, lines);
    }

    private static Spot spot(ClusterRef cluster, double angle, boolean joined) {
        return new Spot(
                cluster,
                shortened(cluster.name(), LONGEST),
                joined,
                x(angle, RADIUS),
                y(angle, RADIUS),
                x(angle, RADIUS + NAMES),
                y(angle, RADIUS + NAMES),
                turn(angle),
                isLeft(angle));
    }

    private static Town town(ClusterRef cluster, double angle, int number, double middle) {
        return new Town(
                shortened(cluster.city() == null ? "Outside the network" : cluster.city(), LONGEST_TOWN),
                x(angle, RADIUS + NAMES),
                y(angle, RADIUS + NAMES),
                turn(angle),
                isLeft(angle),
                number,
                x(middle, RADIUS + NUMBERS),
                y(middle, RADIUS + NUMBERS));
    }

    private static boolean isLeft(double angle) {
        return Math.cos(angle) < 0;
    }

    /** Names follow the radius and never stand on their heads. */
    private static String turn(double angle) {
        return number(Math.toDegrees(angle) + (isLeft(angle) ? 180 : 0));
    }

    private static Line line(MatchPairs.Pair pair, Map<String, Double> angles) {
        double from = angles.get(pair.first().id());
        double to = angles.get(pair.second().id());
        // arrow heads end before the spot, not in it
        double end = RADIUS - 8;
        double bendX = (Math.cos(from) + Math.cos(to)) / 2 * RADIUS * BEND;
        double bendY = (Math.sin(from) + Math.sin(to)) / 2 * RADIUS * BEND;
        String path = "M" + x(from, end) + " " + y(from, end) + " Q" + number(MIDDLE_X + bendX) + " "
                + number(MIDDLE_Y + bendY) + " " + x(to, end) + " " + y(to, end);
        return new Line(pair, path, number(1 + 3 * pair.score()));
    }

    private static String shortened(String name, int longest) {
        return name.length() <= longest ? name : name.substring(0, longest - 1).strip() + "…";
    }

    private static String x(double angle, double radius) {
        return number(MIDDLE_X + radius * Math.cos(angle));
    }

    private static String y(double angle, double radius) {
        return number(MIDDLE_Y + radius * Math.sin(angle));
    }

    /** One decimal, so that the last bits of a sine on another machine move nothing. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value + 0.0);
    }

    /** Width of the picture. */
    public int width() {
        return 2 * MIDDLE_X;
    }

    /** Height of the picture. */
    public int height() {
        return 2 * MIDDLE_Y;
    }
}
