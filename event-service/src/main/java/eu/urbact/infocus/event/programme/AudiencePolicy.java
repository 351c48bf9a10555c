package eu.urbact.infocus.event.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import eu.urbact.infocus.event.programme.Programme.Day;
import eu.urbact.infocus.event.programme.Programme.Item;

/**
 * Who may see which items. This is the only place that knows; every output takes its programme from here, so an item
 * that somebody may not see leaves no trace: no day, no venue and no count depends on it.
 */
public final class AudiencePolicy {

    /** The items that the reader may see are for one of these audiences. */
    Set<Audience> audiencesOf(Reader reader) {
        if (reader.organiser()) {
            return Set.of(Audience.OPEN, Audience.PARTNERS_ONLY, Audience.ORGANISERS);
        }
        if (reader.partner()) {
            return Set.of(Audience.OPEN, Audience.PARTNERS_ONLY);
        }
        return Set.of(Audience.OPEN);
    }

    /** What is left of a programme for this reader: days and venues are there only where an item needs them. */
    public Programme visible(Programme programme, Reader reader) {
        Set<Audience> audiences = audiencesOf(reader);
        List<Day> days = programme.days().stream()
                .map(day -> day.withItems(visible(day.items(), audiences)))
                .filter(day -> !day.items().isEmpty())
                .toList();
        Set<String> venuesInUse = new HashSet<>();
        days.stream()
                .flatMap(day -> day.items().stream())
                .flatMap(item -> Stream.concat(Stream.of(item), item.parts().stream()))
                .map(Item::venue)
                .filter(Objects::nonNull)
                .forEach(venuesInUse::add);
        return new Programme(
                programme.zone(),
                programme.venues().stream()
                        .filter(venue -> venuesInUse.contains(venue.id()))
                        .toList(),
                days);
    }

    private static List<Item> visible(List<Item> items, Set<Audience> audiences) {
        return items.stream()
                .filter(item -> audiences.contains(item.audience()))
                .map(item -> item.withParts(visible(item.parts(), audiences)))
                .toList();
    }
}
