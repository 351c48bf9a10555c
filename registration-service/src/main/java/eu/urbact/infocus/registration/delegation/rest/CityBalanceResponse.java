package eu.urbact.infocus.registration.delegation.rest;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.registration.delegation.CityBalance;

/**
 * How a city has filled its reserved seats.
 *
 * @param accepted who has applied through an invitation
 * @param undecided those of them about whom the organisers have not decided yet; each has a seat promised
 * @param free seats for which somebody can be invited
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CityBalanceResponse(
        String cityId,
        String label,
        int limit,
        int held,
        long invited,
        long accepted,
        long undecided,
        long free,
        LocalDate handBackOn) {

    static CityBalanceResponse of(CityBalance balance) {
        return new CityBalanceResponse(
                balance.cityId(),
                balance.label(),
                balance.limit(),
                balance.held(),
                balance.invited(),
                balance.accepted(),
                balance.undecided(),
                balance.free(),
                balance.handBackOn());
    }
}
