package eu.urbact.infocus.portal.calleditor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.Hotel;
import eu.urbact.infocus.portal.shell.services.LogisticsSetting;
import eu.urbact.infocus.portal.shell.services.Seats;
import eu.urbact.infocus.portal.shell.services.Workshop;
import eu.urbact.infocus.portal.shell.text.Times;

/** The dates of a call that lie after the beginning of its workshop, as they do when it is brought forward, and where they are changed. */
final class LateDates {

    /**
     * One of them.
     *
     * @param what whose date it is
     * @param when the date, in words
     * @param page where it is changed, below the workshop's address
     */
    public record LateDate(String what, String when, String page) {}

    private LateDates() {}

    /** None once the workshop is over: nothing is left to change. */
    static List<LateDate> of(
            Workshop workshop, Call call, Seats seats, LogisticsSetting setting, List<Hotel> hotels, Instant now) {
        List<LateDate> late = new ArrayList<>();
        Instant begins = workshop.startsAt();
        if (begins == null || workshop.isOver(now)) {
            return late;
        }
        // a call that was closed before has no closing time to change any more
        if (call.closedEarlyAt() == null && call.chosenClosesAt().isAfter(begins)) {
            late.add(new LateDate("The call closes", Times.written(call.chosenClosesAt(), call.zone()), "call/edit"));
        }
        LocalDate firstDay = LocalDate.ofInstant(begins, ZoneId.of(call.zone()));
        seats.buckets().stream()
                .filter(bucket ->
                        bucket.handBackOn() != null && bucket.handBackOn().isAfter(firstDay))
                .forEach(bucket -> late.add(new LateDate(
                        (bucket.label() == null ? bucket.code() : bucket.label()) + " hands unused seats back",
                        Times.written(bucket.handBackOn()),
                        "call/edit")));
        if (setting.freezeAt() != null && setting.freezeAt().isAfter(begins)) {
            late.add(new LateDate(
                    "The lists of meals, visits and buses are frozen",
                    Times.written(setting.freezeAt(), setting.zone()),
                    "logistics"));
        }
        hotels.stream()
                .filter(hotel -> hotel.releasedAt() == null
                        && hotel.releaseAt() != null
                        && hotel.releaseAt().isAfter(begins))
                .forEach(hotel -> late.add(new LateDate(
                        "Free rooms go back to " + hotel.name(),
                        Times.written(hotel.releaseAt(), hotel.zone()),
                        "hotels")));
        return late;
    }
}
