package eu.urbact.infocus.portal.door;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import eu.urbact.infocus.portal.shell.services.Programme;

/** Where a workshop takes place, in a few words. */
final class Venues {

    /** More places than that make no header. */
    private static final int AT_MOST = 4;

    private Venues() {}

    /** The venues on these days; empty when the programme names none. */
    static String of(Programme programme, List<LocalDate> days) {
        return programme.days().stream()
                .filter(day -> days.contains(day.date()))
                .flatMap(day -> day.items().stream())
                .map(Programme.Item::venue)
                .filter(Objects::nonNull)
                .map(Programme.Venue::name)
                .filter(Objects::nonNull)
                .distinct()
                .limit(AT_MOST)
                .collect(Collectors.joining(", "));
    }
}
