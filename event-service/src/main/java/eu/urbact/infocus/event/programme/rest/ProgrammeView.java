package eu.urbact.infocus.event.programme.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import eu.urbact.infocus.event.programme.ReadProgramme.Released;
import eu.urbact.infocus.event.programme.ReadProgramme.WorkshopRef;

/**
 * A released programme as the reader may see it. What the reader may not see is not there: no item, no day, no venue, and
 * no release that changed nothing else.
 *
 * @param workshop whose programme it is
 * @param release the last release that changed what this reader sees
 * @param zone where the clocks are read
 * @param venues the places of the items
 * @param days the days that have items
 */
public record ProgrammeView(
        WorkshopName workshop, ReleaseRef release, String zone, List<VenueView> venues, List<DayView> days) {

    /**
     * The workshop of a programme.
     *
     * @param id its identity
     * @param slug its name in addresses
     * @param title its name
     */
    public record WorkshopName(UUID id, String slug, String title) {

        static WorkshopName of(WorkshopRef workshop) {
            return new WorkshopName(
                    workshop.id(), workshop.facts().slug(), workshop.facts().title());
        }
    }

    /**
     * A release.
     *
     * @param number from 1
     * @param releasedAt when it became public
     */
    public record ReleaseRef(int number, Instant releasedAt) {}

    static ProgrammeView of(Released released) {
        return new ProgrammeView(
                WorkshopName.of(released.workshop()),
                new ReleaseRef(released.number(), released.releasedAt()),
                released.programme().zone().getId(),
                released.programme().venues().stream().map(VenueView::of).toList(),
                DayView.of(released.programme()));
    }
}
