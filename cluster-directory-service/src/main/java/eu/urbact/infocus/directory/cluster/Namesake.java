package eu.urbact.infocus.directory.cluster;

import java.util.Optional;

/**
 * A cluster of a city that has the name which another one is to have.
 *
 * @param idInItsCity its id, to be told to nobody but the city's own people; {@link #shownId} is for others
 * @param seen whether the directory shows the name, or its city has submitted it. Otherwise it stands in a draft, of which nobody outside
 *     the city is to learn, not even by the id
 */
public record Namesake(String idInItsCity, boolean seen) {

    /** Its id, for whoever asks; empty when it is the city's own business. */
    public Optional<String> shownId() {
        return Optional.of(idInItsCity).filter(id -> seen);
    }
}
