package eu.urbact.infocus.registration.seat;

import java.util.ArrayList;
import java.util.List;

/**
 * In which buckets a seat is looked for when the organiser names none: a contributor's seat first, then the own city's, then the
 * open pool. So the scarce open seats go to those who have no other.
 */
public final class SeatingPolicy {

    private SeatingPolicy() {}

    /**
     * The buckets to try, in order.
     *
     * @param contributor whether the person contributes to the programme
     * @param cityId the partner city the person comes with, or null
     */
    public static List<BucketCode> bucketsFor(boolean contributor, String cityId) {
        List<BucketCode> buckets = new ArrayList<>();
        if (contributor) {
            buckets.add(BucketCode.CONTRIBUTORS);
        }
        if (cityId != null) {
            buckets.add(BucketCode.city(cityId));
        }
        buckets.add(BucketCode.OPEN);
        return List.copyOf(buckets);
    }
}
