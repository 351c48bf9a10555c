package eu.urbact.infocus.event.programme;

/**
 * The number of a release, and since which release it has been the same for whom. A reader is only ever shown a number
 * under which something changed for them: one that rises with nothing to see would say that something changed for others.
 *
 * @param all the release itself: whoever may see everything sees each change
 * @param partners the last release that changed what the partner cities see
 * @param open the last release that changed what everybody sees
 */
record ReleaseNumbers(int all, int partners, int open) {

    /** The release as this reader knows it. */
    int shownTo(Reader reader) {
        if (reader.organiser()) {
            return all;
        }
        return reader.partner() ? partners : open;
    }
}
