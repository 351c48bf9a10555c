package eu.urbact.infocus.registration.delegation;

import java.sql.Date;
import java.time.LocalDate;

/**
 * How a city has filled its reserved seats.
 *
 * @param limit after the hand-back day only what is held or promised: the rest is everybody's
 * @param held admitted or offered, or kept for somebody who stands in
 * @param kept those of them that are kept for somebody who has not answered, and so counted among the invited, too
 * @param invited asked and not answered
 * @param promised those of them for whom a seat is still to be found: none is kept for them, and they have got none in another way
 * @param accepted people who have applied through an invitation, or come with the city by one, and have neither withdrawn nor been declined
 * @param undecided those of them about whom the organisers have not decided yet
 * @param free neither held nor promised to somebody who has been asked, or waits for a decision
 * @param handBackOn the day agreed for giving unused seats back, or null
 * @param asked how many invitations the city has sent, whatever became of them
 */
public record CityBalance(
        String cityId,
        String label,
        int limit,
        int held,
        long kept,
        long invited,
        long promised,
        long accepted,
        long undecided,
        long free,
        LocalDate handBackOn,
        long asked) {

    static CityBalance of(Object[] row) {
        int seats = ((Number) row[2]).intValue();
        int held = ((Number) row[3]).intValue();
        long invited = ((Number) row[4]).longValue();
        // a kept seat is among the held ones already
        long kept = ((Number) row[6]).longValue();
        long promised = invited - kept - ((Number) row[11]).longValue();
        long undecided = ((Number) row[8]).longValue();
        boolean handedBack = (Boolean) row[9];
        int limit = handedBack ? (int) Math.min(seats, held + promised + undecided) : seats;
        return new CityBalance(
                (String) row[0],
                (String) row[1],
                limit,
                held,
                kept,
                invited,
                promised,
                ((Number) row[5]).longValue(),
                undecided,
                Math.max(0, limit - held - promised - undecided),
                row[7] instanceof Date day ? day.toLocalDate() : (LocalDate) row[7],
                ((Number) row[10]).longValue());
    }
}
