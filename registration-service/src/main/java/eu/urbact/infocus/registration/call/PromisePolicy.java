package eu.urbact.infocus.registration.call;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.Counted;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.seat.SeatBucket;

/**
 * A city's seats do not become fewer than those that are held and those that are promised to people whom the city has invited or nominated.
 * Organisers who want them for others give them away one by one, or set the city an earlier day for giving unused seats back.
 */
final class PromisePolicy {

    private PromisePolicy() {}

    /**
     * Whether a bucket can be made this small; one that is to stay, or to grow, always can.
     *
     * @param promised seats of the city whose bucket it is
     * @param wanted seats that are to be left; 0 when the bucket goes
     */
    static Verdict shrink(SeatBucket bucket, PromisedSeats.Promised promised, int wanted) {
        if (promised.inAll() == 0 || wanted >= bucket.limit() || wanted >= bucket.held() + promised.inAll()) {
            return Verdict.allowed();
        }
        return Verdict.refused(
                RegistrationProblem.BUCKET_TOO_SMALL,
                "Of %s %d %s held and %d promised to people whom the city has invited or nominated, so %s. Decide about them, or set the city an earlier day for giving seats back."
                        .formatted(
                                bucket.code().words(bucket.label()),
                                bucket.held(),
                                bucket.held() == 1 ? "is" : "are",
                                promised.inAll(),
                                wanted == 0 ? "none can be taken away" : Counted.of(wanted, "is", "are") + " too few"));
    }
}
