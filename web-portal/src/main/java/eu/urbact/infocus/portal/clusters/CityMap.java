package eu.urbact.infocus.portal.clusters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.ClusterList;

/**
 * The map of Europe with one symbol per city, sized by the number of clusters that fit. It shows what the facet of the cities
 * counts, so map and list are always in step.
 *
 * @param symbols largest first, so that a small one is never hidden behind a large one
 * @param outside clusters of the list outside the network, which have no place on the map
 * @param width of the picture
 * @param height of the picture
 */
public record CityMap(List<Symbol> symbols, long outside, int width, int height) {

    /** The part of the earth that the outlines in europe.svg show. */
    private static final double WEST = -13;

    private static final double EAST = 31;
    private static final double NORTH = 60;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 623;
    private static final double SCALE = WIDTH / Math.toRadians(EAST - WEST);

    static CityMap of(List<City> cities, ClusterList list, ClusterFilter filter) {
        Map<String, Long> counts = new HashMap<>();
        list.facet("city").forEach(facet -> counts.put(facet.value(), facet.count()));
        return new CityMap(
                named(apart(cities.stream()
                        .filter(city -> city.lat() != null && city.lon() != null)
                        .map(city -> symbol(city, counts.getOrDefault(city.id(), 0L), filter))
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparingLong(Symbol::count)
                                .reversed()
                                .thenComparing(Symbol::name))
                        .toList())),
                filter.hasOutside()
                        ? list.facet("scope").stream()
                                .filter(facet -> facet.value().equals(ClusterFilter.OUTSIDE))
                                .mapToLong(ClusterList.Facet::count)
                                .sum()
                        : 0,
                WIDTH,
                HEIGHT);
    }

    private static Symbol symbol(City city, long count, ClusterFilter filter) {
        long x = Math.round(Math.toRadians(city.lon() - WEST) * SCALE);
        long y = Math.round((mercator(NORTH) - mercator(city.lat())) * SCALE);
        if (x < 0 || x > WIDTH || y < 0 || y > HEIGHT) {
            return null;
        }
        return new Symbol(
                city.name(),
                count,
                x,
                y,
                // the area tells the number; the smallest is still to be seen and the largest covers no other city
                count == 0 ? 3 : Math.min(26, Math.round(4 + 4.5 * Math.sqrt((double) count))),
                filter.has("city", city.id()),
                filter.inCity(city.id()),
                Side.RIGHT);
    }

    /** Moves symbols of neighbours off each other, the smaller away from the larger, so that each number can be read and each is met. */
    private static List<Symbol> apart(List<Symbol> symbols) {
        List<Symbol> placed = new ArrayList<>();
        for (Symbol symbol : symbols) {
            Symbol moved = symbol;
            for (Symbol other : placed) {
                moved = moved.awayFrom(other);
            }
            placed.add(moved);
        }
        return placed;
    }

    /** Puts each name to the first side of its symbol where it covers no other symbol and no other name. */
    private static List<Symbol> named(List<Symbol> symbols) {
        List<Box> names = new ArrayList<>();
        List<Symbol> named = new ArrayList<>();
        for (Symbol symbol : symbols) {
            Symbol best = Arrays.stream(Side.values())
                    .map(symbol::withNameOn)
                    .filter(tried -> tried.nameBox().isInside(WIDTH, HEIGHT)
                            && names.stream().noneMatch(tried.nameBox()::meets)
                            && symbols.stream()
                                    .filter(other -> !other.name().equals(symbol.name()))
                                    .map(Symbol::circleBox)
                                    .noneMatch(tried.nameBox()::meets))
                    .findFirst()
                    .orElse(symbol);
            names.add(best.nameBox());
            named.add(best);
        }
        return named;
    }

    private static double mercator(double latitude) {
        return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
    }

    /** Where a name stands beside its symbol; the first is tried first. */
    public enum Side {
        RIGHT,
        LEFT,
        ABOVE,
        BELOW
    }

    /** A rectangle of the picture. */
    private record Box(long left, long top, long right, long bottom) {

        private boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        private boolean isInside(int width, int height) {
            return left >= 0 && top >= 0 && right <= width && bottom <= height;
        }
    }

    /**
     * A city on the map.
     *
     * @param name of the city
     * @param count clusters that fit
     * @param x to the right
     * @param y downwards
     * @param radius of the circle
     * @param chosen whether the list is narrowed to it
     * @param href the list narrowed to it, or no longer narrowed to it
     * @param side where its name stands
     */
    public record Symbol(String name, long count, long x, long y, long radius, boolean chosen, String href, Side side) {

        private static final int GAP = 5;
        private static final int LETTER = 9;
        private static final int LINE = 16;

        private Symbol awayFrom(Symbol other) {
            double right = x - other.x;
            double down = y - other.y;
            double distance = Math.hypot(right, down);
            double wanted = radius + other.radius + 1.0;
            if (distance >= wanted || distance == 0) {
                return this;
            }
            return new Symbol(
                    name,
                    count,
                    Math.round(other.x + right * wanted / distance),
                    Math.round(other.y + down * wanted / distance),
                    radius,
                    chosen,
                    href,
                    side);
        }

        private Symbol withNameOn(Side other) {
            return new Symbol(name, count, x, y, radius, chosen, href, other);
        }

        private Box circleBox() {
            return new Box(x - radius, y - radius, x + radius, y + radius);
        }

        private Box nameBox() {
            long width = (long) name.length() * LETTER;
            long left =
                    switch (side) {
                        case RIGHT -> textX();
                        case LEFT -> textX() - width;
                        case ABOVE, BELOW -> textX() - width / 2;
                    };
            return new Box(left, nameY() - LINE + 4, left + width, nameY() + 4);
        }

        /** Height of the number in the symbol. */
        public long numberY() {
            return y + GAP;
        }

        /** Height of the name. */
        public long nameY() {
            return switch (side) {
                case RIGHT, LEFT -> y + GAP;
                case ABOVE -> y - radius - GAP;
                case BELOW -> y + radius + LINE;
            };
        }

        /** Where the name begins, ends or has its middle. */
        public long textX() {
            return switch (side) {
                case RIGHT -> x + radius + GAP;
                case LEFT -> x - radius - GAP;
                case ABOVE, BELOW -> x;
            };
        }

        /** Which part of the name is there. */
        public String anchor() {
            return switch (side) {
                case RIGHT -> "right";
                case LEFT -> "left";
                case ABOVE, BELOW -> "middle";
            };
        }
    }
}
