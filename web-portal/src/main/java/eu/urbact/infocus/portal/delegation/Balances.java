package eu.urbact.infocus.portal.delegation;

import java.util.List;
import java.util.function.ToLongFunction;

import eu.urbact.infocus.portal.shell.services.CityBalance;

/** All delegations to one workshop, with their sums. */
public record Balances(List<CityBalance> cities) {

    public long limit() {
        return sum(CityBalance::limit);
    }

    /** Places that are granted or offered. */
    public long taken() {
        return sum(CityBalance::taken);
    }

    public long invited() {
        return sum(CityBalance::invited);
    }

    public long accepted() {
        return sum(CityBalance::accepted);
    }

    /** Who has accepted and waits for the organisers' decision. */
    public long undecided() {
        return sum(CityBalance::undecided);
    }

    public long free() {
        return sum(CityBalance::free);
    }

    /** How many cities have nobody who has a place, and have never invited anybody. */
    public long silent() {
        return cities.stream()
                .filter(city -> city.limit() > 0 && city.held() + city.asked() == 0)
                .count();
    }

    private long sum(ToLongFunction<CityBalance> part) {
        return cities.stream().mapToLong(part).sum();
    }
}
