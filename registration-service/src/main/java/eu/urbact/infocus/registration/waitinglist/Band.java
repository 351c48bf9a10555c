package eu.urbact.infocus.registration.waitinglist;

/** About where a person stands. A band and not a number: the number changes with every withdrawal and promises more than it can. */
public enum Band {
    FIRST_FIVE(5, "among the first five"),
    FIRST_TEN(10, "among the first ten"),
    FIRST_TWENTY(20, "among the first twenty"),
    FIRST_FIFTY(50, "among the first fifty"),
    LATER(Integer.MAX_VALUE, "after the first fifty");

    private final int last;
    private final String words;

    Band(int last, String words) {
        this.last = last;
        this.words = words;
    }

    /** The band of a place from 1. */
    static Band of(int place) {
        for (Band band : values()) {
            if (place <= band.last) {
                return band;
            }
        }
        throw new IllegalStateException("the last band has no end");
    }

    /** "You are … on the waiting list." */
    public String words() {
        return words;
    }
}
