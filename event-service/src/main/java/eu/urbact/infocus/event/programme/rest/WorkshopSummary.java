package eu.urbact.infocus.event.programme.rest;

import java.time.OffsetDateTime;
import java.util.UUID;

import eu.urbact.infocus.event.workshop.ReadWorkshops.KnownWorkshop;
import eu.urbact.infocus.event.workshop.WorkshopFacts;

/**
 * A workshop in a list.
 *
 * @param id its identity
 * @param slug its name in addresses
 * @param title its name
 * @param theme what it is about
 * @param series the series it belongs to
 * @param number its place in the series, from 1
 * @param hostCityId the partner city that receives it
 * @param city the town
 * @param country ISO 3166 alpha-2
 * @param startsAt announced start, with the offset of the zone
 * @param endsAt announced end, with the offset of the zone
 * @param zone where the clocks are read
 * @param released whether a programme was released
 * @param releaseNumber number of the last release that changed what everybody sees; null before the first
 */
public record WorkshopSummary(
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
        Integer releaseNumber) {

    /**
     * The series of a workshop.
     *
     * @param slug its name in addresses
     * @param title its name
     */
    public record SeriesRef(String slug, String title) {}

    static WorkshopSummary of(KnownWorkshop workshop) {
        WorkshopFacts facts = workshop.facts();
        return new WorkshopSummary(
                workshop.id(),
                facts.slug(),
                facts.title(),
                facts.theme(),
                new SeriesRef(facts.seriesSlug(), facts.seriesTitle()),
                facts.number(),
                facts.hostCityId(),
                facts.city(),
                facts.country(),
                facts.startsAt().atZone(facts.zone()).toOffsetDateTime(),
                facts.endsAt().atZone(facts.zone()).toOffsetDateTime(),
                facts.zone().getId(),
                workshop.latestRelease().isPresent(),
                workshop.latestRelease().isPresent() ? workshop.latestRelease().getAsInt() : null);
    }
}
