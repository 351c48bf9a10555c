package eu.urbact.infocus.registration.waitinglist;

/**
 * How the waiting list of a call works.
 *
 * @param running whether free seats are offered by themselves; suspended offers stay open and lapse all the same
 * @param offerHours how long a person has to answer
 * @param cutOffHours how long before the workshop's start the last offer ends
 */
public record Settings(boolean running, int offerHours, int cutOffHours) {

    /** What holds until organisers say something else: suspended, so that nobody is offered a seat while they still decide. */
    public static final Settings DEFAULT = new Settings(false, 72, 48);
}
