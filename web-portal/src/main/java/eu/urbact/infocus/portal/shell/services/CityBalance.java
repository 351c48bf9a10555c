package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;

/**
 * How a city has filled its reserved seats.
 *
 * @param kept those of the held seats that are kept for somebody who stands in and has not answered; they are among the invited, too
 * @param accepted who has applied through an invitation and has neither withdrawn nor been declined
 * @param undecided who has accepted an invitation and waits for the organisers' decision
 * @param asked how many invitations the city has sent, whatever became of them
 */
public record CityBalance(
        String cityId,
        String label,
        int limit,
        int held,
        long kept,
        long invited,
        long accepted,
        long undecided,
        long free,
        LocalDate handBackOn,
        long asked) {

    /** Seats of people who have a place, or are offered one. */
    public long taken() {
        return held - kept;
    }

    /** Seats of people who have a place, or are offered one, in percent of the limit. */
    public int takenPercent() {
        return limit <= 0 ? 100 : (int) Math.min(100, Math.round(taken() * 100.0 / limit));
    }

    /** Seats that are held or promised, in percent of the limit. */
    public int percent() {
        return limit <= 0 ? 100 : (int) Math.min(100, Math.round((limit - free) * 100.0 / limit));
    }

    /** Whether nobody else can be invited. */
    public boolean isFull() {
        return free <= 0;
    }
}
