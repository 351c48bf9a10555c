package eu.urbact.infocus.event.programme.rest;

import java.time.Instant;
import java.util.List;

import eu.urbact.infocus.event.programme.ReadProgramme.Draft;
import eu.urbact.infocus.event.programme.rest.ProgrammeView.WorkshopName;

/**
 * The draft of a programme, all of it.
 *
 * @param workshop whose programme it is
 * @param draftVersion how often the draft has been changed, from 1; also the entity tag
 * @param changedAt when it was changed last
 * @param releasable whether it differs from the latest release
 * @param zone where the clocks are read
 * @param venues all places
 * @param days all days
 */
public record DraftView(
        WorkshopName workshop,
        long draftVersion,
        Instant changedAt,
        boolean releasable,
        String zone,
        List<VenueView> venues,
        List<DayView> days) {

    static DraftView of(Draft draft) {
        return new DraftView(
                WorkshopName.of(draft.workshop()),
                draft.revision(),
                draft.changedAt(),
                draft.releasable(),
                draft.programme().zone().getId(),
                draft.programme().venues().stream().map(VenueView::of).toList(),
                DayView.of(draft.programme()));
    }
}
