package eu.urbact.infocus.event.workshop;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Tells what is publicly known about the workshops. */
@ApplicationScoped
public class ReadWorkshops {

    private final Workshops workshops;

    ReadWorkshops(Workshops workshops) {
        this.workshops = workshops;
    }

    /** One page of all workshops in the order of their start; {@code page} counts from 0. */
    @Transactional
    public KnownWorkshops page(int page, int size) {
        return new KnownWorkshops(
                workshops.page(page, size).stream().map(KnownWorkshop::of).toList(), workshops.count());
    }

    /** The workshop of that name. */
    @Transactional
    public Optional<KnownWorkshop> bySlug(String slug) {
        return workshops.bySlug(slug).map(KnownWorkshop::of);
    }

    /**
     * Some of the workshops.
     *
     * @param workshops those of the page
     * @param total how many there are altogether
     */
    public record KnownWorkshops(List<KnownWorkshop> workshops, long total) {}

    /**
     * A workshop as the public knows it.
     *
     * @param id its identity
     * @param facts what is said about it
     * @param latestRelease number of the last release that changed what everybody sees; empty before the first
     */
    public record KnownWorkshop(UUID id, WorkshopFacts facts, OptionalInt latestRelease) {

        static KnownWorkshop of(Workshop workshop) {
            return new KnownWorkshop(workshop.id(), workshop.facts(), workshop.latestOpenRelease());
        }
    }
}
