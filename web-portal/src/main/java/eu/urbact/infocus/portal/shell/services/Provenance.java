package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;

/**
 * Where a statement comes from.
 *
 * @param source who says so
 * @param date when it was last looked up there
 * @param confidence how sure it is
 * @param uncertain whether it is not verified or fits only roughly
 */
public record Provenance(Source source, LocalDate date, String confidence, boolean uncertain) {

    /** A source. */
    public record Source(String id, String title, String url) {

        /** Whether it has an address that a page may link to. */
        public boolean isLinked() {
            return url != null && (url.startsWith("https://") || url.startsWith("http://"));
        }
    }
}
