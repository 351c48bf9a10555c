package eu.urbact.infocus.directory.meeting;

/**
 * What something brings, in two numbers: the second counts only where the first are equal. One number does not hold all that a plan of
 * the largest room is compared by.
 *
 * @param first what comes first
 * @param then what decides among equals
 */
record Gain(long first, long then) implements Comparable<Gain> {

    static final Gain NONE = new Gain(0, 0);

    Gain plus(Gain other) {
        return new Gain(first + other.first, then + other.then);
    }

    Gain negated() {
        return new Gain(-first, -then);
    }

    @Override
    public int compareTo(Gain other) {
        return first != other.first ? Long.compare(first, other.first) : Long.compare(then, other.then);
    }
}
