package eu.urbact.infocus.event.programme.rest;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import eu.urbact.infocus.event.programme.Programme;
import eu.urbact.infocus.event.programme.ReadProgramme.Released;
import eu.urbact.infocus.event.programme.rest.WorkshopSummary.SeriesRef;
import eu.urbact.infocus.event.workshop.ReadWorkshops.KnownWorkshop;
import eu.urbact.infocus.event.workshop.WorkshopFacts;

/**
 * A workshop on its own page: what the list says, and more. Venues and days are those of the released programme that
 * this reader may see; before the first release there are no venues, and the days are those announced.
 *
 * @param id as in the list
 * @param slug as in the list
 * @param title as in the list
 * @param theme as in the list
 * @param series as in the list
 * @param number as in the list
 * @param hostCityId as in the list
 * @param city as in the list
 * @param country as in the list
 * @param startsAt as in the list
 * @param endsAt as in the list
 * @param zone as in the list
 * @param released as in the list
 * @param releaseNumber number of the last release that changed what this reader sees; null before the first
 * @param summary what it is about, in a paragraph
 * @param formatNotes how it is run
 * @param contacts who to turn to: roles and organisations, never persons
 * @param links further reading
 * @param venue the house where people come to, which calendars and mails name; null when only the city is known
 * @param venues where it takes place
 * @param days its days
 */
public record WorkshopView(
        UUID id,
        String slug,
        String title,
        String theme,
        SeriesRef series,
        int number,
        String hostCityId,
        String city,
        String country,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        String zone,
        boolean released,
        Integer releaseNumber,
        String summary,
        List<WorkshopFacts.FormatNote> formatNotes,
        List<WorkshopFacts.Contact> contacts,
        List<WorkshopFacts.Link> links,
        House venue,
        List<VenueView> venues,
        List<DayRef> days) {

    /**
     * The house in which the workshop takes place.
     *
     * @param name what it is called
     * @param address where it is, with the town
     */
    public record House(String name, String address) {

        static House of(WorkshopFacts.Venue venue) {
            return venue == null ? null : new House(venue.name(), venue.address());
        }
    }

    /**
     * A day of the workshop.
     *
     * @param date the day at the place
     * @param label what the day is about; null when nothing is said
     */
    public record DayRef(LocalDate date, String label) {}

    /**
     * @param workshop what is publicly known
     * @param release what this reader may see of the released programme; null before the first release
     */
    static WorkshopView of(KnownWorkshop workshop, Released release) {
        Programme visible = release == null ? null : release.programme();
        WorkshopSummary summary = WorkshopSummary.of(workshop);
        WorkshopFacts facts = workshop.facts();
        return new WorkshopView(
                summary.id(),
                summary.slug(),
                summary.title(),
                summary.theme(),
                summary.series(),
                summary.number(),
                summary.hostCityId(),
                summary.city(),
                summary.country(),
                summary.startsAt(),
                summary.endsAt(),
                summary.zone(),
                release != null,
                release == null ? null : release.number(),
                facts.summary(),
                facts.details().formatNotes(),
                facts.details().contacts(),
                facts.details().links(),
                House.of(facts.details().venue()),
                visible == null
                        ? List.of()
                        : visible.venues().stream().map(VenueView::of).toList(),
                visible == null ? announcedDays(facts) : days(visible));
    }

    private static List<DayRef> days(Programme visible) {
        return visible.days().stream()
                .map(day -> new DayRef(day.date(), day.label()))
                .toList();
    }

    static List<DayRef> announcedDays(WorkshopFacts workshop) {
        return workshop.firstDay()
                .datesUntil(workshop.lastDay().plusDays(1))
                // a file that says more is refused; whatever else is stored never makes a long answer
                .limit(WorkshopFacts.MOST_DAYS)
                .map(date -> new DayRef(date, null))
                .toList();
    }
}
