package eu.urbact.infocus.directory.profile;

import java.time.LocalDate;

import eu.urbact.infocus.chassis.validation.WebAddress;

/**
 * One code of a taxonomy that a cluster says fits.
 *
 * @param code code in the taxonomy of its facet
 * @param level weight of an activity or level of a competence, 1 to 3; 1 elsewhere
 * @param source where it can be read; null when the cluster itself says so
 */
public record Statement(String code, int level, Document source) {

    /** How it stands in the history. */
    String words() {
        return code + (level > 1 ? " (" + level + ")" : "") + (source == null ? "" : ", see " + source.url());
    }

    /** The same with the address of its source as it is kept. */
    Statement asKept() {
        return source == null
                ? this
                : new Statement(
                        code, level, new Document(WebAddress.of(source.url()).orElse(source.url()), source.readOn()));
    }

    /**
     * A published source.
     *
     * @param url public address
     * @param readOn day on which it was read there
     */
    public record Document(String url, LocalDate readOn) {}
}
