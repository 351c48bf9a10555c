package eu.urbact.infocus.registration.delegation.rest;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.registration.delegation.CityBalance;

/**
 * How a city has filled its reserved seats.
 *
 * @param limit after the hand-back day only what is held or promised: the rest is everybody's
 * @param kept those of the held seats that are kept for somebody who stands in and has not answered; they are among the invited, too
 * @param accepted who has applied through an invitation, or comes with the city by one, and has neither withdrawn nor been declined
 * @param undecided those of them about whom the organisers have not decided yet; each has a seat promised
 * @param free seats for which somebody can be invited
 * @param asked how many invitations the city has sent, whatever became of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CityBalanceResponse(
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

    static CityBalanceResponse of(CityBalance balance) {
        return new CityBalanceResponse(
                balance.cityId(),
                balance.label(),
                balance.limit(),
                balance.held(),
                balance.kept(),
                balance.invited(),
                balance.accepted(),
                balance.undecided(),
                balance.free(),
                balance.handBackOn(),
                balance.asked());
    }
}
