package eu.urbact.infocus.portal.shell.services;

import java.util.ArrayList;
import java.util.List;

/**
 * How places are given, sentence by sentence.
 *
 * @param seatsFor for whom there are seats at all: CITIES, CONTRIBUTORS or EVERYBODY
 */
public record AdmissionRule(List<String> sentences, List<String> seatsFor) {

    private static final String BY_CITIES =
            " places are kept for partner cities, which fill them themselves: whom a city nominates has a place on accepting, as"
                    + " long as one of them is left.";

    private static final String BY_ORGANISERS = " place is granted by the organisers, and applying is not yet a place.";

    /** Completes what a service left out. */
    public AdmissionRule {
        sentences = sentences == null ? List.of() : sentences;
        seatsFor = seatsFor == null ? List.of() : seatsFor;
    }

    /**
     * Who grants the places, and for whom some are kept.
     *
     * @param citiesDecide whether whom a city nominates needs no decision of the organisers
     */
    public String places(boolean citiesDecide) {
        boolean everybody = seatsFor.contains("EVERYBODY");
        boolean byCities = citiesDecide && seatsFor.contains("CITIES");
        List<String> kept = new ArrayList<>();
        if (seatsFor.contains("CITIES") && !byCities) {
            kept.add("for partner cities");
        }
        if (seatsFor.contains("CONTRIBUTORS")) {
            kept.add("for people who contribute to the programme");
        }
        if (byCities && kept.isEmpty() && !everybody) {
            return "All" + BY_CITIES;
        }
        String granted = byCities ? "Some" + BY_CITIES + " Every other" + BY_ORGANISERS : "Every" + BY_ORGANISERS;
        if (kept.isEmpty()) {
            return everybody
                    ? granted + (byCities ? " Those are open to all." : " All places are open to everybody.")
                    : granted;
        }
        return granted
                + (everybody
                        ? (byCities ? " Some of those are kept " : " Some places are kept ")
                                + String.join(", some ", kept) + ", the rest is open to all."
                        : (byCities ? " Those are kept " : " All places are kept ") + String.join(" or ", kept) + ".");
    }
}
