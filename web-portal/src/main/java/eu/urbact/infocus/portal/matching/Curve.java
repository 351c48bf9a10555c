package eu.urbact.infocus.portal.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import eu.urbact.infocus.portal.shell.services.Diversification;

/**
 * The curve of a diversification as a picture.
 *
 * @param points one for each number of domains
 * @param ticks lines across, with their values
 */
public record Curve(List<Point> points, List<Tick> ticks) {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final int LEFT = 56;
    private static final int RIGHT = 24;
    private static final int TOP = 24;
    private static final int BOTTOM = 48;
    private static final int TICKS = 4;

    /** A point, with the step it stands for. */
    public record Point(int k, long x, long y, double value) {}

    /** A line across. */
    public record Tick(long y, double value) {

        /** Where its number stands. */
        public long textY() {
            return y + 5;
        }
    }

    static Curve of(Diversification diversification) {
        double largest = diversification.steps().stream()
                .mapToDouble(Diversification.Step::value)
                .max()
                .orElse(0);
        double top = largest <= 0 ? 1 : largest;
        int most = Math.max(2, diversification.steps().size());
        List<Point> points = diversification.steps().stream()
                .map(step -> new Point(
                        step.k(),
                        LEFT + Math.round((step.k() - 1.0) / (most - 1) * (WIDTH - LEFT - RIGHT)),
                        y(step.value() / top),
                        step.value()))
                .toList();
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= TICKS; i++) {
            ticks.add(new Tick(y((double) i / TICKS), top * i / TICKS));
        }
        return new Curve(points, ticks);
    }

    private static long y(double share) {
        return TOP + Math.round((1 - share) * (HEIGHT - TOP - BOTTOM));
    }

    /** The points as SVG wants them. */
    public String line() {
        return points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }

    /** Width of the picture. */
    public int width() {
        return WIDTH;
    }

    /** Height of the picture. */
    public int height() {
        return HEIGHT;
    }

    /** Left end of the lines across. */
    public int left() {
        return LEFT;
    }

    /** Right end of the lines across. */
    public int right() {
        return WIDTH - RIGHT;
    }

    /** Where the numbers of domains stand. */
    public int feet() {
        return HEIGHT - BOTTOM + 22;
    }
}
